package news.slugline.topology;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.slugline.avro.Article;
import news.slugline.avro.Claim;
import news.slugline.avro.Command;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Promotion;
import news.slugline.avro.Rejected;
import news.slugline.avro.SourceRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.StoryState;
import news.slugline.avro.StoryUpdate;
import news.slugline.schema.PublicSchema;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every topic that Slugline uses, declared once: names under a prefix, partitions, retention,
 * clean-up, timestamps, size of a record, schema.
 */
public final class Topics {
  /**
   * The largest record of any topic, in bytes; an oversize one would kill its task under exactly
   * once.
   */
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  /** The key of the one record that counts in {@link #promotions}. */
  public static final String PROMOTED = "live";

  private static final String CLEANUP = "cleanup.policy";
  private static final String COMPACT = "compact";
  private static final String COMPACT_DELETE = "compact,delete";

  private final String inputPrefix;
  private final String prefix;
  private final int partitions;
  private final int replication;
  private final Duration retention;

  /** With the usual retention. */
  public Topics(String prefix, int partitions, int replication) {
    this(prefix, partitions, replication, Duration.ofDays(400));
  }

  /**
   * @param prefix stands before every name; may be empty
   * @param partitions of the topics keyed by story
   * @param replication -1 leaves it to the broker
   * @param retention of what is not internal
   */
  public Topics(String prefix, int partitions, int replication, Duration retention) {
    this(prefix, prefix, partitions, replication, retention);
  }

  private Topics(
      String inputPrefix, String prefix, int partitions, int replication, Duration retention) {
    this.retention = retention;
    this.inputPrefix = inputPrefix;
    this.prefix = prefix;
    this.partitions = partitions;
    this.replication = replication;
  }

  /**
   * The topics of a stream that has taken the place of this one: what goes in keeps its names, so
   * that nobody who sends articles or orders has to know.
   *
   * @param promoted prefix of all that comes out
   */
  public Topics promoted(String promoted) {
    return new Topics(inputPrefix, promoted, partitions, replication, retention);
  }

  /** How many partitions the topics keyed by story have. */
  int partitions() {
    return partitions;
  }

  /** Wire articles as they come in: any wire format, or Avro. Key: uri. */
  public String raw() {
    return inputPrefix + "articles.raw";
  }

  /** Editors' orders. Key: story. */
  public String commands() {
    return inputPrefix + "commands";
  }

  /** Where each source of articles stands, compacted. Key: source, or source/item. */
  public String sources() {
    return inputPrefix + "ingest.sources";
  }

  /** Which stream is live, compacted. Key: {@link #PROMOTED}. */
  public String promotions() {
    return inputPrefix + "promotions";
  }

  /** The log: accepted articles, commands and ticks in one order. */
  public String log() {
    return prefix + "articles";
  }

  /** What intake could not accept. */
  public String rejected() {
    return prefix + "articles.rejected";
  }

  /** The log by story. Key: story; ticks go to every partition. */
  public String byStory() {
    return prefix + "articles.by-story";
  }

  /** Claims. Key: uri of the article. */
  public String claims() {
    return prefix + "claims";
  }

  /** What changed. Key: story. */
  public String updates() {
    return prefix + "story-updates";
  }

  /** Whole states, compacted. Key: story. */
  public String stories() {
    return prefix + "stories";
  }

  /** All of them, in the order of the flow. */
  public List<Spec> all() {
    Duration keep = retention;
    return List.of(
        spec(raw(), 1, keep, false, Article.SCHEMA$, "what comes in"),
        spec(commands(), 1, keep, false, Command.SCHEMA$, "editors' orders"),
        spec(log(), 1, keep, false, LogRecord.SCHEMA$, "the log, in one order"),
        spec(rejected(), 1, keep, false, Rejected.SCHEMA$, "what could not be accepted"),
        spec(
            byStory(),
            partitions,
            Duration.ofDays(7),
            false,
            StoryRecord.SCHEMA$,
            "the log by story"),
        spec(claims(), partitions, keep, false, Claim.SCHEMA$, "claims"),
        spec(updates(), partitions, keep, false, StoryUpdate.SCHEMA$, "what changed"),
        spec(stories(), partitions, keep, true, StoryState.SCHEMA$, "whole states"),
        spec(sources(), 1, null, true, SourceRecord.SCHEMA$, "where each source stands"),
        spec(promotions(), 1, null, true, Promotion.SCHEMA$, "which stream is live"));
  }

  private Spec spec(
      String name,
      int count,
      @Nullable Duration retention,
      boolean compacted,
      Schema schema,
      String holds) {
    return new Spec(name, count, replication, retention, compacted, PublicSchema.of(schema), holds);
  }

  /**
   * One topic.
   *
   * @param retention null if a key's latest record is kept for good
   * @param compacted whether only a key's latest record is kept
   * @param schema of its values
   * @param holds what is in it, in a few words
   */
  public record Spec(
      String name,
      int partitions,
      int replication,
      @Nullable Duration retention,
      boolean compacted,
      Schema schema,
      String holds) {

    /** The registry's subject of its values. */
    public String subject() {
      return name + "-value";
    }

    /**
     * Its settings. Timestamps are the broker's, else retention by record time would delete a
     * replay of old articles as soon as it is written.
     */
    public Map<String, String> settings() {
      Map<String, String> s = new LinkedHashMap<>();
      String policy = retention == null ? COMPACT : COMPACT_DELETE;
      s.put(CLEANUP, compacted ? policy : "delete");
      if (retention != null) {
        s.put("retention.ms", Long.toString(retention.toMillis()));
      }
      s.put("message.timestamp.type", "LogAppendTime");
      s.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
      return s;
    }

    /**
     * Whether a topic may have another value than {@link #settings} says: its retention is its
     * owner's affair, and keeping states for good, as earlier versions did, harms nobody.
     */
    public boolean tolerates(String key, String value) {
      return key.equals("retention.ms")
          || (key.equals(CLEANUP)
              && value.equals(COMPACT)
              && COMPACT_DELETE.equals(settings().get(CLEANUP)));
    }
  }
}
