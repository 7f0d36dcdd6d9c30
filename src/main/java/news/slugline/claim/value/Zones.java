package news.slugline.claim.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of time zones as clock times carry them. */
final class Zones {

  /**
   * A zone that the text names.
   *
   * @param end lexeme after it
   * @param zone null for "local time" where it is not known
   * @param named false for "local time"
   */
  record Hit(int end, @Nullable ZoneId zone, boolean named) {}

  private record Row(ZoneId zone, Set<String> where) {}

  private static final int LONGEST = 6;
  private static final Zones TABLE = new Zones();

  /** Words of a place's name. */
  private static final int LONGEST_PLACE = 3;

  private final Map<String, List<Row>> abbreviations = new HashMap<>();
  private final Map<String, ZoneId> names = new HashMap<>();

  private Zones() {
    for (String[] row : Lists.rows("zones.tsv", 2)) {
      ZoneId zone = ZoneId.of(row[1]);
      boolean isName = Character.isLowerCase(row[0].charAt(0));
      if (isName) {
        names.put(row[0], zone);
      } else {
        Set<String> where = row.length > 2 ? Set.of(row[2].split("\\|")) : Set.of();
        abbreviations
            .computeIfAbsent(row[0].toUpperCase(Locale.ROOT), k -> new ArrayList<>())
            .add(new Row(zone, where));
      }
    }
  }

  /** The zone named here, with or without parentheses around it; null if none is. */
  static @Nullable Hit read(Lexemes x, int i, @Nullable ZoneId own) {
    if (x.is(i, "(")) {
      Hit inner = read(x, i + 1, own);
      return inner != null && x.is(inner.end(), ")")
          ? new Hit(inner.end() + 1, inner.zone(), inner.named())
          : null;
    }
    if (!x.word(i)) {
      return null;
    }
    if (x.phrase(i, "local", "time")) {
      return new Hit(i + 2, own, false);
    }
    Hit offset = offset(x, i);
    if (offset != null) {
      return offset;
    }
    Hit name = name(x, i);
    if (name != null) {
      return name;
    }
    Hit place = place(x, i);
    return place != null ? place : abbreviation(x, i, own);
  }

  /** The zone of where it is so late: "in Japan", "in New York"; null if that is not known. */
  static @Nullable Hit in(Lexemes x, int i) {
    for (int k = LONGEST_PLACE; k > 0 && x.is(i, "in") && x.capitalised(i + 1); k--) {
      ZoneId zone = x.is(i + k + 1, ")") ? Places.standard().zone(x.raw(i + 1, i + k + 1)) : null;
      if (zone != null) {
        return new Hit(i + k + 1, zone, true);
      }
    }
    return null;
  }

  /** "GMT+3", "UTC-05:30". */
  private static @Nullable Hit offset(Lexemes x, int i) {
    if (!x.is(i, "gmt") && !x.is(i, "utc")) {
      return null;
    }
    boolean minus = x.is(i + 1, "-");
    if (!minus && !x.is(i + 1, "+") || !x.number(i + 2) || x.spaced(i + 2)) {
      return null;
    }
    int hours = x.value(i + 2);
    int minutes = 0;
    int end = i + 3;
    if (x.digits(i + 2) == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (x.is(end, ":") && x.digits(end + 1) == 2) {
      minutes = x.value(end + 1);
      end += 2;
    }
    if (hours < 0 || hours > 14 || minutes > 59) {
      return null;
    }
    int sign = minus ? -1 : 1;
    return new Hit(end, ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes), true);
  }

  private static @Nullable Hit name(Lexemes x, int i) {
    StringBuilder b = new StringBuilder();
    Hit best = null;
    for (int k = 0; k < LONGEST + 3 && i + k < x.size; k++) {
      if (k > 0 && x.spaced(i + k)) {
        b.append(' ');
      }
      b.append(x.lower(i + k));
      ZoneId zone = TABLE.names.get(b.toString());
      if (zone != null) {
        best = new Hit(i + k + 1, zone, true);
      }
    }
    return best;
  }

  private static @Nullable Hit place(Lexemes x, int i) {
    for (int k = 1; k <= 3; k++) {
      if (x.is(i + k, "time") && x.capitalised(i)) {
        ZoneId zone = Places.standard().zone(x.raw(i, i + k));
        return zone == null ? null : new Hit(i + k + 1, zone, true);
      }
    }
    return null;
  }

  private static @Nullable Hit abbreviation(Lexemes x, int i, @Nullable ZoneId own) {
    boolean dotted = x.is(i + 1, ".") && !x.spaced(i + 1) && x.word(i + 2) && !x.spaced(i + 2);
    String a = x.lower(i).toUpperCase(Locale.ROOT);
    int end = i + 1;
    if (dotted && a.length() == 1) {
      StringBuilder b = new StringBuilder(a);
      int j = i + 1;
      while (x.is(j, ".") && x.word(j + 1) && x.lower(j + 1).length() == 1 && !x.spaced(j + 1)) {
        b.append(x.lower(j + 1));
        j += 2;
      }
      a = b.toString().toUpperCase(Locale.ROOT);
      end = x.is(j, ".") ? j + 1 : j;
    }
    boolean asWritten =
        x.upper(i) || a.equals("CHST") || a.length() == 3 && x.lower(i).equals("est");
    List<Row> rows = asWritten ? TABLE.abbreviations.get(a) : null;
    if (rows == null || a.length() < 2) {
      return null;
    }
    String here = own == null ? "" : own.getId();
    for (Row r : rows) {
      if (r.where().contains(here) || r.where().isEmpty()) {
        return new Hit(end, r.zone(), true);
      }
    }
    return null;
  }

  /** Whether clocks of this zone are read by 24 hours ("0530 GMT"), as agencies write them. */
  static boolean isUniversal(@Nullable ZoneId zone) {
    return zone instanceof ZoneOffset o && o.getTotalSeconds() == 0;
  }
}
