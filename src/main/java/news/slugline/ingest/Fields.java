package news.slugline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.config.Durations;
import news.slugline.config.Nearest;
import org.jspecify.annotations.Nullable;

/** The fields of one map of the configuration, typed and checked. */
final class Fields {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KB|MB)?");

  private final JsonNode node;
  private final String where;

  /**
   * @param known every key that may stand there
   */
  Fields(JsonNode node, String where, List<String> known) throws BadConfig {
    if (!node.isObject()) {
      throw new BadConfig("not a map", where, "write one `key: value` a line");
    }
    this.node = node;
    this.where = where;
    for (var e : node.properties()) {
      if (!known.contains(e.getKey())) {
        throw new BadConfig(
            "unknown key " + e.getKey(),
            where,
            Nearest.to(e.getKey(), known)
                .map(n -> "did you mean " + n + "?")
                .orElse("known are " + String.join(", ", known)));
      }
    }
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  @Nullable String text(String key) throws BadConfig {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isContainerNode()) {
      throw wrong(key, "a single value");
    }
    return value.asText().strip();
  }

  String text(String key, String otherwise) throws BadConfig {
    String value = text(key);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  String needed(String key, String what) throws BadConfig {
    String value = text(key);
    if (value == null || value.isEmpty()) {
      throw new BadConfig(key + " is missing", where, "give " + what);
    }
    return value;
  }

  boolean flag(String key, boolean otherwise) throws BadConfig {
    return switch (text(key, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrong(key, "true or false");
    };
  }

  int number(String key, int otherwise, int least, int most) throws BadConfig {
    try {
      int value = Integer.parseInt(text(key, Integer.toString(otherwise)));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong(key, "a whole number from " + least + " to " + most);
  }

  Duration duration(String key, Duration otherwise, Duration least, Duration most)
      throws BadConfig {
    String text = text(key);
    Duration value = text == null ? otherwise : Durations.parse(text);
    if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw wrong(
          key,
          "a duration such as 5s, 10m or 2h, from "
              + Durations.write(least)
              + " to "
              + Durations.write(most));
    }
    return value;
  }

  /** A size in bytes: {@code 500KB}, {@code 20MB}. */
  int size(String key, int otherwise, int most) throws BadConfig {
    String text = text(key);
    if (text == null) {
      return otherwise;
    }
    Matcher m = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    long bytes = 0;
    if (m.matches()) {
      String unit = m.group(2) == null ? "B" : m.group(2);
      bytes =
          Long.parseLong(m.group(1))
              * (unit.equals("MB") ? 1 << 20 : unit.equals("KB") ? 1 << 10 : 1);
    }
    if (bytes < 1 || bytes > most) {
      throw wrong(key, "a size such as 500KB or 5MB, up to " + (most >> 20) + "MB");
    }
    return (int) bytes;
  }

  <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) throws BadConfig {
    String text = text(key, otherwise.name()).toUpperCase(Locale.ROOT);
    for (E e : type.getEnumConstants()) {
      if (e.name().equals(text)) {
        return e;
      }
    }
    String words = List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
    throw wrong(key, words.substring(1, words.length() - 1));
  }

  BadConfig wrong(String key, String wanted) {
    return new BadConfig(
        key + " cannot be '" + node.path(key).asText() + "'", where, "give " + wanted);
  }
}
