package news.slugline.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.slugline.claim.Kind;
import news.slugline.claim.text.Resources;
import news.slugline.claim.value.CountNouns;

/**
 * Canonical values in words that are read at once: "about 2,600 people" for {@code ~2600 people},
 * "48 hours" for {@code 48 h}. Days and times stay as they are. Pages on a terminal and in a
 * browser show the same.
 */
public final class ReadableValue {
  /** Where a comma belongs into the whole part of a number. */
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<=\\d)(?<!\\.\\d{1,12})(?=(?:\\d{3})+(?!\\d))");

  private static final Pattern QUANTITY = Pattern.compile("(not )?(>=|<=|>|<|~)?(\\S+)(?: (.+))?");

  private static final Map<String, String> COMPARED =
      Map.of(
          ">=", "at least ", "<=", "at most ", ">", "more than ", "<", "less than ", "~", "about ");

  /** Vague numbers that want "of" before what they count. */
  private static final Set<String> OF =
      Set.of("dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions");

  private static final Map<Integer, String> SCALES =
      Map.of(6, " million", 9, " billion", 12, " trillion");

  /** What somebody suffered, which has no plural. */
  private static final Set<String> HARM =
      Set.of("killed", "injured", "shot", "missing", "arrested", "displaced", "victims");

  /** They end like "fisherman" and are none. */
  private static final Set<String> NO_MEN =
      Set.of("german", "roman", "norman", "ottoman", "shaman", "talisman", "caiman", "human");

  /** Between values of a dispute in its gist. */
  private static final String AGAINST = " against ";

  /** A unit's words for one and for several, with a tab between them. */
  private static final Map<String, String> UNITS = Resources.map(ReadableValue.class, "units.tsv");

  private static final Map<String, String> PLURALS =
      Resources.map(ReadableValue.class, "plurals.tsv");

  private ReadableValue() {}

  public static String of(Kind kind, String value) {
    return switch (kind) {
      case EVENT -> value.contains(" ") ? value : value.replace('_', ' ');
      case QUANTITY -> quantity(value);
      default -> value;
    };
  }

  /** The values that a gist holds against each other, in words: "[about 20 against about 30]". */
  public static String inGist(Kind kind, String gist) {
    int open = gist.lastIndexOf('[');
    if (open < 0 || !gist.endsWith("]") || !gist.contains(AGAINST)) {
      return gist;
    }
    String values = gist.substring(open + 1, gist.length() - 1);
    return gist.substring(0, open + 1)
        + Arrays.stream(values.split(AGAINST, -1))
            .map(v -> of(kind, v))
            .collect(Collectors.joining(AGAINST))
        + "]";
  }

  private static String quantity(String value) {
    Matcher m = QUANTITY.matcher(value);
    if (!m.matches()) {
      return value;
    }
    String not = m.group(1) == null ? "" : m.group(1);
    String compared = m.group(2) == null ? "" : COMPARED.getOrDefault(m.group(2), "");
    String number = m.group(3).replace("..", " to ");
    number = large(number);
    String unit = m.group(4) == null ? "" : m.group(4);
    boolean one = number.equals("1");
    String of =
        OF.contains(number) && !unit.isEmpty() && !unit.startsWith("of ") && !HARM.contains(unit)
            ? " of "
            : " ";
    return not + compared + number + (unit.isEmpty() ? "" : of + unit(unit, one));
  }

  /** "40 million" for 40000000, but 41,234,567 as it is. */
  private static String large(String number) {
    boolean whole = number.length() > 6 && number.chars().allMatch(Character::isDigit);
    for (int zeros = whole ? 12 : 0; zeros >= 6; zeros -= 3) {
      if (number.length() > zeros) {
        String tail = number.substring(number.length() - zeros).replaceAll("0+$", "");
        String rest = number.substring(0, number.length() - zeros);
        if (tail.length() <= 2 && rest.length() <= 3) {
          return rest + (tail.isEmpty() ? "" : "." + tail) + SCALES.get(zeros);
        }
      }
    }
    return THOUSANDS.matcher(number).replaceAll(",");
  }

  private static String unit(String unit, boolean one) {
    String known = UNITS.get(unit);
    if (known != null) {
      int tab = known.indexOf('\t');
      return one ? known.substring(0, tab) : known.substring(tab + 1);
    }
    if (PLURALS.containsKey(unit)) {
      return one ? unit : plural(unit);
    }
    boolean noun =
        unit.codePoints().allMatch(c -> Character.isLowerCase(c) || c == ' ' || c == '-');
    String last = unit.substring(unit.lastIndexOf(' ') + 1);
    return one || !noun || HARM.contains(last) || CountNouns.isMeasure(unit) ? unit : plural(unit);
  }

  /** The plural of a noun, by its last word. */
  static String plural(String noun) {
    int at = Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1;
    String head = noun.substring(at);
    String before = noun.substring(0, at);
    String known = PLURALS.get(head);
    if (known != null) {
      return before + known;
    }
    for (String man : List.of("woman", "man")) {
      if (head.endsWith(man) && head.length() > man.length() + 1 && !NO_MEN.contains(head)) {
        return before + head.substring(0, head.length() - 2) + "en";
      }
    }
    boolean plural = head.endsWith("s") && !head.endsWith("ss") && !head.endsWith("us");
    if (plural || head.endsWith("men") || head.endsWith("children") || head.endsWith("people")) {
      return noun;
    }
    boolean hissing =
        head.endsWith("s")
            || head.endsWith("x")
            || head.endsWith("z")
            || head.endsWith("ch")
            || head.endsWith("sh");
    boolean y =
        head.length() > 2
            && head.endsWith("y")
            && "aeiou".indexOf(head.charAt(head.length() - 2)) < 0;
    return y ? noun.substring(0, noun.length() - 1) + "ies" : noun + (hissing ? "es" : "s");
  }
}
