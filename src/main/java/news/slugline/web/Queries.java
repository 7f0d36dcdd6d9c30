package news.slugline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; a fault says which parameter and what it accepts. */
final class Queries {
  private static final int MOST_VALUES = 100;

  private Queries() {}

  static Interest interest(HttpServletRequest r) {
    return Interest.of(
        all(r, "reason"),
        all(r, "story"),
        all(r, "state"),
        all(r, "person"),
        number(r, "minOrigins", 0, 0, 10_000));
  }

  /**
   * Refuses a parameter that a request does not take: a filter that is misspelt would be no filter.
   */
  static void only(HttpServletRequest r, String... names) {
    List<String> known = List.of(names);
    for (String name : r.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' is no parameter here; there are " + String.join(", ", known));
      }
    }
  }

  static List<String> all(HttpServletRequest r, String name) {
    String[] values = r.getParameterValues(name);
    if (values != null && values.length > MOST_VALUES) {
      throw new IllegalArgumentException(name + " is given more than " + MOST_VALUES + " times");
    }
    return values == null ? List.of() : List.of(values);
  }

  static @Nullable String text(HttpServletRequest r, String name) {
    String v = r.getParameter(name);
    return v == null || v.isBlank() ? null : v.strip();
  }

  /** In lower case, empty if it is not given. */
  static String lower(HttpServletRequest r, String name) {
    String v = text(r, name);
    return v == null ? "" : v.toLowerCase(Locale.ROOT);
  }

  static int number(HttpServletRequest r, String name, int absent, int least, int most) {
    String v = text(r, name);
    if (v == null) {
      return absent;
    }
    try {
      int n = Integer.parseInt(v);
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        name + " is '" + v + "', must be a number from " + least + " to " + most);
  }

  /** A time such as 2026-03-01T12:00:00Z, or a day, which stands for its beginning in UTC. */
  static @Nullable Instant time(HttpServletRequest r, String name) {
    String v = text(r, name);
    if (v == null) {
      return null;
    }
    try {
      return v.length() == 10
          ? LocalDate.parse(v).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(v.endsWith("Z") && v.length() == 17 ? v.replace("Z", ":00Z") : v);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " is '" + v + "', must be a time such as 2026-03-01T12:00:00Z or a day", e);
    }
  }
}
