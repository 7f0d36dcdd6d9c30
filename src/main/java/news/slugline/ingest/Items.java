package news.slugline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.slugline.avro.Article;
import news.slugline.schema.Articles;
import news.slugline.topology.ControlHeaders;
import news.slugline.topology.Topics;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import news.slugline.wire.WireParser;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a source found into what is published. A file that is one article goes on as it was
 * found, so that the original is kept; of a file of several items each goes on by itself. What
 * cannot be read goes on, too, with the reason: intake rejects it. Not for several threads.
 */
final class Items {
  /** Larger originals stay where they are; the record says where. */
  private static final int KEPT_BYTES = 1 << 20;

  /** An article must fit into the log beside what intake adds. */
  private static final int ARTICLE_BYTES = Topics.MAX_RECORD_BYTES - (512 << 10);

  private final WireParser parser = WireParser.standard();
  private final Serializer<Article> articles;
  private final String topic;

  Items(Target target) {
    this.articles = target.serdes().article().serializer();
    this.topic = target.topics().raw();
  }

  /**
   * What stands in some bytes, at least one thing.
   *
   * @param hints its path says where they were found and becomes part of what is published
   * @param lies where they can be read again, if they are too large to be sent
   */
  List<Outgoing> read(byte[] bytes, Hints hints, String lies) {
    List<Parsed> answers = parser.parse(bytes, hints);
    List<Outgoing> out = new ArrayList<>(answers.size());
    boolean alone = answers.size() == 1 && hints.sidecar() == null && bytes.length <= KEPT_BYTES;
    for (Parsed answer : answers) {
      if (answer instanceof Parsed.Article a) {
        out.add(
            alone ? asFound(a.article(), bytes, hints) : asAvro(a.article(), bytes, hints, lies));
      } else if (answer instanceof Parsed.Rejected r) {
        String reason = r.reason().name().toLowerCase(Locale.ROOT);
        out.add(refused(reason, r.detail(), r.position(), part(bytes, r), hints, lies));
      } else if (answer instanceof Parsed.Skipped s) {
        out.add(refused("skipped", s.note(), null, bytes, hints, lies));
      }
    }
    return out;
  }

  /** What cannot be read at all. */
  Outgoing refused(
      String reason,
      String detail,
      @Nullable String position,
      byte[] original,
      Hints hints,
      String lies) {
    boolean kept = original.length <= KEPT_BYTES;
    return refused(
        reason,
        detail,
        position,
        kept ? original : null,
        original.length,
        kept ? null : Digest.of(original),
        hints,
        lies);
  }

  /** What cannot be read at all, of which only size and digest are known. */
  Outgoing refused(
      String reason,
      String detail,
      @Nullable String position,
      byte @Nullable [] original,
      long size,
      @Nullable String sha256,
      Hints hints,
      String lies) {
    Map<String, String> headers = headers(hints);
    headers.put(ControlHeaders.REFUSED, reason);
    headers.put(ControlHeaders.DETAIL, detail);
    if (position != null) {
      headers.put(ControlHeaders.POSITION, position);
    }
    if (original == null) {
      headers.put(ControlHeaders.SIZE, Long.toString(size));
      headers.put(ControlHeaders.SHA256, sha256 == null ? "" : sha256);
      headers.put(ControlHeaders.LIES, lies);
    }
    String label = reason + ": " + detail + (position == null ? "" : " (" + position + ")");
    String print = Digest.of((reason + "\n" + detail).getBytes(StandardCharsets.UTF_8));
    return new Outgoing(print, label, source(hints), original, headers, true);
  }

  private static Outgoing asFound(WireArticle a, byte[] bytes, Hints hints) {
    return new Outgoing(Digest.of(a), label(a), a.uri(), bytes, headers(hints), false);
  }

  private Outgoing asAvro(WireArticle a, byte[] bytes, Hints hints, String lies) {
    byte[] value = Objects.requireNonNull(articles.serialize(topic, Articles.toAvro(a)));
    if (value.length > ARTICLE_BYTES) {
      return refused(
          "too_large",
          "The article has "
              + value.length
              + " bytes with all its fields; "
              + ARTICLE_BYTES
              + " are allowed.",
          null,
          bytes,
          hints,
          lies);
    }
    return new Outgoing(Digest.of(a), label(a), a.uri(), value, headers(hints), false);
  }

  private static String label(WireArticle a) {
    return a.uri() + " " + a.version();
  }

  /** Of a file of many lines only the line that is wrong: its neighbours were read. */
  private static byte[] part(byte[] bytes, Parsed.Rejected r) {
    String position = r.position();
    if (position == null || !position.startsWith("line ")) {
      return bytes;
    }
    String digits = position.substring("line ".length()).split("\\D", 2)[0];
    int wanted = digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    int from = 0;
    for (int line = 1; from <= bytes.length; line++) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (line == wanted) {
        boolean object = end > from && bytes[from] == '{';
        return object ? java.util.Arrays.copyOfRange(bytes, from, end) : bytes;
      }
      from = end + 1;
    }
    return bytes;
  }

  private static Map<String, String> headers(Hints hints) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ControlHeaders.SOURCE, source(hints));
    if (hints.contentType() != null) {
      headers.put(ControlHeaders.CONTENT_TYPE, hints.contentType());
    }
    if (hints.provider() != null) {
      headers.put(ControlHeaders.PROVIDER, hints.provider());
    }
    return headers;
  }

  private static String source(Hints hints) {
    return hints.path() == null ? "" : hints.path();
  }
}
