package news.slugline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code slugline parse} tells about one item, a JSON object on a line.
 *
 * @param path of the file, relative to what was given
 * @param error why there is no article, or null
 */
public record ParsedLine(
    String path,
    @Nullable String guid,
    @Nullable String version,
    @Nullable String headline,
    @Nullable String pubstatus,
    @Nullable String error) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The line for one answer of the parser. */
  public static ParsedLine of(String path, Parsed parsed) {
    if (parsed instanceof Parsed.Article p) {
      WireArticle a = p.article();
      String status = a.pubStatus().name().toLowerCase(Locale.ROOT);
      return new ParsedLine(path, a.uri(), a.version(), a.headline(), status, null);
    }
    if (parsed instanceof Parsed.Skipped s) {
      return new ParsedLine(path, null, null, null, null, "skipped: " + s.note());
    }
    Parsed.Rejected r = (Parsed.Rejected) parsed;
    String where = r.position() == null ? "" : " (" + r.position() + ")";
    return new ParsedLine(path, null, null, null, null, r.reason() + ": " + r.detail() + where);
  }

  /** As JSON on one line. */
  public String toJson() {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("path", path);
      g.writeStringField("guid", guid);
      g.writeStringField("version", version);
      g.writeStringField("headline", headline);
      g.writeStringField("pubstatus", pubstatus);
      g.writeStringField("error", error);
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to take text", e);
    }
    return out.toString();
  }
}
