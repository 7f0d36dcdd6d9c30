package news.slugline.claim.value;

import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import news.slugline.claim.value.Days.Part;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a weekday: "Friday", "Friday, Aug. 15", "Friday last week". */
final class WeekdayScan {
  private final Lexemes x;
  private final CalendarWords words;
  private final Almanac almanac;
  private final DateScan dates;

  WeekdayScan(Lexemes x, CalendarWords words, Almanac almanac, DateScan dates) {
    this.x = x;
    this.words = words;
    this.almanac = almanac;
    this.dates = dates;
  }

  /** The day that a weekday gives; null if it is any of its name. */
  @Nullable Hit read(int i) {
    int j = words.afterWeekday(i);
    if (x.is(j, "s") && !x.spaced(j)) {
      return null; // "Mondays": any of them
    }
    if (x.lower(i).endsWith("s") || x.is(i - 1, "every") || x.is(i - 1, "each")) {
      return null;
    }
    Hit date = explicitDate(j);
    if (date != null) {
      return date;
    }
    Hit of = weekOf(i, j);
    if (of != null) {
      return of;
    }
    // "will appeal against Thursday's ruling": yesterday's, whatever is to come of it
    boolean itsOwn = x.phrase(j, "'", "s") && !x.spaced(j) && !x.spaced(j + 1);
    boolean yesterday = almanac.today().minusDays(1).getDayOfWeek() == words.weekdayAt(i);
    Tense tense = itsOwn && yesterday ? Tense.PAST : Tense.of(x, i, j);
    return words.day(j, almanac.weekday(words.weekdayAt(i), null, tense), words.part(j));
  }

  /** "Friday, Aug. 15, 2025", "Friday 15 August", "Friday (Aug. 15)", "Friday night, Aug. 15". */
  private @Nullable Hit explicitDate(int j) {
    Part part = words.part(j);
    int k = part != null ? j + 1 : j;
    boolean open = x.is(k, "(");
    if (x.is(k, ",") || open) {
      k++;
    }
    if (x.is(k, "the")) {
      k++;
    }
    Hit d = null;
    if (words.isMonth(k)) {
      d = dates.month(k);
    } else if (x.number(k) && x.digits(k) <= 2) {
      d = dates.dayMonth(k);
    }
    if (d == null || d.type() != Type.DAY) {
      return null;
    }
    int end = open && x.is(d.end(), ")") ? d.end() + 1 : d.end();
    return new Hit(end, Type.DAY, d.value(), d.day(), part != null ? part : d.part());
  }

  /** "Friday last week", "Tuesday of next week". */
  private @Nullable Hit weekOf(int i, int j) {
    int k = x.is(j, "of") ? j + 1 : j;
    Which which = words.which(k);
    if (which == null || !x.is(k + 1, "week")) {
      return null;
    }
    return words.day(k + 2, almanac.inWeek(which, words.weekdayAt(i)), null);
  }
}
