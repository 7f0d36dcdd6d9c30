package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Participant;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

/**
 * A story's final state is a function of the set of its articles' versions: seeded random histories
 * give the same in any order. {@code -Dslugline.histories=10000} for the long run.
 */
class LedgerOrderTest {
  private static final String[] WORDS = {
    "turnip", "harbour", "lantern", "glacier", "violin", "orchard", "tunnel", "pepper", "comet",
    "saddle"
  };

  /** Long ones are written once, so that who has them has them from another. */
  private static final String[] TAILS = {
    ".",
    " when rotten beams of an old granary fell on a crowd of shoppers, the keeper wrote.",
    " after a squall tore the moored barges loose and drove them under the iron bridge."
  };

  @Test
  void anyOrderOfTheSameVersionsGivesTheSameFacts() {
    int histories = Integer.getInteger("slugline.histories", 300);
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = claims(random);
      List<WireArticle> versions = versions(random, new ArrayList<>(claims.keySet()));
      List<String> first = run(claims, versions, false);
      for (int i = 0; i < 2; i++) {
        List<WireArticle> other = new ArrayList<>(versions);
        other.addAll(versions.subList(0, versions.size() / 3));
        Collections.shuffle(other, random);
        assertThat(run(claims, other, i == 1)).as("seed %d", seed).isEqualTo(first);
      }
    }
  }

  /** What is remembered of rows and of claims only spares work, older versions cut or not. */
  @Test
  void aRestartBeforeEachInputChangesNothing() {
    int histories = Integer.getInteger("slugline.histories", 300) / 10;
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = claims(random);
      claims.put("long", Desk.quote("lantern and ".repeat(1_600) + "pepper", "Jo Field"));
      List<WireArticle> versions = versions(random, new ArrayList<>(claims.keySet()));
      Collections.shuffle(versions, random);
      Desk going = new Desk(claims);
      Desk restarting = Desk.restarting(claims);
      assertThat(run(restarting, versions, seed % 2 == 1))
          .as("seed %d", seed)
          .isEqualTo(run(going, versions, seed % 2 == 1));
      assertThat(restarting.updates).as("seed %d", seed).isEqualTo(going.updates);
    }
  }

  /** Its facts have more claims than are read of one, and are counted on where that is enough. */
  @Test
  void anyOrderOfManyVersionsGivesTheSameFacts() {
    int histories = Integer.getInteger("slugline.histories", 300) / 30;
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = claims(random);
      List<String> lines = pick(random, new ArrayList<>(claims.keySet()), 12);
      List<WireArticle> versions = versions(random, lines, 40 + random.nextInt(60), 40);
      List<String> first = run(claims, versions, false);
      for (int i = 0; i < 2; i++) {
        List<WireArticle> other = new ArrayList<>(versions);
        Collections.shuffle(other, random);
        assertThat(run(claims, other, i == 1)).as("seed %d", seed).isEqualTo(first);
      }
    }
  }

  /** Of more values than a fact shows, those are read that are best supported, or newest. */
  @Test
  void anyOrderOfManyValuesGivesTheSameFacts() {
    int histories = Integer.getInteger("slugline.histories", 300) / 30;
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = new TreeMap<>();
      for (int n = 2; n < 62; n++) {
        About quake = Desk.about("quake", "killed", null);
        claims.put("toll" + n, Desk.claim(Kind.QUANTITY, n + " died.", n + " killed", quake));
      }
      List<WireArticle> versions = versions(random, new ArrayList<>(claims.keySet()), 60, 20);
      List<String> first = run(claims, versions, false);
      for (int i = 0; i < 2; i++) {
        List<WireArticle> other = new ArrayList<>(versions);
        Collections.shuffle(other, random);
        assertThat(run(claims, other, i == 1)).as("seed %d", seed).isEqualTo(first);
      }
    }
  }

  private static List<String> run(Map<String, Claim> claims, List<WireArticle> all, boolean merge) {
    return run(new Desk(claims), all, merge);
  }

  private static List<String> run(Desk desk, List<WireArticle> all, boolean merge) {
    int i = 0;
    for (WireArticle a : all) {
      boolean other = merge && a.uri().hashCode() % 2 == 0;
      desk.arrive(other ? "s2" : "s1", a);
      if (++i % 3 == 0 && !merge) {
        desk.tick(0);
      }
    }
    if (merge) {
      desk.apply("s2", new StoryInput.Absorbed("s1", Desk.START));
      desk.apply("s1", new StoryInput.Absorb("s2", Desk.START));
    }
    StoryState s = desk.tick(1_000);
    List<String> out = new ArrayList<>();
    out.add(s.counts().toString());
    out.add(s.headline());
    out.add(s.origins().toString());
    s.articles().forEach(r -> out.add(r.toString()));
    s.facts().forEach(f -> out.add(f.toString()));
    revisionsHaveNoGaps(desk);
    return out;
  }

  private static void revisionsHaveNoGaps(Desk desk) {
    Map<String, Integer> last = new TreeMap<>();
    for (StoryUpdate u : desk.updates) {
      assertThat(u.revision()).isEqualTo(last.getOrDefault(u.storyId(), 0) + 1);
      last.put(u.storyId(), u.revision());
    }
  }

  static Map<String, Claim> claims(Random random) {
    Map<String, Claim> out = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      int n = 2 + random.nextInt(6);
      out.put(
          "toll" + i,
          Desk.claim(
              Kind.QUANTITY,
              n + " people died" + TAILS[random.nextInt(TAILS.length)],
              (random.nextInt(4) == 0 ? ">=" : "") + n + " killed",
              Desk.about("quake", "killed", null)));
      String day = "2026-03-0" + (3 + random.nextInt(3));
      out.put(
          "time" + i,
          Desk.claim(
              Kind.TIME,
              "It starts on " + day + ".",
              random.nextBoolean() ? day : day + "T1" + random.nextInt(3) + ":00Z",
              Desk.about("race", "start", null, random.nextBoolean() ? "Mia Ray" : "Ray")));
      out.put(
          "event" + i,
          Desk.event(
              "The council vote " + i + ".",
              EventStatus.values()[random.nextInt(6)],
              Desk.about("vote", "status", null, random.nextBoolean() ? "Ann Lee" : "Bo Kim")));
    }
    String[] stages = {"injury", "death", "charge", "plea", "conviction"};
    for (int i = 0; i < 6; i++) {
      String stage = stages[random.nextInt(stages.length)];
      String name = random.nextBoolean() ? "Ann Lee" : random.nextBoolean() ? "Bea Lee" : "Lee";
      List<Participant> who = List.of(new Participant(Participant.Role.PATIENT, name));
      out.put(
          "stage" + i,
          Desk.event(
              "The " + stage + " of " + name + " " + i + ".",
              EventStatus.OCCURRED,
              new About(stage, false, who, "status", null, null, null, List.of())));
    }
    for (int i = 0; i < 8; i++) {
      TreeSet<String> words = new TreeSet<>();
      for (int j = 0; j < 4; j++) {
        words.add(WORDS[random.nextInt(WORDS.length)]);
      }
      out.put("quote" + i, Desk.quote("the " + String.join(" and the ", words), "Jo Field"));
      String told = "The " + String.join(" near the ", words) + " closed early";
      EventStatus status = random.nextInt(4) == 0 ? EventStatus.PLANNED : EventStatus.OCCURRED;
      told += " with " + (2 + random.nextInt(6)) + " dead";
      // Half of them in words enough to tell that two articles are of one text.
      String more = " when rotten beams of granary " + i + " fell on shoppers beside the flooded";
      String tail = random.nextBoolean() ? more + " tannery, the keeper wrote" : "";
      out.put("told" + i, Desk.told(told + " in Port Alma" + tail + ".", status, "Port Alma"));
      List<String> terms = Desk.told(told, status).about().terms();
      About closure = new About("closure", false, List.of(), "status", null, null, null, terms);
      out.put("close" + i, Desk.event(told.substring(4), status, closure));
      String years = (2 + random.nextInt(3)) + " y";
      About took = Desk.about(random.nextBoolean() ? "closure" : "strike", "duration", null);
      out.put("years" + i, Desk.claim(Kind.QUANTITY, told.substring(4), years, took));
    }
    return out;
  }

  static List<WireArticle> versions(Random random, List<String> lines) {
    return versions(random, lines, 2 + random.nextInt(6), 4);
  }

  static List<WireArticle> versions(
      Random random, List<String> lines, int articles, int providers) {
    List<WireArticle> out = new ArrayList<>();
    List<String> shared = pick(random, lines, 5);
    for (int a = 0; a < articles; a++) {
      int n = 1 + random.nextInt(3);
      for (int v = 1; v <= n; v++) {
        List<String> body = random.nextInt(3) == 0 ? shared : pick(random, lines, 6);
        List<String> all = new ArrayList<>();
        body.forEach(
            line -> all.add(line.startsWith("told") ? withMates(line, random, lines) : line));
        if (random.nextInt(3) == 0) {
          // Wording long enough to be told as a copy.
          for (int w = 0; w < 60; w++) {
            all.add(WORDS[(w * 7 + w / 3) % 10] + (w % 13) + (random.nextInt(40) == 0 ? "x" : ""));
          }
        }
        int sort = random.nextInt(10);
        WireArticle.Builder b =
            Desk.article("u" + a, "" + v, random.nextInt(30), all.toArray(new String[0]));
        b.provider("P" + random.nextInt(providers));
        b.credit(random.nextInt(4) == 0 ? "Wire " + random.nextInt(2) : null);
        b.pubStatus(
            sort == 0 ? PubStatus.CANCELED : sort == 1 ? PubStatus.WITHHELD : PubStatus.USABLE);
        b.signal(sort == 2 ? Signal.KILL : sort < 5 ? Signal.CORRECTION : Signal.UPDATE);
        out.add(b.build());
      }
    }
    return out;
  }

  /** A sentence that tells something and makes other claims as well. */
  private static String withMates(String told, Random random, List<String> lines) {
    StringBuilder out = new StringBuilder(told);
    for (int i = random.nextInt(3); i > 0; i--) {
      out.append('+').append(lines.get(random.nextInt(lines.size())));
    }
    if (random.nextBoolean()) {
      out.append("+years").append(told.substring(4));
    }
    return random.nextBoolean() ? out + "+close" + told.substring(4) : out.toString();
  }

  private static List<String> pick(Random random, List<String> lines, int max) {
    List<String> out = new ArrayList<>();
    int n = 1 + random.nextInt(max);
    for (int i = 0; i < n; i++) {
      out.add(lines.get(random.nextInt(lines.size())));
    }
    return out;
  }
}
