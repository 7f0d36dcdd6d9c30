package news.slugline.story;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import news.slugline.claim.quote.Attributions;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Verbs;
import org.jspecify.annotations.Nullable;

/** A fact in a line: the words of the claim that tells it best. */
final class Gist {
  /** Characters of a gist. */
  static final int MOST = 240;

  private static final String OPENING_MARKS = "\"\u201c";

  private static final String MARKS = OPENING_MARKS + '\u201d';

  /** At the head of a claim they stand for its speaker. */
  private static final Set<String> SPEECH =
      Resources.set(Attributions.class, "reporting-words.txt");

  private static final Set<String> PRONOUNS = Set.of("He", "She", "They");

  private final Wording wording;

  private final Set<String> denials = Lists.of("denial-words.tsv", "no");

  Gist(Wording wording) {
    this.wording = wording;
  }

  /**
   * The gist of a fact.
   *
   * @param sentences of a claim, the words of its sentence
   */
  String of(List<Draft> drafts, Function<NodeRow, List<String>> sentences) {
    List<Draft> disputed = drafts.stream().filter(d -> d.status == FactStatus.DISPUTED).toList();
    Draft first = disputed.isEmpty() ? drafts.get(0) : disputed.get(0);
    Member best = teller(first);
    for (Draft d : drafts) {
      Member other = best == null || askew(best.claim()) ? teller(d) : null;
      best = other != null && !askew(other.claim()) ? other : best;
    }
    if (best == null) {
      return FactMaker.KILLED;
    }
    String text = isText(best.claim()) ? hedged(best.claim()) : whole(best.node(), sentences);
    if (disputed.size() < 2 || isText(best.claim())) {
      return cut(text, MOST);
    }
    StringBuilder b = new StringBuilder(cut(text, MOST / 2)).append(" [");
    for (int i = 0; i < Math.min(3, disputed.size()); i++) {
      b.append(i == 0 ? "" : " against ").append(cut(Shown.value(disputed.get(i)), 60));
    }
    return b.append(']').toString();
  }

  /**
   * The claim whose words tell a position: one that says so before one that denies it, one that
   * tells it straight, one that begins as a sentence does, one that is no remark, and one that
   * names whom it tells of; of these the first.
   */
  private @Nullable Member teller(Draft d) {
    Comparator<Member> best =
        Comparator.comparing((Member m) -> !m.supports())
            .thenComparing(m -> Traits.isPlaceAlone(m.claim()))
            .thenComparing(m -> askew(m.claim()))
            .thenComparing(m -> !isSentence(m.claim().text()))
            .thenComparing(m -> isSpoken(m.claim().text()))
            .thenComparing(m -> isOfOneBefore(m.claim().text()));
    return d.members().stream()
        .filter(m -> m.node().standing() != Standing.RETRACTED)
        .min(best)
        .orElse(null);
  }

  /** "Neither took questions during the briefing" tells of a briefing, but reads like a denial. */
  private boolean askew(Claim c) {
    return c.kind() == Kind.EVENT
        && !c.isTold()
        && c.polarity() == Polarity.POSITIVE
        && c.eventStatus() != EventStatus.DID_NOT_OCCUR
        && wording.has(c, denials);
  }

  private static boolean isSentence(String text) {
    return !text.isEmpty() && !Character.isLowerCase(text.codePointAt(0));
  }

  /** Whether a claim is its words, and not a value. */
  static boolean isText(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT || c.isTold();
  }

  /** Of a claim that is a part of a sentence ("where he died") all of that, if it is short. */
  private static String whole(NodeRow n, Function<NodeRow, List<String>> sentences) {
    String text = n.claim().text();
    if (!isSentence(text)) {
      for (String s : sentences.apply(n)) {
        if (isSentence(s) && s.length() <= MOST && s.contains(text)) {
          return s.strip();
        }
      }
    }
    return hedged(n.claim());
  }

  /** Whether it begins with a word for what a sentence before it names. */
  private static boolean isOfOneBefore(String text) {
    String first = text.substring(0, Math.max(0, text.indexOf(' ')));
    return PRONOUNS.contains(first) || first.equals("It");
  }

  /** Whether it begins in somebody's speech. */
  private static boolean isSpoken(String text) {
    String whole = quoted(text);
    return !text.isEmpty() && OPENING_MARKS.indexOf(whole.charAt(0)) >= 0;
  }

  /** Puts back the mark of speech out of which a claim's words were cut. */
  private static String quoted(String s) {
    int at = onlyMark(s);
    return switch (at < 0 ? ' ' : s.charAt(at)) {
      case '\u201c' -> s + '\u201d';
      case '\u201d' -> '\u201c' + s;
      case '"' -> at == 0 || s.charAt(at - 1) == ' ' ? s + '"' : '"' + s;
      default -> s;
    };
  }

  /** Where the one mark of speech in it stands; -1 if it has none, or several. */
  private static int onlyMark(String s) {
    int at = -1;
    for (int i = 0; i < s.length(); i++) {
      if (MARKS.indexOf(s.charAt(i)) >= 0) {
        if (at >= 0) {
          return -1;
        }
        at = i;
      }
    }
    return at;
  }

  /** A claim's words with who says so and "allegedly" kept. */
  private static String hedged(Claim c) {
    String text = quoted(c.text().strip());
    if (c.modality() == Modality.ALLEGED && !text.toLowerCase(Locale.ROOT).contains("alleg")) {
      text = "Allegedly: " + text;
    }
    Speaker s = c.speaker();
    if (s == null) {
      return text;
    }
    List<String> parts = Wording.words(s.name());
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    if (text.toLowerCase(Locale.ROOT).contains(last)) {
      return text;
    }
    String first = text.substring(0, Math.max(0, text.indexOf(' ')));
    if (PRONOUNS.contains(first)) {
      // "he said it was"; of whom the speaker himself says "he" is somebody else
      return saysSo(text, first.length() + 1) ? s.name() + text.substring(first.length()) : text;
    }
    return capitalised(s.name()) + ": " + text;
  }

  private static boolean saysSo(String text, int from) {
    int end = text.indexOf(' ', from);
    return SPEECH.contains(Verbs.lemma(text.substring(from, end < 0 ? text.length() : end)));
  }

  private static String capitalised(String name) {
    int end = name.offsetByCodePoints(0, Math.min(1, name.length()));
    return name.substring(0, end).toUpperCase(Locale.ROOT) + name.substring(end);
  }

  /** At most so many characters of a text, cut between words, on one line. */
  static String cut(String s, int max) {
    String one = s.replace('\n', ' ').replace('\r', ' ');
    if (one.length() <= max) {
      return one;
    }
    int at = one.lastIndexOf(' ', max - 1);
    int end = at > max / 2 ? at : max - 1;
    if (Character.isHighSurrogate(one.charAt(end - 1))) {
      end--;
    }
    return one.substring(0, end) + "\u2026";
  }
}
