package news.slugline.claim.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times of a sentence: days and longer by {@link Days}, clock times by {@link Clocks},
 * and joins a clock time with the day beside it. What the text leaves open stays open: "two days
 * later", "7:30" without a half of the day, "the third quarter" give nothing. Thread-safe.
 */
public final class TimeFinder {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final WordGroups WORDS = WordGroups.of(TimeFinder.class, "time-words.tsv");
  private static final Set<String> BETWEEN = WORDS.get("between");
  private static final Set<String> CLOCK_WORDS = WORDS.get("clock words");
  private static final Set<String> ABOUT = WORDS.get("about");
  private static final Set<String> BEFORE = Set.of("before", "by", "until", "till");

  /** Behind one of these, two numbers with a colon between are a time of day. */
  private static final Set<String> BEFORE_CLOCK =
      Set.of("about", "after", "around", "at", "before", "by", "from", "since", "till", "until");

  private static final Set<String> AFTER = WORDS.get("after");

  /** What stands between a time and that which is put in its place. */
  private static final Set<String> BESIDE_REPLACED =
      Set.of(
          "but", "not", "and", "on", "at", "in", "from", "until", "for", "only", "instead",
          "rather", "than", "of", "as", "by", "the");

  /** Words between the two. */
  private static final int REPLACING = 5;

  /** Words between "not" and the time: "will not begin at the shops on". */
  private static final int DENIED_REACH = 8;

  private TimeFinder() {}

  /** With the tables of this build. */
  public static TimeFinder standard() {
    return new TimeFinder();
  }

  /** The times of a sentence, in order, without overlap. */
  public List<TimeMention> find(Document document, Sentence sentence, Anchor anchor) {
    return find(Lexemes.of(document, sentence), anchor);
  }

  static List<TimeMention> find(Lexemes x, Anchor anchor) {
    List<TimeMention> found = new ArrayList<>();
    Days days = new Days(x, anchor);
    Scan scan = new Scan(x, anchor, days);
    int i = 0;
    int begin = 0;
    int end = 0;
    while (i < x.size) {
      TimeMention m = scan.at(i, found.isEmpty() ? null : found.get(found.size() - 1));
      if (m == null) {
        i = days.skip(i);
      } else {
        Replaced replaced = found.isEmpty() ? Replaced.NONE : replaced(x, begin, end, i);
        if (replaced == Replaced.FIRST) {
          found.remove(found.size() - 1);
        }
        if (replaced != Replaced.SECOND) {
          found.add(m);
        }
        begin = i;
        end = scan.end;
        i = end;
      }
    }
    return found;
  }

  private enum Replaced {
    NONE,
    FIRST,
    SECOND
  }

  /**
   * Which of two times that follow each other is only named to say that it is the other one: "not
   * on May 4 but on May 11", "on May 11 instead of May 4".
   */
  private static Replaced replaced(Lexemes x, int begin, int end, int next) {
    if (next - end > REPLACING) {
      return Replaced.NONE;
    }
    boolean but = false;
    boolean not = false;
    for (int i = end; i < next; i++) {
      but |= x.is(i, "but");
      not |= x.is(i, "not") || x.is(i, "instead") || x.is(i, "rather");
      if (!x.in(i, BESIDE_REPLACED) && !x.is(i, ",")) {
        return Replaced.NONE;
      }
    }
    if (not) {
      return Replaced.SECOND;
    }
    for (int i = begin - 1; but && i >= Math.max(0, begin - DENIED_REACH); i--) {
      if (x.is(i, "not") || x.is(i, "t") && x.is(i - 1, "'")) {
        boolean besides = x.is(i + 1, "only") || x.is(i + 1, "just") || x.is(i + 1, "merely");
        return besides ? Replaced.NONE : Replaced.FIRST;
      }
      if (!x.word(i) && !x.is(i, "'")) {
        return Replaced.NONE;
      }
    }
    return Replaced.NONE;
  }

  /** One pass over one sentence. */
  private static final class Scan {
    private final Lexemes x;
    private final Anchor anchor;
    private final Days days;
    private int end;

    /** Zones lie by quarters of an hour, so many minutes before and behind UTC. */
    private static final int STEP = 15;

    private static final int EAST = 14 * 60;
    private static final int WEST = -12 * 60;
    private static final int DAY = 24 * 60;

    Scan(Lexemes x, Anchor anchor, Days days) {
      this.x = x;
      this.anchor = anchor;
      this.days = days;
    }

    @Nullable TimeMention at(int i, @Nullable TimeMention before) {
      if (!mayBegin(i)) {
        return null;
      }
      Clocks.Hit clock = Clocks.read(x, i);
      if (clock != null) {
        TimeMention m = clockFirst(i, clock, before);
        if (m != null) {
          return m;
        }
      }
      Days.Hit day = days.read(i);
      return day == null ? null : dayFirst(i, day);
    }

    private boolean mayBegin(int i) {
      if (x.word(i)) {
        String w = x.lower(i);
        if (!Days.mayBegin(w) && !CLOCK_WORDS.contains(w)) {
          return false;
        }
        return !(x.is(i - 1, "-")
            && !x.spaced(i)
            && !x.spaced(i - 1)
            && x.word(i - 2)
            && !x.is(i - 2, "mid"));
      }
      boolean identifier =
          x.word(i - 1) && !x.spaced(i)
              || x.is(i - 1, "-")
                  && !x.spaced(i)
                  && x.word(i - 2)
                  && !x.spaced(i - 1)
                  && !x.is(i - 2, "mid");
      return x.number(i) && !identifier && !x.is(i - 1, "#") || x.is(i, "'");
    }

    // --- clock first: "11.30am Alaska Daylight Time on Friday"

    private @Nullable TimeMention clockFirst(
        int i, Clocks.Hit clock, @Nullable TimeMention before) {
      Zones.Hit zone = Zones.read(x, clock.end(), anchor.zone());
      int j = zone == null ? clock.end() : zone.end();
      Clocks.Hit c = inHalf(clock, j);
      if (c != clock && c.half() != clock.half()) {
        j = x.is(j, "at") ? j + 2 : j + 3;
        if (zone == null) {
          zone = Zones.read(x, j, anchor.zone());
          j = zone == null ? j : zone.end();
        }
      }
      Zones.Hit shown = shown(c, zone, j);
      if (shown != null) {
        zone = shown;
        j = shown.end();
      }
      int k = x.is(j, ",") ? j + 1 : j;
      k = x.is(k, "on") || x.is(k, "early") || x.is(k, "late") ? k + 1 : k;
      Days.Hit day = x.number(k) && x.digits(k) == 4 ? null : days.read(k);
      if (day != null && day.day() == null) {
        day = null;
      }
      c = settle(i, c, zone, day);
      if (c == null || c.time() == null || clash(i, c)) {
        return null;
      }
      // behind two clocks the day stands by itself, and is that of more than the moment
      end = day == null || shown != null ? j : day.end();
      if (day != null && zone == null) {
        zone = Zones.read(x, end, anchor.zone());
        end = zone == null ? end : zone.end();
      }
      if (day == null) {
        return alone(i, c, zone, before);
      }
      LocalDate date = day.day();
      return date == null ? null : instant(i, date, c, zone);
    }

    /** "6 a.m. (0400 GMT)": two clocks beside each other show the zone of the first. */
    private Zones.@Nullable Hit shown(Clocks.Hit c, Zones.@Nullable Hit named, int j) {
      if (named != null && named.named()) {
        return null;
      }
      Clocks.Hit other = x.is(j, "(") && c.last() == null ? Clocks.read(x, j + 1) : null;
      LocalTime local = c.time();
      if (other == null || other.last() != null || local == null) {
        return null;
      }
      Zones.Hit zone = Zones.read(x, other.end(), anchor.zone());
      zone = zone == null ? Zones.in(x, other.end()) : zone;
      ZoneId where = zone == null ? null : zone.zone();
      boolean universal = where != null && Zones.isUniversal(where);
      LocalTime there = universal ? other.as(Clocks.Half.FULL).time() : other.time();
      int close = zone == null ? -1 : dayBehind(zone.end());
      if (zone == null || where == null || there == null || !x.is(close, ")")) {
        return null;
      }
      int minutes = (local.toSecondOfDay() - there.toSecondOfDay()) / 60;
      minutes += where.getRules().getOffset(anchor.eventTime()).getTotalSeconds() / 60;
      minutes += minutes < EAST - DAY ? DAY : minutes > EAST ? -DAY : 0;
      return minutes % STEP == 0 && minutes >= WEST
          ? new Zones.Hit(close + 1, ZoneOffset.ofTotalSeconds(60 * minutes), true)
          : null;
    }

    /** Behind the day of a second clock: "(2000 GMT on Wednesday)". */
    private int dayBehind(int end) {
      int k = x.is(end, "on") ? end + 1 : end;
      Days.Hit day = days.read(k);
      return day == null ? end : day.end();
    }

    /** "Seven in the evening", "9 at night". */
    private Clocks.Hit inHalf(Clocks.Hit clock, int j) {
      boolean open =
          clock.half() == Clocks.Half.UNKNOWN || clock.half() == Clocks.Half.UNKNOWN_BARE;
      if (!open) {
        return clock;
      }
      if (x.phrase(j, "at", "night")) {
        return clock.as(clock.hour() < 5 || clock.hour() == 12 ? Clocks.Half.AM : Clocks.Half.PM);
      }
      if (x.phrase(j, "in", "the", "morning")) {
        return clock.as(Clocks.Half.AM);
      }
      boolean pm = x.phrase(j, "in", "the", "afternoon") || x.phrase(j, "in", "the", "evening");
      return pm ? clock.as(Clocks.Half.PM) : clock;
    }

    /** Reads an open hour by the zone or the part of the day; null if neither tells. */
    private Clocks.@Nullable Hit settle(
        int i, Clocks.Hit c, Zones.@Nullable Hit zone, Days.@Nullable Hit day) {
      boolean bare = c.half() == Clocks.Half.UNKNOWN_BARE;
      if (!bare && c.half() != Clocks.Half.UNKNOWN) {
        return c;
      }
      if (bare
          && !x.is(i - 1, "at")
          && !x.is(i - 1, "by")
          && !x.is(i - 1, "around")
          && !x.is(i - 1, "until")) {
        return null;
      }
      if (!bare && zone != null && Zones.isUniversal(zone.zone())) {
        return c.as(Clocks.Half.FULL);
      }
      Days.Part part = day == null ? null : day.part();
      if (part == null) {
        return isOfTwentyFour(i, c) ? c.as(Clocks.Half.FULL) : null;
      }
      return c.as(half(part, c.hour()));
    }

    /**
     * "At 11:30": of such an hour with two digits copy leaves out "a.m." where it counts to 24; "at
     * 3:30" may be either.
     */
    private boolean isOfTwentyFour(int i, Clocks.Hit c) {
      return x.is(i + 1, ":") && x.digits(i) == 2 && c.hour() >= 10 && x.in(i - 1, BEFORE_CLOCK);
    }

    private static Clocks.Half half(Days.Part part, int hour) {
      return switch (part) {
        case MORNING -> Clocks.Half.AM;
        case AFTERNOON, EVENING -> Clocks.Half.PM;
        case NIGHT -> hour < 5 || hour == 12 ? Clocks.Half.AM : Clocks.Half.PM;
      };
    }

    /** Numbers that only look like clock times: parts of larger numbers, scores, verses. */
    private boolean clash(int i, Clocks.Hit c) {
      if (!x.number(i)) {
        return x.is(i, "midnight") && x.capitalised(i) && x.capitalised(i + 1);
      }
      boolean glued = !x.spaced(i) && (x.is(i - 1, ":") || x.is(i - 1, "-") && x.number(i - 2));
      return glued || c.end() == i + 1 && c.half() == Clocks.Half.FULL && x.digits(i) < 4;
    }

    private TimeMention alone(
        int i, Clocks.Hit c, Zones.@Nullable Hit zone, @Nullable TimeMention before) {
      LocalTime time = time(c);
      ZoneId own = zone == null ? anchor.zone() : zone.zone();
      boolean named = zone != null && zone.named();
      String again = named && own != null ? sameInstant(i, time, own, before) : null;
      LocalTime last = c.last() == null ? null : c.last().time();
      if (again != null) {
        return mention(i, Type.INSTANT, again, time, last, own, named);
      }
      String value = clockValue(time, own);
      if (last != null) {
        value += "/" + clockValue(last, own);
      }
      return mention(i, Type.CLOCK_WITHOUT_DAY, value, time, last, own, named);
    }

    /** "7 p.m. ET Friday (2300 GMT)": the second clock shows the first one's moment. */
    private @Nullable String sameInstant(
        int i, LocalTime time, ZoneId own, @Nullable TimeMention before) {
      boolean beside =
          x.is(i - 1, "(") || x.is(i - 1, "/") || x.is(i - 1, "or") || x.is(i - 1, ",");
      if (before == null || !beside || before.type() != Type.INSTANT || before.clock() == null) {
        return null;
      }
      String first = before.value();
      if (!first.endsWith("Z") || first.length() != 17 || i < 2 || x.end(i - 2) != before.end()) {
        return null;
      }
      LocalDate day = LocalDate.parse(first.substring(0, 10));
      for (int d = -1; d <= 1; d++) {
        if (TimeMention.instant(day.plusDays(d), time, own).equals(first)) {
          return first;
        }
      }
      return null;
    }

    private static String clockValue(LocalTime time, @Nullable ZoneId zone) {
      if (zone == null) {
        return "T" + CLOCK.format(time);
      }
      if (zone.getRules().isFixedOffset()) {
        ZoneOffset o = zone.getRules().getOffset(java.time.Instant.EPOCH);
        return "T" + CLOCK.format(time.minusSeconds(o.getTotalSeconds())) + "Z";
      }
      return "T" + CLOCK.format(time) + "[" + zone.getId() + "]";
    }

    // --- day first: "Friday at 11.30am Alaska Daylight Time"

    private @Nullable TimeMention dayFirst(int i, Days.Hit day) {
      end = day.end();
      LocalDate date = day.day();
      if (date == null) {
        return day.type() == Type.RANGE || !rangeTo(day)
            ? mention(i, day.type(), day.value(), null, null, null, false)
            : range(i, day);
      }
      if (rangeTo(day)) {
        TimeMention r = range(i, day);
        if (r.type() == Type.RANGE) {
          return r;
        }
      }
      int k = x.is(day.end(), ",") ? day.end() + 1 : day.end();
      for (int n = 0; n < 3 && x.in(k, BETWEEN); n++) {
        k++;
      }
      Clocks.Hit clock = x.digits(k) == 4 && !x.upper(k + 1) ? null : Clocks.read(x, k);
      if (clock != null) {
        Zones.Hit zone = Zones.read(x, clock.end(), anchor.zone());
        Clocks.Hit c = inHalf(clock, zone == null ? clock.end() : zone.end());
        Zones.Hit shown = shown(c, zone, zone == null ? c.end() : zone.end());
        zone = shown == null ? zone : shown;
        boolean said = c.half() != clock.half();
        c = settle(k, c, zone, day);
        if (c != null && c.time() != null && !clash(k, c)) {
          end = zone == null ? c.end() : zone.end();
          if (said) {
            end = x.is(end, "at") ? end + 2 : end + 3;
          }
          return instant(i, date, c, zone);
        }
      }
      return mention(i, Type.DAY, day.value(), null, null, null, false);
    }

    private boolean rangeTo(Days.Hit day) {
      int j = day.end();
      return x.is(j, "to")
          || x.is(j, "through")
          || x.is(j, "until")
          || x.is(j, "-")
          || x.is(j, "and");
    }

    /** "Monday to Friday", "between May and July", "from March 2020 until June 2021". */
    private TimeMention range(int i, Days.Hit day) {
      int j = day.end();
      boolean and = x.is(j, "and");
      boolean led = x.is(i - 1, "from") || x.is(i - 1, "between");
      Days.Hit last = and && !x.is(i - 1, "between") ? null : bound(i, j, day);
      boolean fits =
          last != null
              && last.type() == day.type()
              && (led
                  || x.is(j, "-")
                  || x.is(j, "through")
                  || day.type() == Type.DAY && !x.is(j, "until"))
              && last.value().compareTo(day.value()) > 0;
      if (!fits || last == null) {
        return mention(i, day.type(), day.value(), null, null, null, false);
      }
      end = last.end();
      return mention(i, Type.RANGE, day.value() + "/" + last.value(), null, null, null, false);
    }

    private Days.@Nullable Hit bound(int i, int j, Days.Hit day) {
      Days.Hit last = x.number(j + 1) && x.digits(j + 1) < 4 ? null : days.read(j + 1);
      if (last == null || last.day() == null || day.day() == null) {
        return last;
      }
      LocalDate to = last.day();
      if (to.isAfter(day.day()) || x.number(last.end() - 1)) {
        return last;
      }
      // Weekdays, and the second looked back or on from another side: it follows the first.
      LocalDate next = to.plusDays(7);
      return next.isAfter(day.day())
          ? new Days.Hit(last.end(), Type.DAY, next.toString(), next, last.part())
          : last;
    }

    // --- mentions

    private TimeMention instant(int i, LocalDate date, Clocks.Hit c, Zones.@Nullable Hit zone) {
      LocalTime time = time(c);
      LocalDate day =
          c.hour() == 24 ? date.plusDays(1) : date; // midnight ends the day it is named with
      ZoneId own = zone == null ? anchor.zone() : zone.zone();
      LocalTime last = c.last() == null ? null : c.last().time();
      boolean named = zone != null && zone.named();
      TimeMention m = mention(i, Type.INSTANT, "", time, last, own, named);
      return new TimeMention(
          m.start(), m.end(), m.type(), m.on(day), m.approx(), time, last, own, named);
    }

    private static LocalTime time(Clocks.Hit c) {
      LocalTime t = c.time();
      return t == null ? LocalTime.MIDNIGHT : t;
    }

    private TimeMention mention(
        int i,
        Type type,
        String value,
        @Nullable LocalTime clock,
        @Nullable LocalTime last,
        @Nullable ZoneId zone,
        boolean named) {
      return new TimeMention(
          x.start(i), x.end(end - 1), type, value, approx(i, type), clock, last, zone, named);
    }

    private Comparator approx(int i, Type type) {
      int b = i - 1;
      while (x.is(b, "the")
          || x.is(b, "early")
          || x.is(b, "late")
          || x.is(b, "on")
          || x.is(b, "at")) {
        b--;
      }
      if (x.in(b, ABOUT)) {
        return Comparator.ABOUT;
      }
      if (x.in(b, BEFORE) || x.phrase(b - 1, "ahead", "of") || x.phrase(b - 1, "prior", "to")) {
        return x.is(b, "by") && type == Type.DECADE ? Comparator.EXACT : Comparator.BEFORE;
      }
      boolean range = type == Type.RANGE || x.is(b, "from") && x.is(end, "to");
      if (x.in(b, AFTER) && !range) {
        return Comparator.AFTER;
      }
      boolean more = x.phrase(b - 1, "more", "than") || x.is(b, "over");
      return more && type != Type.CLOCK_WITHOUT_DAY && x.is(end - 1, "ago")
          ? Comparator.BEFORE
          : Comparator.EXACT;
    }
  }
}
