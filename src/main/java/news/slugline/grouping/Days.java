package news.slugline.grouping;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** The calendar day that a word of English copy means, seen from the day of publication. */
final class Days {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("jan", 1),
          Map.entry("february", 2),
          Map.entry("feb", 2),
          Map.entry("march", 3),
          Map.entry("mar", 3),
          Map.entry("april", 4),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("jun", 6),
          Map.entry("july", 7),
          Map.entry("jul", 7),
          Map.entry("august", 8),
          Map.entry("aug", 8),
          Map.entry("september", 9),
          Map.entry("sept", 9),
          Map.entry("sep", 9),
          Map.entry("october", 10),
          Map.entry("oct", 10),
          Map.entry("november", 11),
          Map.entry("nov", 11),
          Map.entry("december", 12),
          Map.entry("dec", 12));
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.ofEntries(
          Map.entry("monday", DayOfWeek.MONDAY),
          Map.entry("tuesday", DayOfWeek.TUESDAY),
          Map.entry("wednesday", DayOfWeek.WEDNESDAY),
          Map.entry("thursday", DayOfWeek.THURSDAY),
          Map.entry("friday", DayOfWeek.FRIDAY),
          Map.entry("saturday", DayOfWeek.SATURDAY),
          Map.entry("sunday", DayOfWeek.SUNDAY));

  private static final Set<String> NEAR = Set.of("today", "tonight", "yesterday", "tomorrow");

  private Days() {}

  /** Whether a word, in lower case, may name a day. */
  static boolean mayName(String word) {
    return WEEKDAYS.containsKey(word) || MONTHS.containsKey(word) || NEAR.contains(word);
  }

  /** The day that token {@code i} begins to name, or null. */
  static @Nullable LocalDate at(List<Token> tokens, int i, LocalDate published) {
    Token t = tokens.get(i);
    if (t.type() != Token.Type.WORD) {
      return null;
    }
    String w = t.lower();
    DayOfWeek weekday = WEEKDAYS.get(w);
    if (weekday != null) {
      return weekday(weekday, i > 0 ? tokens.get(i - 1).lower() : "", published);
    }
    Integer month = Character.isUpperCase(t.text().charAt(0)) ? MONTHS.get(w) : null;
    if (month != null) {
      return date(tokens, i, month, published);
    }
    return switch (w) {
      case "today", "tonight" -> published;
      case "yesterday" -> published.minusDays(1);
      case "tomorrow" -> published.plusDays(1);
      default -> null;
    };
  }

  private static LocalDate weekday(DayOfWeek day, String before, LocalDate published) {
    int back = Math.floorMod(published.getDayOfWeek().getValue() - day.getValue(), 7);
    if (before.equals("next") || before.equals("coming") || before.equals("this") && back > 3) {
      return published.plusDays(back == 0 ? 7 : 7 - back);
    }
    return published.minusDays(back);
  }

  /** "Jan. 5", "January 5, 2013" or "5 January"; without a year, the nearest such day. */
  private static @Nullable LocalDate date(
      List<Token> tokens, int i, int month, LocalDate published) {
    int n = i + 1;
    if (n < tokens.size() && tokens.get(n).text().equals(".")) {
      n++;
    }
    int day = number(tokens, n);
    int year = 0;
    if (day >= 1 && day <= 31) {
      year =
          number(
              tokens,
              n + 1 < tokens.size() && tokens.get(n + 1).text().equals(",") ? n + 2 : n + 1);
    } else {
      year = day;
      day = number(tokens, i - 1);
    }
    if (day < 1 || day > 31) {
      return null;
    }
    if (year >= 1900 && year <= 2100) {
      return valid(year, month, day);
    }
    LocalDate best = null;
    for (int y = published.getYear() - 1; y <= published.getYear() + 1; y++) {
      LocalDate d = valid(y, month, day);
      if (d != null && (best == null || distance(d, published) < distance(best, published))) {
        best = d;
      }
    }
    return best;
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay());
  }

  private static @Nullable LocalDate valid(int year, int month, int day) {
    return day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
  }

  private static int number(List<Token> tokens, int i) {
    if (i < 0 || i >= tokens.size() || tokens.get(i).type() != Token.Type.NUMBER) {
      return -1;
    }
    String w = tokens.get(i).lower();
    int end = w.length();
    if (w.endsWith("st") || w.endsWith("nd") || w.endsWith("rd") || w.endsWith("th")) {
      end -= 2;
    }
    int n = 0;
    for (int k = 0; k < end; k++) {
      char c = w.charAt(k);
      if (c < '0' || c > '9' || k > 3) {
        return -1;
      }
      n = n * 10 + c - '0';
    }
    return n;
  }
}
