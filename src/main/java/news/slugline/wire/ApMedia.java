package news.slugline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items of the AP Media API: a feed, a search result or a single item.
 *
 * <p>The API gives the text as a rendition behind a link unless it was asked to put it in; an item
 * without its text still stands for its version, headline and status.
 */
final class ApMedia {
  static final String FORMAT = "ap-media";

  private ApMedia() {}

  /** The items of an answer of the API; empty if it is none. */
  static List<JsonNode> items(JsonNode o) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode data = o.has("data") ? o.get("data") : o;
    collect(data.get("item"), found);
    JsonNode items = data.get("items");
    if (items != null && items.isArray()) {
      for (JsonNode wrapped : items) {
        collect(wrapped.has("item") ? wrapped.get("item") : wrapped, found);
      }
    }
    if (!data.has("standard") && !data.has("$standard")) {
      // ninjs, which looks alike, names its standard
      collect(data, found);
    }
    return found;
  }

  private static void collect(@Nullable JsonNode item, List<JsonNode> found) {
    if (item != null && item.path("altids").path("itemid").isTextual()) {
      found.add(item);
    }
  }

  static Parsed read(JsonNode item, int index, Hints hints) throws BadWire {
    String id = item.path("altids").path("itemid").asText();
    String type = Fields.lineOrEmpty(Json.text(item, "type"));
    PubStatus status = Fields.pubStatus(Json.text(item, "pubstatus"));
    String body = body(item);
    if (body.isEmpty() && !type.isEmpty() && !type.equals("text") && status == PubStatus.USABLE) {
      return new Parsed.Skipped(
          FORMAT, "The AP item " + id + " is of type " + type + " and has no text.");
    }
    String version = Json.text(item, "version");
    String provider = Fields.first(named(item, "provider"), hints.provider());
    WireArticle.Builder b =
        WireArticle.builder(id, version == null ? "1" : version, provider == null ? "AP" : provider)
            .headline(Fields.lineOrEmpty(Json.text(item, "headline", "headline_extended", "title")))
            .slugline(Json.text(item, "slugline", "title"))
            .byline(byline(item))
            .dateline(Json.text(item, "dateline", "located"))
            .credit(Json.text(item, "creditline"))
            .copyrightHolder(Json.text(item, "copyrightholder"))
            .language(Fields.language(Json.text(item, "language")))
            .urgency(Fields.urgency(Json.text(item, "urgency")))
            .pubStatus(status)
            .embargoed(WireTimes.strict(Json.text(item, "embargoed"), "embargoed"))
            .firstCreated(WireTimes.strict(Json.text(item, "firstcreated"), "firstcreated"))
            .versionCreated(WireTimes.strict(Json.text(item, "versioncreated"), "versioncreated"))
            .note(Json.text(item, "ednote"))
            .body(body);
    classify(b, item);
    return new Parsed.Article(Fields.checked(b.build()), FORMAT, index);
  }

  private static void classify(WireArticle.Builder b, JsonNode item) {
    Signal signal = Signal.NONE;
    for (JsonNode s : Json.array(item, "signals")) {
      signal = Fields.stronger(signal, Fields.signal(s.asText()));
    }
    Fields.Collected keywords = new Fields.Collected();
    Json.array(item, "keywords").forEach(k -> keywords.add(k.asText()));
    Fields.Collected subjects = new Fields.Collected();
    for (JsonNode s : Json.array(item, "subject")) {
      String code = Json.text(s, "code");
      String scheme = Json.text(s, "scheme");
      if (code != null) {
        subjects.add(Fields.subject(scheme == null ? "ap:" + code : scheme + code));
      }
    }
    Fields.Collected places = new Fields.Collected();
    Json.array(item, "place").forEach(p -> places.add(Json.text(p, "name")));
    Fields.Collected sources = new Fields.Collected();
    Json.array(item, "infosource").forEach(s -> sources.add(Json.text(s, "name")));
    b.signal(signal)
        .keywords(keywords.list())
        .subjects(subjects.list())
        .places(places.list())
        .sources(sources.list());
  }

  private static @Nullable String named(JsonNode item, String property) {
    JsonNode v = item.get(property);
    return v != null && v.isObject() ? Json.text(v, "name") : Json.text(item, property);
  }

  private static @Nullable String byline(JsonNode item) {
    for (JsonNode line : Json.array(item, "bylines")) {
      String by = Json.text(line, "by", "byline");
      if (by != null) {
        return by;
      }
    }
    return Json.text(item, "byline");
  }

  private static String body(JsonNode item) {
    String s = Json.text(item, "body_nitf", "body_xhtml", "body_html", "body_text");
    return s == null ? "" : NewsMlG2.embedded(s);
  }
}
