package news.slugline.claim.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import news.slugline.claim.value.Days.Part;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * What names of the calendar stand in a sentence: weekdays, months, years, parts of a day. It says
 * which word is one, not which day is meant.
 */
final class CalendarWords {
  static final WordGroups GROUPS = WordGroups.of(Days.class, "day-words.tsv");
  static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "fall");
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Set<String> STARTS = GROUPS.get("starts");
  private static final Set<String> SHORT_WEEKDAYS = GROUPS.get("short weekdays");
  private static final Set<String> STAGES = GROUPS.get("stages");
  private static final Map<String, Part> PARTS =
      Map.of(
          "morning", Part.MORNING,
          "afternoon", Part.AFTERNOON,
          "lunchtime", Part.AFTERNOON,
          "evening", Part.EVENING,
          "night", Part.NIGHT);

  static {
    String[] months = {
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december"
    };
    for (int i = 0; i < 12; i++) {
      MONTHS.put(months[i], i + 1);
      MONTHS.put(months[i].substring(0, 3), i + 1);
    }
    MONTHS.put("sept", 9);
    for (DayOfWeek d : DayOfWeek.values()) {
      WEEKDAYS.put(d.name().toLowerCase(Locale.ROOT), d);
    }
    DayOfWeek[] w = DayOfWeek.values();
    String[][] shorts = {
      {"mon"}, {"tue", "tues"}, {"wed", "weds"}, {"thu", "thur", "thurs"}, {"fri"}, {"sat"}, {"sun"}
    };
    for (int i = 0; i < 7; i++) {
      for (String s : shorts[i]) {
        WEEKDAYS.put(s, w[i]);
      }
    }
  }

  private final Lexemes x;

  CalendarWords(Lexemes x) {
    this.x = x;
  }

  /** Whether a day or longer can begin with the word, if it is no number or holiday. */
  static boolean mayBegin(String lower) {
    return STARTS.contains(lower) || MONTHS.containsKey(lower) || WEEKDAYS.containsKey(lower);
  }

  /** "Early", "late", "mid": what narrows the time behind it. */
  boolean isStage(int i) {
    return STAGES.contains(x.lower(i));
  }

  @Nullable Which which(int i) {
    return switch (x.lower(i)) {
      case "last" -> Which.LAST;
      case "next" -> Which.NEXT;
      case "this" -> Which.THIS;
      default -> null;
    };
  }

  boolean isWeekday(int i) {
    String w = x.lower(i);
    if (!WEEKDAYS.containsKey(w) || !x.capitalised(i)) {
      return false;
    }
    if (SHORT_WEEKDAYS.contains(w)) {
      int j = x.is(i + 1, ".") ? i + 2 : i + 1;
      j = x.is(j, ",") ? j + 1 : j;
      boolean sure =
          isMonth(j) || x.number(j) && (isMonth(j + 1) || Numbers.isOrdinalSuffix(x, j + 1));
      return sure || x.is(i + 1, ".") && !w.equals("sun") && !w.equals("sat") && x.is(i - 1, "on");
    }
    return true;
  }

  DayOfWeek weekdayAt(int i) {
    return WEEKDAYS.getOrDefault(x.lower(i), DayOfWeek.MONDAY);
  }

  int afterWeekday(int i) {
    return SHORT_WEEKDAYS.contains(x.lower(i)) && x.is(i + 1, ".") ? i + 2 : i + 1;
  }

  boolean isMonth(int i) {
    String w = x.lower(i);
    if (!x.capitalised(i) || !MONTHS.containsKey(w)) {
      return false;
    }
    if (w.length() <= 4 && !w.equals("may") && !w.equals("june") && !w.equals("july")) {
      return x.is(i + 1, ".") || x.number(i + 1) || x.number(i - 1) || w.equals("sept");
    }
    return true;
  }

  /** Whether a word is a month's, whatever else it may mean. */
  boolean namesMonth(int i) {
    return MONTHS.containsKey(x.lower(i));
  }

  int monthAt(int i) {
    return MONTHS.getOrDefault(x.lower(i), 1);
  }

  int afterMonth(int i) {
    return x.lower(i).length() <= 4 && x.is(i + 1, ".") && !x.spaced(i + 1) ? i + 2 : i + 1;
  }

  int yearAfter(int j) {
    return x.is(j, ",") ? yearAt(j + 1) : yearAt(j);
  }

  /** The year in four digits that stands here, else 0. */
  int yearAt(int i) {
    int v = x.digits(i) == 4 ? x.value(i) : 0;
    boolean clock = x.is(i + 1, "gmt") || x.is(i + 1, "utc") || x.is(i + 1, "hours");
    boolean grouped =
        x.is(i + 1, ",") && !x.spaced(i + 1) && x.digits(i + 2) == 3 && !x.spaced(i + 2);
    return v >= 1000 && v < 2200 && !clock && !grouped ? v : 0;
  }

  @Nullable Part part(int j) {
    return PARTS.get(x.lower(j));
  }

  /** A day, and with it the part of it that is named behind. */
  Hit day(int end, LocalDate date, @Nullable Part part) {
    int e = part != null && part == part(end) ? end + 1 : end;
    return new Hit(e, Type.DAY, date.toString(), date, part);
  }
}
