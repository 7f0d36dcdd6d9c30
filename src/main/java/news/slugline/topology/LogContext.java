package news.slugline.topology;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the story and the article at hand beside whatever this thread logs. It stays until the next
 * record, so that the report of a failure carries it, too.
 */
final class LogContext {
  private LogContext() {}

  static void set(@Nullable String story, @Nullable String article, @Nullable String version) {
    put("story", story);
    put("article", article);
    put("version", version);
  }

  private static void put(String key, @Nullable String value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
