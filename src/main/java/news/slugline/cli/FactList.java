package news.slugline.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.claim.Kind;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.Position;
import org.jspecify.annotations.Nullable;

/**
 * Facts as sentences over the whole width, each with its values under it and who gives them. Facts
 * that one sentence tells stand under it together: that somebody was held, when, and where.
 */
final class FactList {
  private static final String INDENT = "    ";
  private static final String DEEPER = "      ";

  /** Letters by which one sentence is known in another. */
  private static final int LEAST = 20;

  /** Columns of values that stand beside who gives them; longer ones stand above. */
  private static final int VALUE = 36;

  /** Short values stand in a column. */
  private static final int PAD = 24;

  /** Pieces of evidence under a value, unless everything is shown. */
  private static final int EVIDENCE = 2;

  private static final Pattern SPEAKER = Pattern.compile("[^:\u201c\"]{2,80}: (.{10,})");

  /** The verb of saying that is left of a sentence whose speaker was put before it. */
  private static final Pattern LEFT =
      Pattern.compile("(?<=[,\"\u201d]),? (?:said|says|told|added|according to)$");

  private final Terminal terminal;
  private final boolean all;

  FactList(Terminal terminal, boolean all) {
    this.terminal = terminal;
    this.all = all;
  }

  /** Facts of one sentence, and the fullest that tells it. */
  private static final class Told {
    final List<Fact> facts = new ArrayList<>();
    String lead = "";
    String letters = "";

    void add(Fact f, String gist, String letters) {
      facts.add(f);
      boolean fuller = letters.length() > this.letters.length();
      boolean whole = gist.endsWith(".") && !lead.endsWith(".") && letters.equals(this.letters);
      if (fuller || whole) {
        this.lead = gist;
        this.letters = letters;
      }
    }
  }

  /** One line: a value, who gives it, and what stands under it. */
  private record Line(String value, Style.@Nullable Tone tone, String who, List<String> below) {}

  /**
   * @param sentences whether the evidence of each value is shown
   * @param most sentences at most
   * @return how many facts were shown
   */
  int print(List<Fact> facts, boolean sentences, int most) {
    int shown = 0;
    for (Told t : told(facts, most)) {
      shown += t.facts.size();
      wrapped("", t.lead, null);
      lines(t, sentences).forEach(this::print);
    }
    return shown;
  }

  private static List<Told> told(List<Fact> facts, int most) {
    List<Told> out = new ArrayList<>();
    for (Fact f : facts) {
      String gist = clean(f.gist());
      String letters = letters(gist);
      Told of = null;
      for (Told t : out) {
        of = of == null && isOne(t.letters, letters) ? t : of;
      }
      if (of == null && out.size() < most) {
        of = new Told();
        out.add(of);
      }
      if (of != null) {
        of.add(f, gist, letters);
      }
    }
    return out;
  }

  private static boolean isOne(String a, String b) {
    return a.equals(b)
        || Math.min(a.length(), b.length()) >= LEAST && (a.contains(b) || b.contains(a));
  }

  private static String clean(String gist) {
    return SPEAKER.matcher(gist).matches() ? LEFT.matcher(gist).replaceFirst("") : gist;
  }

  /** What is said, without who says it, by its letters and digits. */
  private static String letters(String gist) {
    Matcher m = SPEAKER.matcher(gist);
    String said = m.matches() ? m.group(1) : gist;
    return said.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  private List<Line> lines(Told t, boolean sentences) {
    List<Line> out = new ArrayList<>();
    for (Fact f : t.facts) {
      Set<String> values = new HashSet<>();
      for (Position p : f.positions()) {
        boolean again = !values.add(p.value());
        boolean other = isText(f) && f.status() == FactStatus.SINGLE_SOURCE && values.size() > 1;
        if (all || !again && !other) {
          add(out, line(f, p, again, t, sentences), !all && !sentences);
        }
      }
    }
    return out;
  }

  /** Values that the same give stand on one line; what says no more than a line there is left. */
  private static void add(List<Line> out, Line line, boolean brief) {
    String from = origins(line.who);
    if (line.value.isEmpty()
        && (brief || line.below.isEmpty())
        && out.stream().anyMatch(l -> origins(l.who).equals(from))) {
      return; // what they say, and on whose word, is in the sentence
    }
    for (int i = 0; i < out.size() && !line.who.isEmpty(); i++) {
      Line l = out.get(i);
      boolean alike = l.tone == line.tone && l.below.equals(line.below);
      if (l.who.equals(line.who) && (alike || l.value.isEmpty() || line.value.isEmpty())) {
        boolean said = line.value.isEmpty() || l.value.equals(line.value);
        String both = l.value.isEmpty() ? line.value : l.value + "; " + line.value;
        if (said || TextWidth.of(both) <= VALUE) {
          List<String> below = l.below.isEmpty() ? line.below : l.below;
          out.set(i, new Line(said ? l.value : both, l.tone, l.who, below));
          return;
        }
      }
    }
    out.add(line);
  }

  private static String origins(String who) {
    return who.substring(0, who.indexOf(';') < 0 ? who.length() : who.indexOf(';'));
  }

  private Line line(Fact f, Position p, boolean again, Told t, boolean sentences) {
    String value = again ? StoryPage.otherwise(f, p) : value(f, p);
    String letters = letters(value);
    boolean said = !again && !letters.isEmpty() && isText(f);
    said &= t.letters.contains(letters) || isOne(t.letters, letters);
    List<String> below = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>(Set.of(t.letters));
    for (Evidence e : sentences ? StoryPage.shown(p) : List.<Evidence>of()) {
      String own = letters(e.text());
      boolean fresh = known.stream().noneMatch(k -> isOne(k, own));
      if (all || fresh && below.size() < EVIDENCE) {
        known.add(own);
        below.add(StoryPage.quoted(e));
      }
    }
    for (String note : List.of(StoryPage.alike(p), StoryPage.beside(p, all))) {
      if (!note.isEmpty()) {
        below.add(note);
      }
    }
    String id = all && f.positions().get(0) == p ? "  [" + f.factId() + "]" : "";
    return new Line(said ? "" : value, StoryPage.tone(f, p), who(p) + id, below);
  }

  private static boolean isText(Fact f) {
    return f.kind() == Kind.QUOTE || f.kind() == Kind.STATEMENT;
  }

  /** That something happened is what its sentence says. */
  private static String value(Fact f, Position p) {
    boolean plain =
        f.kind() == Kind.EVENT
            && p.value().equals("occurred")
            && p.current()
            && f.outcome() == null
            && f.positions().stream().allMatch(q -> q.value().equals(p.value()));
    return plain ? "" : labelled(f, StoryPage.value(f, p));
  }

  private static String labelled(Fact f, String value) {
    return switch (f.kind()) {
      case TIME -> when(f, value) + value;
      case PLACE -> "place: " + value;
      case QUANTITY -> f.topicKey().startsWith("age") ? "age: " + value : value;
      case QUOTE, STATEMENT -> value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
      default -> value;
    };
  }

  private static String when(Fact f, String value) {
    if (f.topicKey().startsWith("said on")) {
      return "said on: ";
    }
    return value.indexOf('T') >= 0 ? "time: " : "day: ";
  }

  private static String who(Position p) {
    String who = StoryPage.who(p);
    return p.origins() == 0 ? who : p.origins() + ": " + who;
  }

  private void print(Line line) {
    int width = TextWidth.of(line.value);
    if (line.value.isEmpty() || line.who.isEmpty() || width > VALUE) {
      if (!line.value.isEmpty()) {
        wrapped(INDENT, line.value, line.tone);
      }
      if (!line.who.isEmpty()) {
        wrapped(line.value.isEmpty() ? INDENT : INDENT + "  ", line.who, null);
      }
    } else {
      String pad = " ".repeat(Math.max(2, PAD - width));
      String hanging = INDENT + " ".repeat(width) + pad;
      List<String> who = wrap(line.who, terminal.width() - hanging.length());
      String value = line.tone == null ? line.value : paint(line.tone, line.value);
      for (int i = 0; i < who.size(); i++) {
        terminal.out().println((i == 0 ? INDENT + value + pad : hanging) + who.get(i));
      }
    }
    line.below.forEach(b -> wrapped(DEEPER, b, Style.Tone.FAINT));
  }

  private String paint(Style.Tone tone, String text) {
    return terminal.style().paint(tone, text);
  }

  private List<String> wrap(String text, int width) {
    return TextWidth.wrap(Terminals.clean(text).strip(), Math.max(LEAST, width));
  }

  private void wrapped(String indent, String text, Style.@Nullable Tone tone) {
    for (String l : wrap(text, terminal.width() - indent.length())) {
      terminal.out().println(indent + (tone == null ? l : paint(tone, l)));
    }
  }
}
