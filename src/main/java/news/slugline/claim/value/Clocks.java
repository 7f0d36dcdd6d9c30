package news.slugline.claim.value;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads clock times: "11.30am", "8 p.m.", "from 7 to 9 p.m.", "noon", "1900", "seven o'clock". */
final class Clocks {

  /**
   * A clock time as written.
   *
   * @param end lexeme after it
   * @param hour 0..24; of the 12-hour clock if {@code half} is unknown
   * @param half am, pm, or how the hour is to be read
   * @param last the end of a range, else null
   */
  record Hit(int end, int hour, int minute, Half half, @Nullable Hit last) {
    /** The time of day; null as long as it is not known whether it is before noon. */
    @Nullable LocalTime time() {
      return switch (half) {
        case UNKNOWN, UNKNOWN_BARE -> null;
        case AM -> LocalTime.of(hour % 12, minute);
        case PM -> LocalTime.of(hour % 12 + 12, minute);
        case FULL -> LocalTime.of(hour % 24, minute);
      };
    }

    Hit as(Half h) {
      return new Hit(end, hour, minute, h, last == null ? null : last.as(h));
    }
  }

  /** How the hour counts. */
  enum Half {
    AM,
    PM,
    /** 24 hours. */
    FULL,
    /** "7:30", "seven o'clock": the words around must tell. */
    UNKNOWN,
    /** "7", which is a clock time only beside "at" and a part of the day. */
    UNKNOWN_BARE
  }

  private static final Set<String> BEFORE_RANGE = Set.of("between");
  private static final Set<String> MILITARY = Set.of("hours", "hrs", "hour", "h");

  private Clocks() {}

  static @Nullable Hit read(Lexemes x, int i) {
    Hit first = single(x, i);
    if (first == null) {
      return null;
    }
    int j = first.end();
    boolean dash = x.is(j, "-");
    boolean word =
        x.is(j, "to")
            || x.is(j, "until")
            || x.is(j, "till")
            || x.is(j, "through")
            || x.is(j, "and") && x.in(i - 1, BEFORE_RANGE);
    if (!dash && !word) {
      return first;
    }
    Hit last = single(x, j + 1);
    if (last == null || last.half() == Half.UNKNOWN_BARE && first.half() == Half.UNKNOWN_BARE) {
      return first;
    }
    return range(first, last);
  }

  private static Hit range(Hit first, Hit last) {
    boolean firstOpen = first.half() == Half.UNKNOWN || first.half() == Half.UNKNOWN_BARE;
    boolean lastOpen = last.half() == Half.UNKNOWN || last.half() == Half.UNKNOWN_BARE;
    Hit a = first;
    Hit b = last;
    if (firstOpen && !lastOpen && last.half() != Half.FULL) {
      a = first.as(last.half());
      LocalTime at = a.time();
      LocalTime bt = b.time();
      if (at != null && bt != null && at.isAfter(bt)) {
        a = first.as(last.half() == Half.PM ? Half.AM : Half.PM);
      }
    } else if (firstOpen && last.half() == Half.FULL && (last.hour() == 12 || last.hour() == 24)) {
      a = first.as(last.hour() == 12 ? Half.AM : Half.PM);
    } else if (firstOpen != lastOpen && lastOpen) {
      return first;
    }
    return new Hit(b.end(), a.hour(), a.minute(), a.half(), b);
  }

  private static @Nullable Hit single(Lexemes x, int i) {
    if (x.number(i)) {
      return digits(x, i);
    }
    String w = x.lower(i);
    switch (w) {
      case "noon", "midday" -> {
        return new Hit(i + 1, 12, 0, Half.FULL, null);
      }
      case "midnight" -> {
        return new Hit(i + 1, 24, 0, Half.FULL, null);
      }
      case "half", "quarter", "a" -> {
        return spoken(x, i);
      }
      default -> {
        return x.word(i) ? worded(x, i) : null;
      }
    }
  }

  /** "Half past seven", "a quarter to nine". */
  private static @Nullable Hit spoken(Lexemes x, int i) {
    int q = x.is(i, "a") ? i + 1 : i;
    boolean half = x.is(q, "half") && q == i;
    if (!half && !x.is(q, "quarter")) {
      return null;
    }
    boolean past = x.is(q + 1, "past") || x.is(q + 1, "after");
    if (!past && (half || !x.is(q + 1, "to"))) {
      return null;
    }
    Hit hour = single(x, q + 2);
    if (hour == null || hour.minute() != 0 || hour.hour() > 12 || hour.hour() == 0) {
      return null;
    }
    int h = past ? hour.hour() : hour.hour() == 1 ? 12 : hour.hour() - 1;
    Half which = hour.half() == Half.UNKNOWN_BARE ? Half.UNKNOWN : hour.half();
    return new Hit(hour.end(), h, half ? 30 : past ? 15 : 45, which, null);
  }

  private static @Nullable Hit worded(Lexemes x, int i) {
    Numbers.Hit n = Numbers.isNumberWord(x.lower(i)) ? Numbers.read(x, i) : null;
    if (n == null || n.scaled() || n.value().intValue() < 1 || n.value().intValue() > 12) {
      return null;
    }
    if (n.end() != i + 1) {
      return null;
    }
    return closed(x, i + 1, n.value().intValue(), 0, Half.UNKNOWN_BARE);
  }

  private static @Nullable Hit digits(Lexemes x, int i) {
    if (!x.spaced(i) && (x.is(i - 1, "$") || x.is(i - 1, ".") || x.is(i - 1, ","))) {
      return null;
    }
    int d = x.digits(i);
    int v = x.value(i);
    if (d == 4) {
      return fourDigits(x, i, v);
    }
    if (d > 2 || v > 24) {
      return null;
    }
    int j = i + 1;
    int minute = 0;
    boolean colon = false;
    boolean dot = false;
    if ((x.is(j, ":") || x.is(j, "."))
        && !x.spaced(j)
        && x.digits(j + 1) == 2
        && !x.spaced(j + 1)) {
      colon = x.is(j, ":");
      dot = !colon;
      minute = x.value(j + 1);
      j += 2;
      if (colon && x.is(j, ":") && x.digits(j + 1) == 2) {
        j += 2;
      }
    }
    if (minute > 59) {
      return null;
    }
    if (v == 12 && (x.is(j, "noon") || x.is(j, "midday") || x.is(j, "midnight"))) {
      return new Hit(j + 1, x.is(j, "midnight") ? 24 : 12, 0, Half.FULL, null);
    }
    if (colon && (v > 12 || d == 2 && x.lower(i).charAt(0) == '0')) {
      Hit h = v > 12 && v <= 24 ? null : closed(x, j, v, minute, Half.FULL);
      return h != null ? h : new Hit(j, v, minute, Half.FULL, null);
    }
    Hit h = closed(x, j, v, minute, colon ? Half.UNKNOWN : Half.UNKNOWN_BARE);
    if (dot && h != null && h.half() == Half.UNKNOWN_BARE) {
      Zones.Hit zone = Zones.read(x, j, null);
      return zone == null ? null : new Hit(j, v, minute, v > 12 ? Half.FULL : Half.UNKNOWN, null);
    }
    return h;
  }

  private static @Nullable Hit fourDigits(Lexemes x, int i, int v) {
    int hour = v / 100;
    int minute = v % 100;
    if (hour > 24 || minute > 59) {
      return null;
    }
    boolean hours =
        x.in(i + 1, MILITARY) && x.in(i - 1, Set.of("at", "by", "around", "about", "from"));
    if (hours) {
      return new Hit(i + 2, hour, minute, Half.FULL, null);
    }
    int z = x.is(i + 1, "(") ? i : i + 1;
    Zones.Hit zone = x.word(z) ? Zones.read(x, z, null) : null;
    return zone != null && x.upper(z) ? new Hit(i + 1, hour, minute, Half.FULL, null) : null;
  }

  /** With the "a.m.", "p.m." or "o'clock" that follows. */
  private static @Nullable Hit closed(Lexemes x, int j, int hour, int minute, Half open) {
    String w = x.lower(j);
    if (w.equals("am") || w.equals("pm")) {
      return half(j + 1, hour, minute, w.charAt(0));
    }
    if ((w.equals("a") || w.equals("p")) && x.is(j + 1, ".") && !x.spaced(j + 1)) {
      int m = j + 2;
      if (x.is(m, "m")) {
        int end = x.is(m + 1, ".") && !x.spaced(m + 1) ? m + 2 : m + 1;
        return half(end, hour, minute, w.charAt(0));
      }
    }
    if (w.equals("o") && x.is(j + 1, "'") && x.is(j + 2, "clock") && hour >= 1 && hour <= 12) {
      return new Hit(j + 3, hour, minute, Half.UNKNOWN, null);
    }
    if (hour > 12 && open != Half.FULL) {
      return null;
    }
    return new Hit(j, hour, minute, open, null);
  }

  private static @Nullable Hit half(int end, int hour, int minute, char c) {
    if (hour > 12) {
      return hour <= 24 && c == 'p' ? new Hit(end, hour, minute, Half.FULL, null) : null;
    }
    if (hour == 0) {
      return new Hit(end, 0, minute, Half.FULL, null);
    }
    return new Hit(end, hour, minute, c == 'a' ? Half.AM : Half.PM, null);
  }
}
