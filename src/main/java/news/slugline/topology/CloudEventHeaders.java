package news.slugline.topology;

import java.nio.charset.StandardCharsets;
import news.slugline.story.StoryUpdate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a story update by CloudEvents 1.0's binding for Kafka, binary mode. A function of
 * the update alone, so that reading the log again gives the same headers: a subscriber may drop a
 * second event of one id and source.
 */
public final class CloudEventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";

  /** The type of every update; another number follows a change that old readers cannot follow. */
  public static final String TYPE_VALUE = "news.slugline.story.updated.v1";

  private CloudEventHeaders() {}

  static Headers of(StoryUpdate u) {
    return new RecordHeaders()
        .add(SPEC_VERSION, bytes("1.0"))
        .add(ID, bytes(id(u)))
        .add(SOURCE, bytes(source(u)))
        .add(TYPE, bytes(TYPE_VALUE))
        .add(SUBJECT, bytes(u.storyId()))
        .add(TIME, bytes(u.cause().time()))
        .add(CONTENT_TYPE, bytes("application/avro"));
  }

  /** Story and revision: one update has one id, whatever run brings it. */
  public static String id(StoryUpdate u) {
    return u.storyId() + "/" + u.revision();
  }

  /** The engine: two engines may say different things of one revision. */
  public static String source(StoryUpdate u) {
    return "/slugline/engines/" + u.engine();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
