package news.slugline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.claim.Claim;
import news.slugline.claim.value.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * Where in a claim's words its value is named, and what stands around it.
 *
 * @param words of the claim
 * @param at the first word of the value, -1 if it is not found, being written in another way
 * @param to the word after it
 * @param isDate whether it is a day by date or a year, and not by weekday
 * @param weekdays of a day, by their first letters: its own, and all that the claim names
 */
record NamedValue(List<String> words, int at, int to, boolean isDate, Set<String> weekdays) {
  /** Terms on each side of a value that say what it is of. */
  private static final int AROUND = 3;

  /** Words between a person's name and an age that is told of them. */
  private static final int APART = 4;

  private static final Set<String> WEEKDAYS = Lists.of("change-words.tsv", "weekday");
  private static final Set<String> RELATIVE = Lists.of("change-words.tsv", "relative");
  private static final Set<String> HALVES = Set.of("a.m", "p.m", "am", "pm", "o'clock");

  /** "11:30", "23:05", and no part of a longer number or of a score of several sets. */
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d:.,-])([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])");

  private static final Set<String> HOURS = Set.of("hours", "hrs");
  private static final List<String> YEAR_OLD = List.of("year", "old");
  private static final int TENS = 10;
  private static final double ROUNDING = 1e-9;

  /** Letters by which weekdays and months are told apart, and of their shortest forms. */
  private static final int SHORT = 3;

  /** The day or year that a claim names, null if it names none ("yesterday", "last Friday"). */
  static @Nullable NamedValue day(Claim c) {
    String value = c.value() == null ? "" : c.value();
    List<String> words = Wording.words(c.text());
    if (value.length() == 4 || value.length() == 7) {
      int year = words.indexOf(value.substring(0, 4));
      return year < 0 ? null : new NamedValue(words, year, year + 1, true, Set.of());
    }
    if (value.length() != 10 || value.charAt(4) != '-') {
      return null;
    }
    LocalDate day = LocalDate.parse(value);
    String weekday = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    String month = day.getMonth().name().toLowerCase(Locale.ROOT);
    Set<String> weekdays = new TreeSet<>(Set.of(weekday.substring(0, SHORT)));
    int of = -1;
    for (int i = 0; i < words.size(); i++) {
      String w = words.get(i);
      boolean dated = isShort(w, month);
      if (dated && isDay(words, i + 1, day)) {
        return new NamedValue(words, i, i + 2, true, weekdays);
      }
      if (dated && (isDay(words, i - 1, day))) {
        return new NamedValue(words, i - 1, i + 1, true, weekdays);
      }
      if (WEEKDAYS.contains(w)) {
        boolean own = isShort(w, weekday) && (i == 0 || !RELATIVE.contains(words.get(i - 1)));
        of = own ? i : of;
        weekdays.add(w.substring(0, SHORT));
      }
    }
    return of < 0 ? null : new NamedValue(words, of, of + 1, false, weekdays);
  }

  private static boolean isShort(String word, String full) {
    return word.length() >= SHORT && full.startsWith(word);
  }

  private static boolean isDay(List<String> words, int i, LocalDate day) {
    if (i < 0 || i >= words.size()) {
      return false;
    }
    String w = words.get(i);
    int end = w.length();
    while (end > 0 && Character.isLetter(w.charAt(end - 1))) {
      end--;
    }
    return w.substring(0, end).equals(Integer.toString(day.getDayOfMonth()));
  }

  /**
   * The minutes past noon or midnight at which a clock shows the time that a claim names, whatever
   * zone it was taken for; -1 if its words do not show it.
   */
  static int clock(Claim c) {
    String value = c.value() == null ? "" : c.value();
    int at = value.indexOf('T') + 4;
    List<String> words = Wording.words(c.text());
    if (at < 4 || value.length() < at + 2) {
      return -1;
    }
    String minute = value.substring(at, at + 2);
    for (int i = 0; i < words.size(); i++) {
      long hour = NumberWords.of(words.get(i));
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean half = HALVES.contains(next) || isHalf(words, i + 1);
      boolean full = minute.equals("00") && half;
      String hours = words.get(i); // "1938 hours"
      if (HOURS.contains(next) && hours.length() == 4 && hours.endsWith(minute) && hour < 2_400) {
        return (int) (hour / 100 % 12) * 60 + Integer.parseInt(minute);
      }
      if (hour >= 0 && hour < 24 && (next.equals(minute) || full)) {
        return (int) (hour % 12) * 60 + Integer.parseInt(minute);
      }
    }
    return -1;
  }

  /** The minutes past noon or midnight of all times of day: with their half, or as "11:30". */
  static Set<Integer> clocks(String text, List<String> words) {
    Set<Integer> out = new TreeSet<>();
    Matcher m = CLOCK.matcher(text.indexOf(':') < 0 ? "" : text);
    while (m.find()) {
      out.add(Integer.parseInt(m.group(1)) % 12 * 60 + Integer.parseInt(m.group(2)));
    }
    for (int i = 1; i < words.size(); i++) {
      if (HALVES.contains(words.get(i)) || isHalf(words, i)) {
        long last = NumberWords.of(words.get(i - 1));
        long before =
            i > 1 && words.get(i - 1).length() == 2 ? NumberWords.of(words.get(i - 2)) : -1;
        boolean minutes = before >= 0 && before < 24 && last >= 0 && last < 60;
        long hour = minutes ? before : last;
        if (hour >= 0 && hour < 24) {
          out.add((int) (hour % 12 * 60 + (minutes ? last : 0)));
        }
      }
    }
    return out;
  }

  /** "4 a.m.": two words. */
  private static boolean isHalf(List<String> words, int i) {
    return i + 1 < words.size()
        && words.get(i + 1).equals("m")
        && (words.get(i).equals("a") || words.get(i).equals("p"));
  }

  /** Where a claim gives a number. */
  static NamedValue number(Claim c, double number) {
    List<String> words = Wording.words(c.text());
    for (int i = 0; i < words.size(); i++) {
      int end = end(words, i);
      if (end > i && number(words, i) == number) {
        return new NamedValue(words, i, end, false, Set.of());
      }
      double scale = end > i && end < words.size() ? NumberWords.scale(words.get(end)) : 1;
      if (scale > 1 && Math.abs(number(words, i) * scale / number - 1) < ROUNDING) {
        return new NamedValue(words, i, end + 1, false, Set.of());
      }
    }
    return new NamedValue(words, -1, -1, false, Set.of());
  }

  /** The number that begins at a word; -1 if none does. */
  private static double number(List<String> words, int i) {
    String w = words.get(i);
    long whole = NumberWords.of(w);
    if (whole >= 0) {
      boolean two = end(words, i) > i + 1;
      return two ? whole + NumberWords.of(words.get(i + 1)) : whole;
    }
    try {
      return Character.isDigit(w.charAt(0)) ? Double.parseDouble(w.replace(",", "")) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The end of the number that begins at a word: "twenty three" is one of two words. */
  private static int end(List<String> words, int i) {
    String w = words.get(i);
    long first = NumberWords.of(w);
    boolean tens = first >= 2 * TENS && first % TENS == 0 && Character.isLetter(w.charAt(0));
    long second = tens && i + 1 < words.size() ? NumberWords.of(words.get(i + 1)) : 0;
    boolean two = second > 0 && second < TENS && Character.isLetter(words.get(i + 1).charAt(0));
    return two ? i + 2 : first >= 0 || Character.isDigit(w.charAt(0)) ? i + 1 : i;
  }

  /** Whether the claim gives this number too. */
  boolean gives(double number) {
    for (int i = 0; i < words.size(); i++) {
      if (number(words, i) == number) {
        return true;
      }
    }
    return false;
  }

  /** Whether two of the claim's numbers make this one. */
  boolean sumsTo(double number) {
    for (int i = 0; i < words.size(); i++) {
      double first = number(words, i);
      for (int j = end(words, i); first > 0 && j < words.size(); j++) {
        double second = number(words, j);
        if (second > 0 && first + second == number) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of these words stands next to the value. */
  boolean isBeside(Set<String> some) {
    return at > 0 && some.contains(words.get(at - 1))
        || at >= 0 && to < words.size() && some.contains(words.get(to));
  }

  /** The words up to so many before and behind the value; none if it is not found. */
  List<String> near(int reach) {
    if (at < 0) {
      return List.of();
    }
    List<String> out = new ArrayList<>(words.subList(Math.max(0, at - reach), at));
    out.addAll(words.subList(to, Math.min(words.size(), to + reach)));
    return out;
  }

  /** Whether a word stands right before the value, or right behind it. */
  boolean isNextTo(String word) {
    return at > 0 && words.get(at - 1).equals(word)
        || at >= 0 && to < words.size() && words.get(to).equals(word);
  }

  /** Whether the claim gives this number as that from which it went: "to 215 from 203". */
  boolean givesFrom(double number) {
    for (int i = 1; i < words.size(); i++) {
      if (number(words, i) == number && words.get(i - 1).equals("from")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a name stands near an age, and nobody of the name's ("Ann Lee's son, 5"): before "31",
   * behind "31-year-old".
   */
  boolean isBeside(String name) {
    if (at < 0) {
      return false;
    }
    List<String> parts = Wording.words(name);
    boolean behind = words.subList(to, Math.min(words.size(), to + 2)).equals(YEAR_OLD);
    int from = behind ? to : Math.max(0, at - APART);
    int end = behind ? Math.min(words.size(), to + 2 + APART) : at;
    for (int i = from; i < end; i++) {
      if (parts.contains(words.get(i))) {
        List<String> between = behind ? words.subList(to, i) : words.subList(i, at);
        if (between.stream().noneMatch(w -> w.endsWith("'s"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first word of the value; null if it is not found. */
  @Nullable String written() {
    return at < 0 ? null : words.get(at);
  }

  /** The terms next to the value on both sides; all of the claim's if it is not found. */
  Set<String> around(Wording wording) {
    Set<String> out = new TreeSet<>();
    int most = at < 0 ? words.size() : AROUND;
    for (int i = at - 1, n = 0; i >= 0 && n < most; i--) {
      n += add(words.get(i), wording, out);
    }
    for (int i = Math.max(0, to), n = 0; i < words.size() && n < most; i++) {
      n += add(words.get(i), wording, out);
    }
    return out;
  }

  private static int add(String word, Wording wording, Set<String> out) {
    String term = wording.term(word);
    if (term == null || Character.isDigit(word.charAt(0)) || NumberWords.of(word) >= 0) {
      return 0;
    }
    out.add(term);
    return 1;
  }
}
