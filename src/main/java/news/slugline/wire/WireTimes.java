package news.slugline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ways in which wires write a time: ISO 8601 extended or basic, with or without seconds,
 * fraction and zone ({@code 2026-03-01T08:00:00+01:00}, {@code 20260301T080000Z}, {@code
 * 20260301T080000+0100}, {@code 2026-03-01}). Without a zone it is UTC.
 */
final class WireTimes {
  /** Nothing on a wire is older than this; earlier stamps are unset clocks. */
  static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** A stamp past this is a slip; intake looks closer, with the time of arrival at hand. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private WireTimes() {}

  /** The time, or null if the text is absent or is no time. */
  static @Nullable Instant read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String s = text.strip();
    if (s.length() < 8 || s.length() > 40) {
      return null;
    }
    try {
      return new Scanner(s).time();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The time, or null if absent; refuses what is no time or cannot be true. */
  static @Nullable Instant strict(@Nullable String text, String field) throws BadWire {
    if (text == null || text.isBlank()) {
      return null;
    }
    Instant t = read(text);
    if (t == null) {
      throw new BadWire(
          Reason.BAD_TIME,
          "The time \"" + Fields.clip(text) + "\" in " + field + " is not ISO 8601.",
          field);
    }
    return sane(t, field);
  }

  /** The time itself; refuses one that cannot be true. */
  static @Nullable Instant sane(@Nullable Instant t, String field) throws BadWire {
    if (t != null && (t.isBefore(EARLIEST) || !t.isBefore(LATEST))) {
      throw new BadWire(
          Reason.BAD_TIME, "The time " + t + " in " + field + " cannot be that of news.", field);
    }
    return t;
  }

  /** ISO 8601 with seconds and an offset, as ninjs wants it. */
  static String write(Instant t) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME
            .withLocale(Locale.ROOT)
            .format(LocalDateTime.ofInstant(t, ZoneOffset.UTC))
        + "+00:00";
  }

  private static final class Scanner {
    private final String s;
    private int at;

    Scanner(String s) {
      this.s = s;
    }

    Instant time() {
      int year = digits(4);
      boolean extended = skip('-');
      int month = digits(2);
      if (extended) {
        expect('-');
      }
      LocalDate date = LocalDate.of(year, month, digits(2));
      if (at == s.length()) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      if (!skip('T') && !skip('t') && !skip(' ')) {
        ZoneOffset zone = zone();
        return date.atStartOfDay().toInstant(zone);
      }
      int hour = digits(2);
      skip(':');
      int minute = digits(2);
      int second = 0;
      int nanos = 0;
      if (skip(':') || (at < s.length() && Character.isDigit(s.charAt(at)))) {
        second = digits(2);
        if (skip('.') || skip(',')) {
          nanos = fraction();
        }
      }
      // a leap second, and the end of the day written as 24:00
      boolean midnight = hour == 24 && minute == 0 && second == 0;
      LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, second == 60 ? 59 : second, nanos);
      return date.plusDays(midnight ? 1 : 0).atTime(time).toInstant(zone());
    }

    private ZoneOffset zone() {
      skip(' ');
      if (at == s.length() || skip('Z') || skip('z') || s.startsWith("UTC", at)) {
        return ZoneOffset.UTC;
      }
      if (s.startsWith("GMT", at) && at + 3 == s.length()) {
        return ZoneOffset.UTC;
      }
      boolean minus = skip('-') || skip('\u2212');
      if (!minus) {
        expect('+');
      }
      int hours = digits(2);
      skip(':');
      int minutes = at < s.length() ? digits(2) : 0;
      if (at != s.length()) {
        throw new DateTimeException("trailing text");
      }
      return ZoneOffset.ofHoursMinutes(minus ? -hours : hours, minus ? -minutes : minutes);
    }

    private int digits(int n) {
      if (at + n > s.length()) {
        throw new DateTimeException("too short");
      }
      int v = 0;
      for (int i = 0; i < n; i++) {
        int d = s.charAt(at++) - '0';
        if (d < 0 || d > 9) {
          throw new DateTimeException("not a digit");
        }
        v = v * 10 + d;
      }
      return v;
    }

    private int fraction() {
      int nanos = 0;
      int unit = 100_000_000;
      while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
        nanos += (s.charAt(at++) - '0') * unit;
        unit /= 10;
      }
      return nanos;
    }

    private boolean skip(char c) {
      if (at < s.length() && s.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char c) {
      if (!skip(c)) {
        throw new DateTimeException("expected " + c);
      }
    }
  }
}
