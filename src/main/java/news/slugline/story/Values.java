package news.slugline.story;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Kind;
import news.slugline.claim.value.Places;
import org.jspecify.annotations.Nullable;

/**
 * Compares canonical values. A value is read as an interval, of seconds or of numbers, wider the
 * vaguer it is; a vaguer value <i>fits</i> a more precise one that lies within it. Places and other
 * words fit by what they name. Remembers values that it looked at; one thread.
 */
final class Values {
  private static final int REMEMBERED = 2_048;
  private static final double TEN_MINUTES = 600;
  private static final double QUARTER_HOUR = 900;
  private static final double DAY = 86_400;
  private static final double ENDLESS = 1e300;

  /** From this breadth on a place is a country or more. */
  private static final double WIDE = 3;

  /** In seconds. */
  private static final double LONG_WEEKEND = 4 * 86_400;

  /** No zone is further from UTC, in seconds. */
  private static final double ZONES = 14 * 3_600;

  /** The unit of clock times without a day. */
  private static final String CLOCK = "clock";

  /** The unit of clock times without a zone. */
  private static final String LOCAL = "local";

  /** What vague numbers stand for, from common usage. */
  private static final Map<String, double[]> VAGUE =
      Map.of(
          "dozen", new double[] {12, 12},
          "dozens", new double[] {24, 99},
          "scores", new double[] {40, 199},
          "hundreds", new double[] {200, 999},
          "thousands", new double[] {2_000, 999_999},
          "millions", new double[] {2e6, 9.99e8},
          "several", new double[] {3, 20},
          "few", new double[] {2, 9},
          "many", new double[] {3, ENDLESS},
          "tens", new double[] {20, 99});

  private static final Map<String, Double> SECONDS =
      Map.of(
          "s", 1.0, "min", 60.0, "h", 3_600.0, "d", DAY, "day", DAY, "week", 7 * DAY, "month",
          30 * DAY, "y", 365 * DAY);

  private final Places places;
  private final Recent<String, Optional<Reach>> times;
  private final Recent<String, Optional<Reach>> quantities;

  Values(Places places, Memory memory) {
    this.times = memory.byValue(REMEMBERED);
    this.quantities = memory.byValue(REMEMBERED);
    this.places = places;
  }

  /** How two values stand to each other. */
  enum Match {
    SAME,
    /** Either may be meant by the other. */
    FITS,
    APART
  }

  /**
   * A stretch of the time or number line.
   *
   * @param open whether it is a bound or a range with an open end
   */
  private record Reach(double low, double high, boolean approx, boolean open, String unit) {
    boolean isInstant() {
      return high - low < DAY / 2;
    }

    /** A local day takes in clock times in UTC that lie up to fourteen hours outside it. */
    Reach spreadFor(Reach other) {
      return other.isInstant() ? new Reach(low - ZONES, high + ZONES, approx, open, unit) : this;
    }

    /** Whether a clock time whose zone is not known may be the other, in some zone. */
    boolean isZoneApart(Reach other) {
      boolean times = !unit.equals(CLOCK) && !other.unit.equals(CLOCK);
      return times && low <= other.high + ZONES && other.low <= high + ZONES;
    }

    boolean holdsMiddleOf(Reach other) {
      double middle = (other.low + other.high) / 2;
      return low <= middle && middle <= high;
    }

    double width() {
      return high - low + (approx ? 1e-3 : 0);
    }
  }

  Match match(Kind kind, String a, String b) {
    if (a.equals(b)) {
      return Match.SAME;
    }
    Reach x = reach(kind, a);
    Reach y = reach(kind, b);
    if (x == null || y == null) {
      return words(kind, a, b);
    }
    if (x.unit.equals(CLOCK) != y.unit.equals(CLOCK)) {
      return isClockOf(x, y) || isClockOf(y, x) ? Match.FITS : Match.APART;
    }
    if (x.unit.equals(LOCAL) != y.unit.equals(LOCAL)) {
      return x.isZoneApart(y) ? Match.FITS : Match.APART;
    }
    if (!x.unit.equals(y.unit)) {
      return Match.APART;
    }
    if (x.low == y.low && x.high == y.high && x.approx == y.approx) {
      return Match.SAME;
    }
    if (kind == Kind.TIME && isSpan(a) != isSpan(b) && Math.max(x.width(), y.width()) > LONG_SPAN) {
      return Match.APART; // "from March 2023 to October 2025" is no 2024
    }
    if (kind == Kind.TIME) {
      x = x.isInstant() ? x : x.spreadFor(y);
      y = y.isInstant() ? y : y.spreadFor(x);
    }
    if (kind == Kind.QUANTITY
        && x.approx
        && y.approx
        && !x.holdsMiddleOf(y)
        && !y.holdsMiddleOf(x)) {
      return Match.APART; // "about 2,600" and "some 3,100": only the edges of both may be one
    }
    boolean within = inside(x, y) || inside(y, x);
    boolean overlap =
        (x.approx || y.approx || x.open || y.open) && x.low <= y.high && y.low <= x.high;
    return within || overlap ? Match.FITS : Match.APART;
  }

  private static boolean isSpan(String time) {
    return time.indexOf('/') > 0;
  }

  /** Whether a clock time that has no day is that of the other, whose zone is as little known. */
  private static boolean isClockOf(Reach clock, Reach day) {
    double low = day.low - DAY * Math.floor(day.low / DAY);
    return clock.unit.equals(CLOCK)
        && day.unit.equals(LOCAL)
        && clock.low <= low + day.high - day.low
        && low <= clock.high;
  }

  /** How vague a value is; less is more precise. A clock time without its day says little. */
  double vagueness(Kind kind, String value) {
    Reach r = reach(kind, value);
    return r != null && r.unit.equals(CLOCK)
        ? DAY + r.width()
        : r != null ? r.width() : kind == Kind.PLACE ? breadth(value) : 0;
  }

  /** A town before its country, however long their names; of like places the longer name. */
  private double breadth(String place) {
    return places.breadth(place) + 1.0 / (1 + place.length());
  }

  /**
   * Whether it is a country, a continent or a sea, and so says nothing of a town; or a week or
   * longer, which says nothing of a day.
   */
  boolean isWide(Kind kind, String value) {
    Reach r = kind == Kind.TIME ? reach(kind, value) : null;
    return kind == Kind.PLACE && places.breadth(value) >= WIDE
        || r != null && !r.unit.equals(CLOCK) && r.high - r.low > LONG_WEEKEND;
  }

  /** Whether the value only bounds the one that is meant. */
  boolean isBound(Kind kind, String value) {
    Reach r = reach(kind, value);
    return r != null && r.open;
  }

  /** Whether of two numbers the one is more than twice the other: a bound of it says too little. */
  boolean isFar(Kind kind, String a, String b) {
    return differ(kind, a, b, 2);
  }

  /** "At least 17" is not what somebody says who counts 20, though it does not say otherwise. */
  boolean isLoose(Kind kind, String a, String b) {
    return differ(kind, a, b, NEAR);
  }

  private boolean differ(Kind kind, String a, String b, double times) {
    Double x = kind == Kind.QUANTITY ? number(a) : null;
    Double y = kind == Kind.QUANTITY ? number(b) : null;
    return x != null && y != null && Math.max(x, y) > times * Math.min(x, y);
  }

  /** The number of a quantity, null if it is none. */
  @Nullable Double number(String value) {
    Reach r = reach(Kind.QUANTITY, value);
    return r == null ? null : (Double) (r.high >= ENDLESS ? r.low : (r.low + r.high) / 2);
  }

  /**
   * The day or other stretch of a time in epoch seconds, {@code [from, to)}; null if unreadable.
   */
  static double @Nullable [] stretch(String value) {
    Reach r = time(value);
    return r == null || r.unit.equals(CLOCK) ? null : new double[] {r.low, r.high};
  }

  private static boolean inside(Reach a, Reach b) {
    return a.low >= b.low && a.high <= b.high;
  }

  private @Nullable Reach reach(Kind kind, String value) {
    return switch (kind) {
      case TIME -> times.get(value, v -> Optional.ofNullable(time(v))).orElse(null);
      case QUANTITY -> quantities.get(value, v -> Optional.ofNullable(quantity(v))).orElse(null);
      case HISTORY -> since(value);
      default -> null;
    };
  }

  private Match words(Kind kind, String a, String b) {
    if (kind != Kind.PLACE) {
      return a.equalsIgnoreCase(b) ? Match.SAME : Match.APART;
    }
    Set<String> x = new TreeSet<>(Wording.words(a));
    Set<String> y = new TreeSet<>(Wording.words(b));
    x.remove("the");
    y.remove("the");
    if (x.equals(y)) {
      return Match.SAME;
    }
    if (x.containsAll(y) || y.containsAll(x)) {
      return Match.FITS;
    }
    return places.contains(a, b) || places.contains(b, a) ? Match.FITS : Match.APART;
  }

  /** "first since 2019" and "last 2019" say the same of the time before. */
  private static @Nullable Reach since(String value) {
    int at = value.lastIndexOf(' ');
    Reach r = time(value.substring(at + 1));
    return r == null ? null : new Reach(r.low, r.high, r.approx, r.open, "since");
  }

  private static @Nullable Reach time(String value) {
    String v = value.trim();
    double before = 0;
    double after = 0;
    boolean open = false;
    if (v.startsWith("~")) {
      v = v.substring(1);
      before = TEN_MINUTES;
      after = TEN_MINUTES;
    } else if (v.startsWith("<")) {
      v = v.substring(v.startsWith("<=") ? 2 : 1);
      before = QUARTER_HOUR;
    } else if (v.startsWith(">")) {
      v = v.substring(v.startsWith(">=") ? 2 : 1);
      after = QUARTER_HOUR;
    }
    boolean approx = before + after > 0;
    int slash = v.indexOf('/');
    try {
      Reach r;
      if (slash > 0) {
        Reach from = point(v.substring(0, slash));
        Reach to = point(v.substring(slash + 1));
        if (from == null || to == null) {
          return null;
        }
        r = new Reach(from.low, to.high, false, false, from.unit);
      } else {
        r = point(v);
      }
      return r == null ? null : new Reach(r.low - before, r.high + after, approx, open, r.unit);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Reach point(String v) {
    if (v.startsWith("T") && v.length() >= 6) {
      double s =
          Integer.parseInt(v.substring(1, 3)) * 3_600 + Integer.parseInt(v.substring(4, 6)) * 60;
      return new Reach(s, s, false, false, CLOCK);
    }
    if (v.length() >= 16 && v.charAt(10) == 'T') {
      double s = LocalDateTime.parse(v.substring(0, 16)).toEpochSecond(ZoneOffset.UTC);
      return new Reach(s, s, false, false, v.endsWith("Z") ? "time" : LOCAL);
    }
    if (v.length() == 8 && v.startsWith("-W", 4)) {
      LocalDate monday =
          LocalDate.of(Integer.parseInt(v.substring(0, 4)), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(v.substring(6)))
              .with(java.time.DayOfWeek.MONDAY);
      return days(monday, monday.plusDays(7));
    }
    if (v.length() == 10) {
      LocalDate d = LocalDate.parse(v);
      return days(d, d.plusDays(1));
    }
    if (v.length() == 7) {
      LocalDate d = LocalDate.parse(v + "-01");
      return days(d, d.plusMonths(1));
    }
    if (v.length() == 4 && Character.isDigit(v.charAt(3))) {
      LocalDate d = LocalDate.of(Integer.parseInt(v), 1, 1);
      return days(d, d.plusYears(1));
    }
    return null;
  }

  private static Reach days(LocalDate from, LocalDate to) {
    return new Reach(from.toEpochDay() * DAY, to.toEpochDay() * DAY - 1, false, false, "time");
  }

  /** A day within a stretch of so many seconds says nothing of the whole. */
  private static final double LONG_SPAN = 31 * DAY;

  /** A bound tells of a number that is larger by a twentieth at most. */
  private static final double NEAR = 1.05;

  private static final int MONTHS = 12;

  private static @Nullable Reach quantity(String value) {
    String v = value.trim();
    String sign = "";
    for (String s : List.of(">=", "<=", "~", ">", "<")) {
      if (v.startsWith(s)) {
        sign = s;
        v = v.substring(s.length()).trim();
        break;
      }
    }
    int space = v.indexOf(' ');
    String number = (space < 0 ? v : v.substring(0, space)).toLowerCase(Locale.ROOT);
    String unit =
        space < 0 ? "" : Counted.unit(v.substring(space + 1).trim().toLowerCase(Locale.ROOT));
    double[] vague = VAGUE.get(number);
    if (vague != null) {
      return new Reach(vague[0], vague[1], true, true, unit);
    }
    int dots = number.indexOf("..");
    try {
      double low = Double.parseDouble(dots > 0 ? number.substring(0, dots) : number);
      double high = dots > 0 ? Double.parseDouble(number.substring(dots + 2)) : low;
      if (unit.equals("month") && low == high && low % MONTHS == 0) {
        low = low / MONTHS; // "24 months" are two years
        high = low;
        unit = "y";
      }
      Double seconds = SECONDS.get(unit);
      if (seconds != null && !unit.equals("y")) {
        low *= seconds;
        high *= seconds;
        unit = "duration";
      }
      return signed(sign, low, high, unit);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Reach signed(String sign, double low, double high, String unit) {
    return switch (sign) {
      case "~" ->
          new Reach(low - Math.abs(low) / 10, high + Math.abs(high) / 10, true, false, unit);
      case ">=", ">" -> new Reach(low, ENDLESS, false, true, unit);
      case "<=", "<" -> new Reach(0, high, false, true, unit);
      default -> new Reach(low, high, false, false, unit);
    };
  }
}
