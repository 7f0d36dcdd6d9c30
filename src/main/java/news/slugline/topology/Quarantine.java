package news.slugline.topology;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import news.slugline.avro.Rejected;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.KafkaException;

/**
 * Takes an article out of the way that a stage cannot handle: it becomes a reject that says where
 * the fault lies, the same whenever the log is read again. What a retry may mend, or what is wrong
 * with the machine and not with the article, is not taken: it goes up and stops the task.
 */
final class Quarantine {
  private static final String OWN = "news.slugline.";
  private static final String STAGE_METHOD = "process";
  private static final int FRAMES = 12;

  private final String logTopic;

  Quarantine(String logTopic) {
    this.logTopic = logTopic;
  }

  /** Whether the fault is the program's with this input. Errors are never asked about. */
  static boolean takes(RuntimeException e) {
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof KafkaException || c instanceof UncheckedIOException || c instanceof Error) {
        return false;
      }
    }
    return !Thread.currentThread().isInterrupted();
  }

  /**
   * The reject.
   *
   * @param stage grouping or story
   * @param offset of the article in the log
   */
  Rejected reject(
      String stage, WireArticle article, Instant eventTime, long offset, RuntimeException e) {
    return Rejected.newBuilder()
        .setTopic(logTopic)
        .setPartition(0)
        .setOffset(offset)
        .setReason(stage + "_fault")
        .setDetail(
            "Slugline itself failed on this article: "
                + e.getClass().getSimpleName()
                + at(e)
                + ", stack "
                + digest(e)
                + ". It is left out of its story; please report it.")
        .setPosition(stage)
        .setUri(article.uri())
        .setVersion(article.version())
        .setTime(eventTime)
        .build();
  }

  private static String at(Throwable e) {
    for (StackTraceElement f : e.getStackTrace()) {
      if (f.getClassName().startsWith(OWN)) {
        return " in " + frame(f);
      }
    }
    return "";
  }

  /** Of the program's own frames inside the stage; those of libraries and of the JDK may differ. */
  private static String digest(Throwable e) {
    StringBuilder b = new StringBuilder();
    for (Throwable c = e; c != null; c = c.getCause()) {
      b.append(c.getClass().getName()).append('\n');
      int n = 0;
      for (StackTraceElement f : c.getStackTrace()) {
        if (f.getClassName().startsWith(OWN)) {
          if (n++ == FRAMES || f.getMethodName().equals(STAGE_METHOD)) {
            break;
          }
          b.append(frame(f)).append('\n');
        }
      }
    }
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256")
              .digest(b.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256", missing);
    }
  }

  private static String frame(StackTraceElement f) {
    return f.getClassName().substring(f.getClassName().lastIndexOf('.') + 1)
        + "."
        + f.getMethodName()
        + ":"
        + f.getLineNumber();
  }
}
