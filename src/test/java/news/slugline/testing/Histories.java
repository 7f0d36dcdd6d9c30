package news.slugline.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;

/**
 * Invented wire: stories that open, go on, fall quiet, close, open again, get corrected and killed.
 * The same seed gives the same articles.
 */
public final class Histories {
  private static final String[] SYLLABLES = {
    "ba", "dor", "fel", "gim", "har", "jul", "kel", "lom", "mar", "nev", "or", "pel", "qua", "rin",
    "sol", "tam", "ur", "vel", "wes", "yor", "zan", "bri", "cla", "dre", "fro", "gla", "pri", "sto"
  };
  private static final String[] WORDS = {
    "ferry",
    "bridge",
    "factory",
    "tunnel",
    "school",
    "market",
    "harbour",
    "stadium",
    "reservoir",
    "railway",
    "museum",
    "hospital",
    "warehouse",
    "refinery",
    "airport",
    "quarry"
  };
  private static final String[] PROVIDERS = {
    "North Wire", "South Press", "Coast News", "Hill Daily"
  };
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  private final Random random;

  /** What each name ends in, so that no other story has it. */
  private final String tail;

  private final List<WireArticle> articles = new ArrayList<>();

  private Histories(long seed, String tail) {
    this.random = new Random(seed);
    this.tail = tail;
  }

  /** The articles of so many stories, in the order of their times. */
  public static List<WireArticle> of(int stories, long seed) {
    Histories h = new Histories(seed, "");
    for (int i = 0; i < stories; i++) {
      h.story(i);
    }
    h.articles.sort(
        Comparator.comparing(
                WireArticle::versionCreated, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(WireArticle::uri));
    return List.copyOf(h.articles);
  }

  /** The first article of a story that shares no name with that of any other number. */
  public static WireArticle stranger(int number) {
    StringBuilder tail = new StringBuilder();
    for (int n = number; n > 0; n /= SYLLABLES.length) {
      tail.append(SYLLABLES[n % SYLLABLES.length]);
    }
    // seeds far apart, as neighbours begin alike
    Histories h = new Histories(number * 0x9E3779B97F4A7C15L, tail.toString());
    h.story(number);
    return h.articles.get(0);
  }

  private void story(int number) {
    String town = name();
    String firm = name();
    String person = name() + " " + name();
    String place = WORDS[random.nextInt(WORDS.length)];
    Instant time = START.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      String uri = "urn:test:" + number + ":" + i;
      int dead = 2 + random.nextInt(3);
      WireArticle a = article(uri, "1", time, town, firm, person, place, dead);
      articles.add(a);
      int fate = random.nextInt(10);
      Instant later = time.plus(Duration.ofMinutes(30 + random.nextInt(600)));
      if (fate == 0) {
        articles.add(
            a.toBuilder()
                .version("2")
                .signal(Signal.KILL)
                .pubStatus(PubStatus.CANCELED)
                .versionCreated(later)
                .build());
      } else if (fate == 1) {
        articles.add(
            article(uri, "2", later, town, firm, person, place, dead + 1).toBuilder()
                .signal(Signal.CORRECTION)
                .build());
      } else if (fate == 2) {
        articles.add(a);
      }
      // now and then so late that the story has closed, and opens again
      time =
          random.nextInt(6) == 0
              ? time.plus(Duration.ofHours(80 + random.nextInt(100)))
              : time.plus(Duration.ofMinutes(20 + random.nextInt(900)));
    }
  }

  private WireArticle article(
      String uri,
      String version,
      Instant time,
      String town,
      String firm,
      String person,
      String place,
      int dead) {
    // the story's own words carry it; with shared wording all stories would be near copies of one
    Random own = new Random(town.hashCode() * 31L + firm.hashCode());
    StringBuilder body = new StringBuilder();
    body.append(frame(own, dead, town, firm)).append("\n\n");
    for (int i = 0; i < 3; i++) {
      for (int w = 0; w < 9; w++) {
        body.append(w == 0 ? name(own) : " " + name(own).toLowerCase(java.util.Locale.ROOT));
      }
      body.append(".\n\n");
    }
    body.append("“")
        .append(name(own))
        .append(' ')
        .append(name(own).toLowerCase(java.util.Locale.ROOT));
    body.append(" and ran,” said ")
        .append(person)
        .append(", who knows the ")
        .append(place)
        .append(".");
    return WireArticle.builder(uri, version, PROVIDERS[random.nextInt(PROVIDERS.length)])
        .versionCreated(time)
        .language("en")
        .headline(town + " " + firm + " " + name(new Random(firm.hashCode())) + " " + place)
        .body(body.toString())
        .build();
  }

  private String frame(Random own, int dead, String town, String firm) {
    String what = WORDS[own.nextInt(WORDS.length)];
    return switch (own.nextInt(5)) {
      case 0 ->
          "An explosion at the "
              + firm
              + " "
              + what
              + " in "
              + town
              + " killed "
              + dead
              + " people, police said.";
      case 1 ->
          firm + " will close its " + what + " in " + town + " and cut " + dead + " hundred jobs.";
      case 2 ->
          "The mayor of " + town + ", " + firm + ", met " + dead + " envoys at the " + what + ".";
      case 3 ->
          "A storm flooded "
              + town
              + " and the "
              + firm
              + " "
              + what
              + "; "
              + dead
              + " people are missing.";
      default ->
          town + " beat " + firm + " " + dead + "-1 at the " + what + " before a full house.";
    };
  }

  private String name() {
    return name(random);
  }

  private String name(Random random) {
    StringBuilder b = new StringBuilder();
    int n = 2 + random.nextInt(2);
    for (int i = 0; i < n; i++) {
      b.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    b.append(tail);
    b.setCharAt(0, Character.toUpperCase(b.charAt(0)));
    return b.toString();
  }
}
