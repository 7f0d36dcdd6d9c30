package news.slugline.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as people write them: {@code 500ms}, {@code 15s}, {@code 5m}, {@code 72h}, {@code 30d}.
 */
public final class Durations {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  private record Unit(String name, long seconds) {}

  private static final List<Unit> UNITS =
      List.of(new Unit("d", 86400), new Unit("h", 3600), new Unit("m", 60));

  private Durations() {}

  /** Null if it is none; ISO 8601 is read, too. */
  public static @Nullable Duration parse(String text) {
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      try {
        return Duration.parse(text);
      } catch (DateTimeParseException e) {
        return null;
      }
    }
    long count = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /** In the largest unit that leaves no rest. */
  public static String write(Duration duration) {
    for (Unit unit : UNITS) {
      if (duration.toSeconds() >= unit.seconds() && duration.toSeconds() % unit.seconds() == 0) {
        return duration.toSeconds() / unit.seconds() + unit.name();
      }
    }
    return duration.toSeconds() + "s";
  }
}
