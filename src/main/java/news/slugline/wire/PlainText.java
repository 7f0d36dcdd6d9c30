package news.slugline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain text, with what a sidecar says about it. The body is the decoded text as found; only line
 * endings are made one, a byte order mark goes.
 */
final class PlainText {
  static final String FORMAT = "text";

  private static final Set<String> MAIL =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "message-id",
          "mime-version",
          "from",
          "to",
          "subject",
          "content-type",
          "content-transfer-encoding",
          "date");

  private PlainText() {}

  static Parsed read(String text, Hints hints, Json json) throws BadWire {
    String body = normal(text);
    if (body.isBlank()) {
      throw new BadWire(Reason.EMPTY, "The file holds nothing but white space.");
    }
    refuseBinary(body);
    refuseMail(body);
    JsonNode sidecar = sidecar(hints, json);
    String headline = sidecar == null ? null : Json.text(sidecar, "headline", "title");
    WireArticle.Builder b =
        WireArticle.builder(Fields.uriOfPath(hints), "1", provider(hints))
            .headline(headline == null ? leadingHeadline(body) : headline)
            .body(body);
    if (sidecar != null) {
      describe(b, sidecar, hints);
    }
    return new Parsed.Article(Fields.checked(b.build()), FORMAT, 1);
  }

  static String normal(String text) {
    String s = text.startsWith("\ufeff") ? text.substring(1) : text;
    return s.indexOf('\r') < 0 ? s : s.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String provider(Hints hints) {
    String p = hints.provider();
    return p == null || p.isBlank() ? "unknown" : p;
  }

  static @Nullable JsonNode sidecar(Hints hints, Json json) throws BadWire {
    byte[] bytes = hints.sidecar();
    if (bytes == null) {
      return null;
    }
    List<JsonNode> values = json.values(Encoding.decode(bytes, null), 1);
    if (values.size() != 1 || !values.get(0).isObject()) {
      throw new BadWire(Reason.BAD_JSON, "The sidecar is not one JSON object.");
    }
    return values.get(0);
  }

  /** What a sidecar says, written over what is known otherwise. */
  static void describe(WireArticle.Builder b, JsonNode s, Hints hints) throws BadWire {
    String uri = Json.text(s, "uri", "guid");
    String source = Json.text(s, "source", "provider");
    String version = Json.text(s, "version");
    if (uri != null) {
      b.uri(uri.strip());
    }
    if (version != null) {
      b.version(version.strip());
    }
    String provider = Fields.first(source, hints.provider(), Authority.of(uri));
    if (provider != null) {
      b.provider(provider);
    }
    b.slugline(Json.text(s, "slugline"))
        .byline(Json.text(s, "byline", "by"))
        .dateline(Json.text(s, "dateline", "located"))
        .credit(Json.text(s, "credit", "creditLine"))
        .copyrightHolder(Json.text(s, "copyrightHolder"))
        .language(Fields.language(Json.text(s, "language")))
        .urgency(Fields.urgency(Json.text(s, "urgency")))
        .pubStatus(Fields.pubStatus(Json.text(s, "pubStatus", "pubstatus")))
        .signal(Fields.signal(Json.text(s, "signal")))
        .embargoed(WireTimes.strict(Json.text(s, "embargoed", "embargoedUntil"), "embargoed"))
        .firstCreated(
            WireTimes.strict(Json.text(s, "firstCreated", "firstcreated"), "firstCreated"))
        .versionCreated(
            WireTimes.strict(Json.text(s, "versionCreated", "versioncreated"), "versionCreated"))
        .note(Json.text(s, "note", "edNote"));
    Fields.Collected keywords = new Fields.Collected();
    Json.array(s, "keywords").forEach(n -> keywords.add(n.asText()));
    Fields.Collected subjects = new Fields.Collected();
    Json.array(s, "subjects").forEach(n -> subjects.add(Fields.subject(n.asText())));
    b.keywords(keywords.list()).subjects(subjects.list());
  }

  private static void refuseBinary(String body) throws BadWire {
    int odd = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == 0) {
        throw new BadWire(Reason.UNKNOWN_FORMAT, "The file is binary, not text.", "character " + i);
      }
      if ((c < ' ' && c != '\n' && c != '\t' && c != '\f') || c == '\ufffd') {
        odd++;
      }
    }
    if (odd * 20L > body.length()) {
      throw new BadWire(
          Reason.UNKNOWN_FORMAT, "The file is binary, not text: " + odd + " control characters.");
    }
  }

  /** A message of electronic mail has its own encodings; its raw text is no copy. */
  private static void refuseMail(String body) throws BadWire {
    int named = 0;
    int from = 0;
    while (from < body.length() && body.charAt(from) <= ' ') {
      from++;
    }
    for (int lines = 0; lines < 40 && from < body.length(); lines++) {
      int end = body.indexOf('\n', from);
      end = end < 0 ? body.length() : end;
      String line = body.substring(from, Math.min(end, from + 40));
      if (line.isBlank()) {
        break;
      }
      int colon = line.indexOf(':');
      named += colon > 0 && MAIL.contains(Xml.lower(line.substring(0, colon))) ? 1 : 0;
      from = end + 1;
    }
    if (named >= 3) {
      throw new BadWire(
          Reason.UNKNOWN_FORMAT, "This is a message of electronic mail, which is not read here.");
    }
  }

  /**
   * The first line if it is clearly a headline: short, alone in its paragraph, without a full stop,
   * with more text below. It stays part of the body.
   */
  static String leadingHeadline(String body) {
    int from = 0;
    while (from < body.length() && body.charAt(from) <= ' ') {
      from++;
    }
    int end = body.indexOf('\n', from);
    if (end < 0) {
      return "";
    }
    String first = body.substring(from, end).strip();
    int below = end + 1;
    int next = body.indexOf('\n', below);
    boolean alone = body.substring(below, next < 0 ? body.length() : next).isBlank();
    boolean closed = first.endsWith(".") || first.endsWith(",") || first.endsWith(":");
    int words = first.split(" +", -1).length;
    boolean more = body.substring(below).strip().length() > first.length();
    return alone && more && !closed && words >= 3 && first.length() <= 160 ? first : "";
  }
}
