package news.slugline.claim.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days with names of their own. */
final class Holidays {
  /**
   * A named day.
   *
   * @param end lexeme after it
   * @param rule see holidays.tsv
   */
  record Hit(int end, String rule) {
    boolean isDay() {
      return !rule.equals("none");
    }

    LocalDate in(int year) {
      if (rule.startsWith("easter")) {
        return easter(year).plusDays(Integer.parseInt(rule.substring(6)));
      }
      if (rule.length() == 5) {
        return LocalDate.parse(year + "-" + rule);
      }
      String[] f = rule.split(" ", -1);
      LocalDate first = LocalDate.of(year, Integer.parseInt(f[0]), 1);
      int n = Integer.parseInt(f[2]);
      DayOfWeek day = DayOfWeek.valueOf(f[1]);
      return first.with(TemporalAdjusters.dayOfWeekInMonth(n, day));
    }
  }

  private static final Holidays TABLE = new Holidays();
  private static final int LONGEST = 7;

  private final Map<String, String> rules = new HashMap<>();
  private final Map<String, String> firsts = new HashMap<>();

  private Holidays() {
    for (String[] row : Lists.rows("holidays.tsv", 2)) {
      rules.put(row[0], row[1]);
      Lexemes x = Lexemes.of(row[0]);
      firsts.put(x.lower(0), "");
    }
  }

  static boolean starts(String lower) {
    return TABLE.firsts.containsKey(lower);
  }

  static @Nullable Hit read(Lexemes x, int i) {
    if (!TABLE.firsts.containsKey(x.lower(i)) || !x.capitalised(i) && !x.number(i)) {
      return null;
    }
    StringBuilder b = new StringBuilder();
    Hit best = null;
    for (int k = 0; k < LONGEST && i + k < x.size; k++) {
      if (k > 0 && x.spaced(i + k)) {
        b.append(' ');
      }
      b.append(x.lower(i + k));
      String rule = TABLE.rules.get(b.toString());
      if (rule != null) {
        best = new Hit(i + k + 1, rule);
      }
    }
    return best;
  }

  /** Sunday of Easter in the Gregorian calendar, by the anonymous algorithm of 1876. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
