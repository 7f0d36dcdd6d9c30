package news.slugline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.ReadableValue;
import news.slugline.story.ArticleUse;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.Position;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;

/**
 * One story as an editor reads it: what differs, what changed, what is agreed, who is independent.
 */
final class StoryPage {
  private static final int MOST_SINGLE = 15;
  private static final int MOST_OTHERS = 40;
  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_SIDES = 3;
  private static final int MOST_TURNS = 8;
  private static final Set<ChangeReason> TURNS =
      Set.of(
          ChangeReason.CONFLICT_OPENED,
          ChangeReason.CONFLICT_RESOLVED,
          ChangeReason.DENIED,
          ChangeReason.SUPERSEDED,
          ChangeReason.FULFILLED,
          ChangeReason.NOT_FULFILLED,
          ChangeReason.CORRECTED,
          ChangeReason.RETRACTED);

  /** Statuses that say how a fact stands after a turn. */
  private static final Set<String> STANDS = Set.of("single source", "corroborated");

  private final Terminal terminal;
  private final boolean all;

  /**
   * @param all whether every section is shown to its last fact
   */
  StoryPage(Terminal terminal, boolean all) {
    this.terminal = terminal;
    this.all = all;
  }

  /**
   * @param updates of the story so far, in order, from which the latest turns are told
   */
  void print(StoryState s, List<StoryUpdate> updates) {
    Style style = terminal.style();
    String title = title(s);
    wrapped(title).forEach(l -> line(style.strong(l)));
    if (!s.gist().isEmpty() && !s.gist().equals(title)) {
      prose(s.gist());
    }
    prose(
        s.storyId()
            + "  revision "
            + s.revision()
            + "  "
            + ExportFiles.word(s.state())
            + "  last "
            + minute(s.eventTime()));
    prose(
        count(s.counts().articles(), "article")
            + " by "
            + count(s.counts().providers(), "provider")
            + "; "
            + count(s.counts().origins(), "independent origin")
            + assumed(s));
    if (!s.people().isEmpty()) {
      prose("people: " + String.join(", ", s.people()));
    }
    if (!s.places().isEmpty()) {
      prose("places: " + String.join(", ", s.places()));
    }
    if (s.facts().isEmpty() && s.counts().articles() > 0) {
      prose("No claims were found. Articles in languages other than English are not read.");
    }
    turns(s, updates);
    disputes(s);
    section(
        "Retracted and corrected",
        s,
        f -> f.status() == FactStatus.RETRACTED || f.status() == FactStatus.CORRECTED,
        true);
    section("Changed", s, f -> f.status() == FactStatus.SUPERSEDED, true);
    section("Corroborated", s, f -> f.status() == FactStatus.CORROBORATED, false);
    section("Said by one origin", s, f -> f.status() == FactStatus.SINGLE_SOURCE, false);
    if (s.factsFolded() > 0) {
      line(s.factsFolded() + " more facts, the least supported, are left out for size");
    }
    sources(s);
  }

  /** Its headline; of copy that came without one, what it tells first. */
  static String title(StoryState s) {
    return !s.headline().isEmpty() ? s.headline() : s.gist().isEmpty() ? s.storyId() : s.gist();
  }

  static String count(long n, String one) {
    return n + " " + one + (n == 1 ? "" : "s");
  }

  /** What is taken for the origin of articles that name none: a copy has its original's. */
  private static String assumed(StoryState s) {
    int unknown = s.counts().unknownOrigin();
    long copies =
        s.articles().stream()
            .filter(a -> a.use() == ArticleUse.USED && a.origin() == null && a.copyOf() != null)
            .count();
    if (unknown == 0) {
      return "";
    }
    String none = "; " + count(unknown, "article") + (unknown == 1 ? " names none" : " name none");
    if (copies == 0) {
      return none
          + (unknown == 1 ? ", so its provider is" : ", so their providers are")
          + " taken for it";
    }
    return none
        + ": "
        + copies
        + (copies == 1 ? " copies another" : " copy others")
        + (copies < unknown ? ", else the provider is taken for it" : "");
  }

  /** The latest changes that an editor must not miss; equal ones of one time once. */
  private void turns(StoryState s, List<StoryUpdate> updates) {
    Table table = Table.of("time", "what happened", "what").prose("what happened", "what");
    Map<String, Fact> facts = new HashMap<>();
    s.facts().forEach(f -> facts.put(f.factId(), f));
    Map<List<String>, Integer> turns = new LinkedHashMap<>();
    for (int i = updates.size() - 1; i >= 0; i--) {
      for (Change c : updates.get(i).changes()) {
        if (TURNS.contains(c.reason()) && c.gist() != null) {
          // what went may have given the fact its words; what is left has others
          boolean isLess = c.reason() == ChangeReason.RETRACTED && c.factId() != null;
          Fact f = c.factId() == null ? null : facts.get(c.factId());
          String gist =
              f == null ? c.gist() : isLess ? f.gist() : ReadableValue.inGist(f.kind(), c.gist());
          turns.merge(turn(updates.get(i).cause().time(), c, gist), 1, Integer::sum);
        }
      }
    }
    turns.entrySet().stream()
        .limit(MOST_TURNS)
        .forEach(
            e -> {
              List<String> t = e.getKey();
              String times = e.getValue() == 1 ? "" : " (" + e.getValue() + " times)";
              table.row(t.get(0), t.get(1), t.get(2) + times);
            });
    if (!turns.isEmpty()) {
      line("");
      line(terminal.style().strong("Latest turns"));
      table.print(terminal);
    }
  }

  private static List<String> turn(String time, Change c, String gist) {
    String after = c.after() == null ? "" : spaced(c.after());
    String reason = spaced(c.reason().name().toLowerCase(Locale.ROOT));
    boolean isOfOne = c.reason() == ChangeReason.RETRACTED || c.reason() == ChangeReason.CORRECTED;
    if (isOfOne && !reason.equals(after)) {
      reason = "one report " + reason;
    }
    // most statuses say again what happened
    boolean isTold = reason.equals(after) || !STANDS.contains(after);
    return List.of(minute(time), isTold ? reason : reason + ", now " + after, gist);
  }

  /** Whole seconds tell nothing. */
  static String minute(String time) {
    return time.endsWith(":00Z") ? time.substring(0, time.length() - 4) + "Z" : time;
  }

  /** The words of statuses and values that are made of several: "single_source". */
  static String spaced(String word) {
    return word.replace('_', ' ');
  }

  /** Each dispute with its positions side by side, and the sentences under them. */
  private void disputes(StoryState s) {
    List<Fact> facts = s.facts().stream().filter(f -> f.status() == FactStatus.DISPUTED).toList();
    if (facts.isEmpty()) {
      return;
    }
    line("");
    line(terminal.style().strong("Disputed (" + facts.size() + ")"));
    for (Fact f : facts) {
      List<Position> sides =
          f.positions().stream()
              .filter(p -> p.status() == FactStatus.DISPUTED)
              .limit(MOST_SIDES)
              .toList();
      String[] heads = new String[sides.size()];
      int most = 0;
      for (int i = 0; i < heads.length; i++) {
        heads[i] = "(" + (i + 1) + ")";
        most = Math.max(most, shown(sides.get(i)).size());
      }
      Table table = Table.of(heads).prose(heads);
      table.row((Object[]) cells(sides, p -> Table.Cell.of(value(f, p), Style.Tone.BAD)));
      table.row((Object[]) cells(sides, p -> Table.Cell.of(p.origins() + ": " + who(p))));
      for (int i = 0; i < most; i++) {
        int row = i;
        table.row(
            (Object[])
                cells(
                    sides,
                    p ->
                        Table.Cell.of(
                            row < shown(p).size() ? quoted(shown(p).get(row)) : "",
                            Style.Tone.FAINT)));
      }
      if (sides.stream().anyMatch(p -> !alike(p).isEmpty())) {
        table.row((Object[]) cells(sides, p -> Table.Cell.of(alike(p), Style.Tone.FAINT)));
      }
      if (sides.stream().anyMatch(p -> besides(p) > 0)) {
        table.row((Object[]) cells(sides, p -> Table.Cell.of(beside(p, true), Style.Tone.FAINT)));
      }
      prose(f.topicKey() + "  " + f.factId());
      table.print(terminal);
    }
  }

  private static Table.Cell[] cells(
      List<Position> sides, java.util.function.Function<Position, Table.Cell> cell) {
    return sides.stream().map(cell).toArray(Table.Cell[]::new);
  }

  private void section(
      String title, StoryState s, java.util.function.Predicate<Fact> which, boolean sentences) {
    List<Fact> all = s.facts().stream().filter(which).toList();
    if (all.isEmpty()) {
      return;
    }
    line("");
    line(terminal.style().strong(title + " (" + all.size() + ")"));
    List<Fact> facts = all.stream().filter(f -> !isGone(f)).toList();
    gone(all.stream().filter(StoryPage::isGone).toList());
    if (facts.isEmpty()) {
      return;
    }
    boolean single = facts.get(0).status() == FactStatus.SINGLE_SOURCE;
    int most = this.all ? Integer.MAX_VALUE : single ? MOST_SINGLE : MOST_OTHERS;
    int shown = new FactList(terminal, this.all).print(facts, sentences, most);
    if (facts.size() > shown) {
      line("and " + (facts.size() - shown) + " more; --all shows them");
    }
  }

  /** Whether no word of a fact may be shown any more. */
  private static boolean isGone(Fact f) {
    return f.status() == FactStatus.RETRACTED
        && f.positions().stream().allMatch(p -> p.value().isEmpty());
  }

  private void gone(List<Fact> facts) {
    if (!facts.isEmpty()) {
      Set<String> of = new LinkedHashSet<>();
      for (Fact f : facts) {
        f.positions().forEach(p -> p.evidence().forEach(e -> of.add(e.source())));
      }
      line(facts.size() + " withdrawn whole, by " + joined(List.copyOf(of)));
    }
  }

  /**
   * Whose article tells what another one tells, in its words or in others, so that they count as
   * one origin.
   */
  static String alike(Position p) {
    Set<String> of = new LinkedHashSet<>();
    for (Evidence e : p.evidence()) {
      if (e.sameWordsAs() != null) {
        of.add(e.source());
      }
    }
    return of.isEmpty()
        ? ""
        : "told after another article, so not counted: " + joined(List.copyOf(of));
  }

  private static long besides(Position p) {
    return p.evidence().stream().filter(e -> !e.counts()).count();
  }

  /**
   * What stands beside a position: who tells of it too, or one sentence, and how many more there
   * are.
   */
  static String beside(Position p, boolean sentence) {
    List<Evidence> all = p.evidence().stream().filter(e -> !e.counts()).toList();
    if (all.isEmpty()) {
      return "";
    }
    if (!sentence) {
      return "told of as well, not counted: "
          + joined(all.stream().map(Evidence::source).distinct().toList());
    }
    int more = all.size() - 1;
    return "not counted: " + quoted(all.get(0)) + (more == 0 ? "" : " and " + more + " more");
  }

  /**
   * The evidence that is printed: what counts, of each origin one piece before the second of any.
   */
  static List<Evidence> shown(Position p) {
    Set<String> origins = new HashSet<>();
    List<Evidence> first = new ArrayList<>();
    List<Evidence> more = new ArrayList<>();
    for (Evidence e : p.evidence().stream().filter(Evidence::counts).toList()) {
      (origins.add(e.origin()) ? first : more).add(e);
    }
    first.addAll(more);
    return first.subList(0, Math.min(MOST_EVIDENCE, first.size()));
  }

  /**
   * A position with the first one's value was not counted with it: its words show why, those of an
   * origin that still says so.
   */
  static String otherwise(Fact f, Position p) {
    return p.evidence().stream()
        .filter(e -> e.counts() && !e.text().isEmpty() && p.originNames().contains(e.origin()))
        .findFirst()
        .map(e -> "also told: “" + e.text() + "”")
        .orElseGet(() -> value(f, p));
  }

  static String value(Fact f, Position p) {
    StringBuilder b = new StringBuilder(ReadableValue.of(f.kind(), p.value()));
    if (!p.current()) {
      b.append(" (").append(spaced(ExportFiles.word(p.status()))).append(')');
    } else if (f.outcome() != null) {
      b.append(" (").append(spaced(ExportFiles.word(f.outcome()))).append(')');
    }
    return b.toString();
  }

  static Style.Tone tone(Fact f, Position p) {
    if (!p.current()) {
      return Style.Tone.FAINT;
    }
    return switch (f.status()) {
      case DISPUTED, RETRACTED -> Style.Tone.BAD;
      case CORROBORATED -> Style.Tone.GOOD;
      case CORRECTED, SUPERSEDED -> Style.Tone.DOUBTFUL;
      case SINGLE_SOURCE -> Style.Tone.NAME;
    };
  }

  static String quoted(Evidence e) {
    return e.text().isEmpty()
        ? "[" + e.source() + ": withdrawn]"
        : "“" + e.text() + "” — " + e.source();
  }

  static String who(Position p) {
    List<String> parts = new ArrayList<>();
    if (!p.originNames().isEmpty()) {
      parts.add(String.join(", ", p.originNames()));
    }
    if (!p.attributedTo().isEmpty()) {
      parts.add("all from " + joined(p.attributedTo().stream().map(StoryPage::inside).toList()));
    }
    if (!p.deniedBy().isEmpty()) {
      parts.add("denied by " + joined(p.deniedBy().stream().map(StoryPage::inside).toList()));
    }
    return String.join("; ", parts);
  }

  /** A name as it stands inside a sentence: "The union" opened one. */
  private static String inside(String name) {
    for (String article : List.of("The ", "A ", "An ")) {
      if (name.startsWith(article)) {
        return article.toLowerCase(Locale.ROOT) + name.substring(article.length());
      }
    }
    return name;
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private void sources(StoryState s) {
    line("");
    line(terminal.style().strong("Articles"));
    Table table =
        Table.of("time", "provider", "headline, article").prose("provider", "headline, article");
    Map<String, StoryState.ArticleRef> byUri = new HashMap<>();
    s.articles().forEach(a -> byUri.put(a.uri(), a));
    for (StoryState.ArticleRef a : s.articles()) {
      String headline =
          a.use() == ArticleUse.USED ? a.headline() : "[" + ExportFiles.word(a.use()) + "]";
      table.row(minute(a.eventTime()), a.source(), headline);
      String id = a.uri() + " v" + a.version() + origin(a, byUri);
      table.row("", "", Table.Cell.of(id, Style.Tone.FAINT));
    }
    table.print(terminal);
    Set<String> shared = new LinkedHashSet<>(s.origins());
    if (shared.size() > 1) {
      prose("independent origins: " + shared.stream().collect(Collectors.joining(", ")));
    }
  }

  /** Of an article as a whole, if it is not its provider; a copy has its original's. */
  private static String origin(StoryState.ArticleRef a, Map<String, StoryState.ArticleRef> byUri) {
    String copy = a.copyOf() == null ? "" : " (copy of " + a.copyOf() + ")";
    if (a.origin() != null) {
      return "; origin: " + a.origin() + copy;
    }
    if (a.copyOf() == null) {
      return "";
    }
    Set<String> seen = new HashSet<>();
    StoryState.ArticleRef first = a;
    while (first.origin() == null && first.copyOf() != null && seen.add(first.uri())) {
      first = byUri.getOrDefault(first.copyOf(), first);
    }
    return "; origin: " + (first.origin() == null ? first.source() : first.origin()) + copy;
  }

  private void prose(String text) {
    wrapped(text).forEach(this::line);
  }

  private List<String> wrapped(String text) {
    String clean = Terminals.clean(text);
    // wrapping makes one space of two
    return TextWidth.of(clean) <= terminal.width()
        ? List.of(clean)
        : TextWidth.wrap(clean, terminal.width());
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
