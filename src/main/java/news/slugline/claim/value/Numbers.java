package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits and words: "1,200", "3.5 million", "two and a half", "£1.2bn". */
final class Numbers {

  /**
   * A number.
   *
   * @param end lexeme after it
   * @param words whether it is written in words
   * @param plain whether it is bare digits: no separators, fraction or scale
   */
  record Hit(int end, BigDecimal value, boolean words, boolean plain, boolean scaled) {}

  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Integer> TENS = new HashMap<>();
  private static final Map<String, BigDecimal> SCALES = new HashMap<>();
  private static final Map<String, BigDecimal> SUFFIXES = new HashMap<>();
  private static final Map<String, Integer> ORDINALS = new HashMap<>();
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static {
    String[] small = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen"
    };
    for (int i = 0; i < small.length; i++) {
      SMALL.put(small[i], i);
    }
    String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    for (int i = 0; i < tens.length; i++) {
      TENS.put(tens[i], 20 + 10 * i);
    }
    Object[][] scales = {
      {"thousand", 3},
      {"million", 6},
      {"billion", 9},
      {"trillion", 12},
      {"lakh", 5},
      {"crore", 7},
      {"lakhs", 5},
      {"crores", 7}
    };
    for (Object[] s : scales) {
      SCALES.put((String) s[0], BigDecimal.TEN.pow((Integer) s[1]));
    }
    Object[][] suffixes = {
      {"m", 6}, {"mn", 6}, {"mln", 6}, {"bn", 9}, {"b", 9}, {"tn", 12}, {"trn", 12}, {"k", 3}
    };
    for (Object[] s : suffixes) {
      SUFFIXES.put((String) s[0], BigDecimal.TEN.pow((Integer) s[1]));
    }
    String[] ordinals = {
      "first",
      "second",
      "third",
      "fourth",
      "fifth",
      "sixth",
      "seventh",
      "eighth",
      "ninth",
      "tenth",
      "eleventh",
      "twelfth",
      "thirteenth",
      "fourteenth",
      "fifteenth",
      "sixteenth",
      "seventeenth",
      "eighteenth",
      "nineteenth",
      "twentieth"
    };
    for (int i = 0; i < ordinals.length; i++) {
      ORDINALS.put(ordinals[i], i + 1);
    }
  }

  private Numbers() {}

  /** The ordinal in words or digits ("first", "21st") that ends before the lexeme given back. */
  static int ordinal(Lexemes x, int i) {
    Integer word = ORDINALS.get(x.lower(i));
    if (word != null) {
      return word;
    }
    return x.number(i) && isOrdinalSuffix(x, i + 1) ? x.value(i) : -1;
  }

  static boolean isOrdinalSuffix(Lexemes x, int i) {
    if (x.spaced(i)) {
      return false;
    }
    String s = x.lower(i);
    return s.equals("st") || s.equals("nd") || s.equals("rd") || s.equals("th");
  }

  static boolean isOrdinalWord(String lower) {
    return ORDINALS.containsKey(lower);
  }

  /** Whether a number in words may begin here. */
  static boolean isNumberWord(String lower) {
    return SMALL.containsKey(lower) || TENS.containsKey(lower);
  }

  static boolean isScale(String lower) {
    return SCALES.containsKey(lower);
  }

  static double scale(String lower) {
    return SCALES.getOrDefault(lower, BigDecimal.ONE).doubleValue();
  }

  /**
   * The number that begins here; null if none does. "a" and "an" count before scales and halves.
   */
  static @Nullable Hit read(Lexemes x, int i) {
    if (x.number(i)) {
      return digits(x, i);
    }
    char c = x.mark(i) ? x.text.charAt(x.start(i)) : 0;
    BigDecimal vulgar = vulgar(c);
    if (vulgar != null) {
      return scale(x, new Hit(i + 1, vulgar, false, false, false));
    }
    String w = x.lower(i);
    if (w.equals("half") && (x.is(i + 1, "a") || x.is(i + 1, "an"))) {
      BigDecimal s = SCALES.get(x.lower(i + 2));
      return s == null
          ? new Hit(i + 2, HALF, true, false, false)
          : new Hit(i + 3, s.multiply(HALF), true, false, true);
    }
    if (w.equals("a") || w.equals("an")) {
      return article(x, i);
    }
    return isNumberWord(w) ? words(x, i) : null;
  }

  private static @Nullable Hit article(Lexemes x, int i) {
    String n = x.lower(i + 1);
    if (n.equals("hundred")) {
      return words(x, i + 1);
    }
    BigDecimal s = SCALES.get(n);
    if (s != null) {
      return new Hit(i + 2, s, true, false, true);
    }
    if (n.equals("half")) {
      BigDecimal s2 = SCALES.get(x.lower(i + 2));
      return s2 == null
          ? new Hit(i + 2, HALF, true, false, false)
          : new Hit(i + 3, s2.multiply(HALF), true, false, true);
    }
    return null;
  }

  private static @Nullable BigDecimal vulgar(char c) {
    return switch (c) {
      case '\u00bd' -> HALF;
      case '\u00bc' -> new BigDecimal("0.25");
      case '\u00be' -> new BigDecimal("0.75");
      case '\u215b' -> new BigDecimal("0.125");
      default -> null;
    };
  }

  private static Hit digits(Lexemes x, int i) {
    StringBuilder b = new StringBuilder(x.lower(i));
    int j = i + 1;
    boolean plain = true;
    while (x.is(j, ",") && !x.spaced(j) && !x.spaced(j + 1) && b.length() <= 15) {
      boolean indian = x.digits(j + 1) == 2 && x.is(j + 2, ",") && !x.spaced(j + 2);
      if (x.digits(j + 1) != 3 && !indian) {
        break;
      }
      b.append(x.lower(j + 1));
      j += 2;
      plain = false;
    }
    if (b.length() > 15) {
      b.setLength(15); // no quantity of the news has more digits; an identifier has
    }
    if (x.is(j, ".") && !x.spaced(j) && x.number(j + 1) && !x.spaced(j + 1)) {
      int d = Math.min(x.digits(j + 1), 9);
      b.append('.').append(x.lower(j + 1), 0, d);
      j += 2;
      plain = false;
    }
    BigDecimal value = new BigDecimal(b.toString());
    BigDecimal vulgar = x.mark(j) ? vulgar(x.text.charAt(x.start(j))) : null;
    if (vulgar != null) {
      value = value.add(vulgar);
      j++;
      plain = false;
    } else if (x.is(j, "-") && x.phrase(j, "-", "1", "/", "2") && !x.spaced(j)) {
      value = value.add(HALF);
      j += 4;
      plain = false;
    } else if (x.phrase(j, "1", "/", "2") && plain && x.digits(i) <= 3) {
      value = value.add(HALF);
      j += 3;
      plain = false;
    } else if (x.phrase(j, "and", "a", "half")) {
      value = value.add(HALF);
      j += 3;
      plain = false;
    }
    return scale(x, new Hit(j, value, false, plain, false));
  }

  /** With the scale that follows: "million", "-million", "m", "bn", "lakh crore". */
  private static Hit scale(Lexemes x, Hit hit) {
    int j = hit.end();
    if (x.is(j, "-") && !x.spaced(j) && !x.spaced(j + 1)) {
      j++;
    }
    BigDecimal s = SCALES.get(x.lower(j));
    if (s != null) {
      BigDecimal s2 = SCALES.get(x.lower(j + 1));
      BigDecimal v = hit.value().multiply(s);
      return s2 == null
          ? new Hit(j + 1, v, hit.words(), false, true)
          : new Hit(j + 2, v.multiply(s2), hit.words(), false, true);
    }
    if (j == hit.end() && !x.spaced(j)) {
      BigDecimal suffix = SUFFIXES.get(x.lower(j));
      if (suffix != null) {
        return new Hit(j + 1, hit.value().multiply(suffix), false, false, true);
      }
    } else if (j == hit.end() && (x.is(j, "bn") || x.is(j, "mn") || x.is(j, "mln"))) {
      BigDecimal suffix = SUFFIXES.get(x.lower(j));
      if (suffix != null) {
        return new Hit(j + 1, hit.value().multiply(suffix), false, false, true);
      }
    }
    return hit;
  }

  private static Hit words(Lexemes x, int i) {
    BigDecimal total = BigDecimal.ZERO;
    int j = i;
    while (true) {
      long group = 0;
      int k = j;
      int below = below100(x, k);
      if (below >= 0) {
        group = below;
        k = afterBelow100(x, k);
      } else if (x.is(k, "hundred") && j == i) {
        group = 1;
      } else {
        break;
      }
      if (x.is(k, "hundred")) {
        group *= 100;
        k++;
        int rest = x.is(k, "and") ? k + 1 : k;
        int more = below100(x, rest);
        if (more > 0) {
          group += more;
          k = afterBelow100(x, rest);
        }
      }
      if (x.phrase(k, "point") && below100(x, k + 1) >= 0) {
        return decimal(x, total, group, k);
      }
      boolean half = x.phrase(k, "and", "a", "half");
      if (half) {
        k += 3;
      }
      BigDecimal g = BigDecimal.valueOf(group);
      if (half) {
        g = g.add(HALF);
      }
      int sk = x.is(k, "-") && !x.spaced(k) ? k + 1 : k;
      BigDecimal s = SCALES.get(x.lower(sk));
      if (s == null) {
        return new Hit(k, total.add(g), true, false, total.signum() > 0);
      }
      total = total.add(g.multiply(s));
      j = sk + 1;
      int next = x.is(j, "and") ? j + 1 : j;
      int following = below100(x, next);
      if (following < 0
          || s.compareTo(BigDecimal.valueOf(1000)) > 0 && x.is(j, "and")
          || x.is(j, "and") && following < 0) {
        return new Hit(j, total, true, false, true);
      }
      j = next;
    }
    return new Hit(j, total, true, false, true);
  }

  private static Hit decimal(Lexemes x, BigDecimal total, long group, int point) {
    StringBuilder b = new StringBuilder().append(group).append('.');
    int k = point + 1;
    while (SMALL.containsKey(x.lower(k)) && SMALL.getOrDefault(x.lower(k), 10) < 10) {
      b.append(SMALL.getOrDefault(x.lower(k), 0));
      k++;
    }
    if (b.charAt(b.length() - 1) == '.') {
      b.append(below100(x, k));
      k = afterBelow100(x, k);
    }
    return scale(x, new Hit(k, total.add(new BigDecimal(b.toString())), true, false, false));
  }

  private static int below100(Lexemes x, int i) {
    Integer small = SMALL.get(x.lower(i));
    if (small != null) {
      return small;
    }
    Integer tens = TENS.get(x.lower(i));
    if (tens == null) {
      return -1;
    }
    int unit = unitAfterTens(x, i);
    return unit < 0 ? tens : tens + SMALL.getOrDefault(x.lower(unit), 0);
  }

  private static int afterBelow100(Lexemes x, int i) {
    if (SMALL.containsKey(x.lower(i))) {
      return i + 1;
    }
    int unit = unitAfterTens(x, i);
    return unit < 0 ? i + 1 : unit + 1;
  }

  private static int unitAfterTens(Lexemes x, int i) {
    int u = x.is(i + 1, "-") ? i + 2 : i + 1;
    int v = SMALL.getOrDefault(x.lower(u), 0);
    return v >= 1 && v <= 9 ? u : -1;
  }

  /** What one word stands for, "three" or "ninety"; -1 if it is no small number. */
  static int small(String lower) {
    return SMALL.getOrDefault(lower, TENS.getOrDefault(lower, -1));
  }

  /** As in canonical values: no exponent, no trailing zeros. */
  static String plain(BigDecimal n) {
    BigDecimal s = n.signum() == 0 ? BigDecimal.ZERO : n.stripTrailingZeros();
    return s.toPlainString();
  }

  static BigDecimal hundred() {
    return HUNDRED;
  }
}
