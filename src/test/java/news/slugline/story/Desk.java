package news.slugline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Extraction;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.Polarity;
import news.slugline.claim.Span;
import news.slugline.claim.Speaker;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.Rows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * A ledger on the heap. With hand-built claims, an article's body is a list of lines, each of which
 * stands for one claim that was registered under it.
 */
final class Desk {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  final Rows rows;
  final List<StoryUpdate> updates = new ArrayList<>();
  final Map<String, StoryState> states = new TreeMap<>();
  private final Map<String, Claim> claims;
  private final Extractor extractor;
  private final boolean restarts;
  private Ledger ledger;

  Desk(Map<String, Claim> claims) {
    this(claims, new InMemoryRows(), false);
  }

  Desk(Map<String, Claim> claims, Rows rows) {
    this(claims, rows, false);
  }

  private Desk(Map<String, Claim> claims, Rows rows, boolean restarts) {
    this.rows = rows;
    this.claims = claims;
    this.restarts = restarts;
    this.extractor = this::extract;
    this.ledger = new Ledger(extractor, "test");
  }

  /** One that knows of each input nothing but what is stored. */
  static Desk restarting(Map<String, Claim> claims) {
    return new Desk(claims, new StoredRows(), true);
  }

  /** One that reads the claims from its articles' words. */
  Desk() {
    this.rows = new InMemoryRows();
    this.claims = Map.of();
    this.restarts = false;
    this.extractor = ClaimExtractor.standard()::extract;
    this.ledger = new Ledger(extractor, "test");
  }

  /** The facts of numbers, but those of harm and ages, of two articles so many hours apart. */
  static List<Fact> amounts(int hours, String a, String b) {
    Desk desk = new Desk();
    desk.arrive(article("a", "1", 0, a).build());
    desk.arrive(article("b", "1", hours, b).build());
    return desk.tick(hours + 1).facts().stream()
        .filter(f -> f.kind() == Kind.QUANTITY && f.topicKey().startsWith("amount"))
        .toList();
  }

  /** Whether a position whose value begins so has the status. */
  static boolean stands(List<Fact> facts, String value, FactStatus status) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .anyMatch(p -> p.value().startsWith(value) && p.status() == status);
  }

  /** The facts of a story of two articles with these bodies, by two providers. */
  List<Fact> factsOf(String a, String b) {
    arrive(article("a", "1", 0, a).build());
    arrive(article("b", "1", 5, b).build());
    return tick(6).facts();
  }

  /** Each line names the claims of a sentence, which begin one behind the other. */
  private Extraction extract(WireArticle a, Instant time) {
    List<Claim> out = new ArrayList<>();
    int at = 0;
    for (String line : a.body().split("\n", -1)) {
      int from = at;
      for (String name : line.split("\\+", -1)) {
        Claim c = claims.get(name);
        if (c != null) {
          out.add(moved(c, from));
        }
        from++;
      }
      at += line.length() + 1;
    }
    return new Extraction(out, null, List.of(), List.of(), List.of());
  }

  static Claim moved(Claim c, int by) {
    Span s = new Span(by, by + c.text().length());
    return new Claim(
        c.kind(),
        s,
        c.text(),
        c.speaker(),
        null,
        c.content() == null ? null : s,
        c.value(),
        c.modality(),
        c.polarity(),
        c.eventStatus(),
        c.outlet(),
        c.about());
  }

  void arrive(WireArticle a) {
    arrive("s1", a);
  }

  void arrive(String story, WireArticle a) {
    Instant t = a.versionCreated();
    apply(story, new StoryInput.Arrived(a, t == null ? START : t));
  }

  void apply(String story, StoryInput in) {
    if (restarts) {
      ledger = new Ledger(extractor, "test");
    }
    goOn(out -> ledger.apply(story, in, rows, out));
  }

  private void goOn(Consumer<Consumer<StoryOutput>> step) {
    List<StoryOutput.HandOver> handed = new ArrayList<>();
    step.accept(
        o -> {
          if (o instanceof StoryOutput.HandOver h) {
            handed.add(h);
          } else {
            see(o);
          }
        });
    handed.forEach(h -> apply(h.survivor(), h.row()));
  }

  StoryState tick(int hours) {
    goOn(out -> ledger.tick(new LogEntry.Tick(START.plusSeconds(hours * 3_600L)), rows, out));
    return java.util.Objects.requireNonNull(states.get("s1"));
  }

  /** The stories that tell their whole state at this tick, in order. */
  List<String> toldAt(LogEntry.Tick tick) {
    List<String> told = new ArrayList<>();
    goOn(
        out ->
            ledger.tick(
                tick,
                rows,
                o -> {
                  if (o instanceof StoryOutput.Settled s) {
                    told.add(s.state().storyId());
                  }
                  out.accept(o);
                }));
    return told;
  }

  @Nullable Explanation explain(String factId) {
    return ledger.explain("s1", factId, rows);
  }

  private void see(StoryOutput o) {
    if (o instanceof StoryOutput.Updated u) {
      updates.add(u.update());
    } else if (o instanceof StoryOutput.Settled s) {
      states.put(s.state().storyId(), s.state());
    }
  }

  static WireArticle.Builder article(String uri, String version, int hour, String... lines) {
    return WireArticle.builder(uri, version, "Provider " + uri)
        .headline("Headline of " + uri + " v" + version)
        .versionCreated(START.plusSeconds(hour * 3_600L))
        .pubStatus(PubStatus.USABLE)
        .signal(Signal.NONE)
        .body(String.join("\n", lines));
  }

  static About about(String trigger, String slot, @Nullable String holder, String... names) {
    List<Participant> p = new ArrayList<>();
    for (String n : names) {
      p.add(new Participant(Participant.Role.OTHER, n));
    }
    return new About(trigger, false, p, slot, holder, null, null, List.of());
  }

  static Claim claim(Kind kind, String text, @Nullable String value, About about) {
    return new Claim(
        kind,
        new Span(0, Math.max(1, text.length())),
        text,
        null,
        null,
        null,
        value,
        Modality.ASSERTED,
        Polarity.POSITIVE,
        null,
        null,
        about);
  }

  static Claim event(String text, EventStatus status, About about) {
    return new Claim(
        Kind.EVENT,
        new Span(0, text.length()),
        text,
        null,
        null,
        null,
        status.name().toLowerCase(java.util.Locale.ROOT),
        Modality.ASSERTED,
        Polarity.POSITIVE,
        status,
        null,
        about);
  }

  /** What a whole sentence tells; its terms are its words. */
  static Claim told(String text, EventStatus status, String... names) {
    About of = about("", Claim.TOLD, null, names);
    List<String> terms = List.copyOf(Wording.english(Memory.LEAST).terms(text));
    return event(
        text, status, new About("", false, of.participants(), of.slot(), null, null, null, terms));
  }

  static Claim quote(String text, String speaker) {
    return new Claim(
        Kind.QUOTE,
        new Span(0, text.length()),
        text,
        new Speaker(speaker, null, Speaker.Type.PERSON),
        null,
        new Span(0, text.length()),
        null,
        Modality.REPORTED,
        Polarity.POSITIVE,
        null,
        null,
        about("", "said", speaker));
  }
}
