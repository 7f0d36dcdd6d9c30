package news.slugline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * IPTC's News in JSON: reads the generations 1, 2 and 3, writes 3.0.
 *
 * <p>What is written is valid against IPTC's schema and reads back as the same article. The schema
 * allows no properties of one's own, so what ninjs has no property for goes where providers may
 * choose the roles: the credit line is an information source with the role {@code credit}, the
 * signal a description with the role {@code signal}, keywords are subjects with the relation {@code
 * keyword}, links are associations.
 */
public final class Ninjs {
  private static final String MEDIATOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
  private static final Set<String> NO_COPY =
      Set.of(
          "picture",
          "photo",
          "image",
          "graphic",
          "graphics",
          "video",
          "audio",
          "composite",
          "package",
          "event",
          "planning",
          "component");
  private static final JsonFactory FACTORY = new JsonFactory();

  private Ninjs() {}

  /** The article as a ninjs 3.0 object on one line, without a line break at its end. */
  public static String write(WireArticle a) {
    StringWriter out = new StringWriter(a.body().length() + 512);
    try (JsonGenerator g = FACTORY.createGenerator(out)) {
      g.writeStartObject();
      g.writeObjectFieldStart("standard");
      g.writeStringField("name", "ninjs");
      g.writeStringField("version", "3.0");
      g.writeStringField("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
      g.writeEndObject();
      g.writeStringField("uri", a.uri());
      g.writeStringField("type", "text");
      g.writeStringField("version", a.version());
      time(g, "firstCreated", a.firstCreated());
      time(g, "versionCreated", a.versionCreated());
      time(g, "embargoedUntil", a.embargoed());
      g.writeStringField("pubStatus", a.pubStatus().name().toLowerCase(Locale.ROOT));
      if (a.urgency() > 0) {
        g.writeNumberField("urgency", a.urgency());
      }
      string(g, "copyrightHolder", a.copyrightHolder());
      string(g, "edNote", a.note());
      string(g, "language", a.language());
      writeSources(g, a);
      string(g, "by", a.byline());
      string(g, "slugline", a.slugline());
      string(g, "located", a.dateline());
      writeSubjects(g, a);
      writePlaces(g, a);
      writeLinks(g, a);
      writeText(g, a);
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to take text", e);
    }
    return out.toString();
  }

  private static void writeSources(JsonGenerator g, WireArticle a) throws IOException {
    g.writeArrayFieldStart("infoSources");
    named(g, a.provider(), null);
    for (String s : a.sources()) {
      named(g, s, null);
    }
    String credit = a.credit();
    if (credit != null) {
      named(g, credit, "credit");
    }
    g.writeEndArray();
  }

  private static void named(JsonGenerator g, String name, @Nullable String role)
      throws IOException {
    g.writeStartObject();
    g.writeStringField("name", name);
    string(g, "role", role);
    g.writeEndObject();
  }

  private static void writeSubjects(JsonGenerator g, WireArticle a) throws IOException {
    if (a.subjects().isEmpty() && a.keywords().isEmpty()) {
      return;
    }
    g.writeArrayFieldStart("subjects");
    for (String s : a.subjects()) {
      g.writeStartObject();
      g.writeStringField("rel", "about");
      if (s.startsWith("medtop:") && Fields.digits(s.substring(7))) {
        g.writeStringField("uri", MEDIATOPICS + s.substring(7));
      } else {
        g.writeStringField("literal", s);
      }
      g.writeEndObject();
    }
    for (String s : a.keywords()) {
      g.writeStartObject();
      g.writeStringField("name", s);
      g.writeStringField("rel", "keyword");
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void writePlaces(JsonGenerator g, WireArticle a) throws IOException {
    if (!a.places().isEmpty()) {
      g.writeArrayFieldStart("places");
      for (String s : a.places()) {
        named(g, s, null);
      }
      g.writeEndArray();
    }
  }

  private static void writeLinks(JsonGenerator g, WireArticle a) throws IOException {
    if (a.links().isEmpty()) {
      return;
    }
    g.writeArrayFieldStart("associations");
    for (Link link : a.links()) {
      String rel = relation(link.rel());
      g.writeStartObject();
      g.writeStringField("name", rel);
      g.writeStringField("rel", rel);
      g.writeStringField("uri", link.uri());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void writeText(JsonGenerator g, WireArticle a) throws IOException {
    if (a.signal() != Signal.NONE) {
      g.writeArrayFieldStart("descriptions");
      g.writeStartObject();
      g.writeStringField("role", "signal");
      g.writeStringField("value", a.signal().name().toLowerCase(Locale.ROOT));
      g.writeEndObject();
      g.writeEndArray();
    }
    if (!a.headline().isEmpty()) {
      g.writeArrayFieldStart("headlines");
      g.writeStartObject();
      g.writeStringField("role", "main");
      g.writeStringField("value", a.headline());
      g.writeEndObject();
      g.writeEndArray();
    }
    if (!a.body().isEmpty()) {
      g.writeArrayFieldStart("bodies");
      g.writeStartObject();
      g.writeStringField("role", "main");
      g.writeStringField("contentType", "text/plain");
      g.writeStringField("value", a.body());
      g.writeEndObject();
      g.writeEndArray();
    }
  }

  private static void time(JsonGenerator g, String name, @Nullable Instant t) throws IOException {
    string(g, name, t == null ? null : WireTimes.write(t));
  }

  private static void string(JsonGenerator g, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      g.writeStringField(name, value);
    }
  }

  // ---------------------------------------------------------------- reading

  /** Whether an object is ninjs of some generation. */
  static boolean matches(JsonNode o) {
    JsonNode standard = o.has("standard") ? o.get("standard") : o.get("$standard");
    if (standard != null
        && standard.path("name").asText().toLowerCase(Locale.ROOT).contains("ninjs")) {
      return true;
    }
    boolean identified = o.path("uri").isTextual() || o.path("guid").isTextual();
    for (Iterator<String> names = o.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      switch (name) {
        case "versioncreated",
            "versionCreated",
            "pubstatus",
            "pubStatus",
            "headlines",
            "bodies",
            "representationtype",
            "representationType" -> {
          return true;
        }
        case "type",
            "version",
            "profile",
            "associations",
            "renditions",
            "eventDetails",
            "headline" -> {
          if (identified) {
            return true;
          }
        }
        default -> {
          if (name.startsWith("body_") || (identified && name.startsWith("headline_"))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static String format(JsonNode o) {
    String version = o.path("standard").path("version").asText();
    boolean standard = o.path("standard").path("name").asText().equalsIgnoreCase("ninjs");
    if (standard && !version.isEmpty() && version.charAt(0) >= '1' && version.charAt(0) <= '9') {
      return "ninjs-" + version.charAt(0);
    }
    if (o.has("versionCreated") || o.has("pubStatus") || o.has("firstCreated")) {
      return "ninjs-3";
    }
    return o.has("bodies") || o.has("headlines") || o.has("infosources") ? "ninjs-2" : "ninjs-1";
  }

  static Parsed read(JsonNode o, int index, Hints hints) throws BadWire {
    String format = format(o);
    String uri = Json.text(o, "uri", "guid");
    if (uri == null) {
      throw new BadWire(
          Reason.NO_IDENTIFIER, "The ninjs object has no \"uri\", which every ninjs object needs.");
    }
    String body = body(o);
    String type = Fields.lineOrEmpty(Json.text(o, "type")).toLowerCase(Locale.ROOT);
    PubStatus status = Fields.pubStatus(Json.text(o, "pubStatus", "pubstatus"));
    if (body == null && NO_COPY.contains(type) && status == PubStatus.USABLE) {
      return new Parsed.Skipped(
          format, "The ninjs object " + uri + " is of type " + type + " and has no body.");
    }
    if (body == null && !NO_COPY.contains(type)) {
      body = description(o);
    }
    String version = Json.text(o, "version");
    WireArticle.Builder b =
        WireArticle.builder(uri.strip(), version == null ? "1" : version.strip(), "unknown")
            .headline(headline(o, format))
            .slugline(Json.text(o, "slugline"))
            .byline(Fields.line(Json.text(o, "by", "byline")))
            .dateline(Json.text(o, "located", "dateline"))
            .copyrightHolder(Json.text(o, "copyrightHolder", "copyrightholder"))
            .language(Fields.language(Json.text(o, "language")))
            .urgency(Fields.urgency(Json.text(o, "urgency")))
            .pubStatus(status)
            .signal(signal(o))
            .embargoed(
                WireTimes.strict(Json.text(o, "embargoedUntil", "embargoed"), "embargoedUntil"))
            .firstCreated(
                WireTimes.strict(Json.text(o, "firstCreated", "firstcreated"), "firstCreated"))
            .versionCreated(
                WireTimes.strict(
                    Json.text(o, "versionCreated", "versioncreated"), "versionCreated"))
            .links(links(o))
            .note(Json.text(o, "edNote", "ednote"))
            .body(body == null ? "" : body);
    sources(o, b, hints, uri);
    classify(o, b);
    return new Parsed.Article(Fields.checked(b.build()), format, index);
  }

  private static String headline(JsonNode o, String format) {
    String found = null;
    for (JsonNode h : Json.array(o, "headlines")) {
      String value = Json.text(h, "value");
      if (value != null && (found == null || "main".equalsIgnoreCase(h.path("role").asText()))) {
        found = plain(value, Json.text(h, "contentType", "contenttype"));
        if ("main".equalsIgnoreCase(h.path("role").asText())) {
          break;
        }
      }
    }
    if (found == null) {
      found = Json.text(o, "headline", "headline_main", "headline_text");
    }
    for (Iterator<String> names = o.fieldNames(); found == null && names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith("headline_")) {
        found = Json.text(o, name);
      }
    }
    if (found == null) {
      found = Json.text(o, "title");
    }
    if (found == null) {
      return "";
    }
    if (format.equals("ninjs-3")) {
      // this generation declares what is no plain text
      return found;
    }
    if (Markup.looksLike(found)) {
      found = Markup.text(found);
    }
    return found.indexOf('\n') >= 0 || found.indexOf('\r') >= 0 ? Fields.lineOrEmpty(found) : found;
  }

  private static String plain(String value, @Nullable String contentType) {
    boolean html = contentType != null && contentType.contains("html");
    return html ? Markup.text(value) : value;
  }

  private record Body(String role, String text, boolean plain) {}

  /** The best of the bodies as plain text; null if there is none. */
  private static @Nullable String body(JsonNode o) {
    List<Body> bodies = new ArrayList<>();
    for (JsonNode n : Json.array(o, "bodies")) {
      String value = Json.text(n, "value");
      if (value != null) {
        String role = n.path("role").asText().toLowerCase(Locale.ROOT);
        bodies.add(body(role, Json.text(n, "contentType", "contenttype", "mimetype"), value));
      }
    }
    for (Iterator<String> names = o.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String value = name.startsWith("body_") ? Json.text(o, name) : null;
      if (value != null) {
        String role = name.substring(5);
        bodies.add(body(role, role.equals("text") ? "text/plain" : null, value));
      }
    }
    bodies.removeIf(b -> b.text.isBlank());
    if (bodies.isEmpty()) {
      return null;
    }
    Body best = bodies.get(0);
    for (Body b : bodies) {
      if (rank(b) > rank(best)) {
        best = b;
      }
    }
    // A plain text that lost its paragraphs is worth less than the marked-up text that has them.
    if (best.plain && best.text.indexOf('\n') < 0) {
      for (Body b : bodies) {
        if (!b.plain
            && b.text.indexOf('\n') >= 0
            && b.text.length() * 10 >= best.text.length() * 9) {
          return b.text;
        }
      }
    }
    return best.text;
  }

  private static int rank(Body b) {
    return (b.role.equals("main") ? 2 : 0) + (b.plain ? 1 : 0);
  }

  private static Body body(String role, @Nullable String contentType, String value) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    boolean plain =
        type.startsWith("text/plain")
            || (type.isEmpty() && !role.contains("html") && !Markup.looksLike(value));
    return new Body(role, plain ? value : Markup.text(value), plain);
  }

  /** What an object without a body says of itself: for short copy it is the text. */
  private static @Nullable String description(JsonNode o) {
    for (JsonNode n : Json.array(o, "descriptions")) {
      String role = n.path("role").asText().toLowerCase(Locale.ROOT);
      String value = Json.text(n, "value");
      if (value != null && !role.equals("signal") && !role.contains("caption")) {
        return Markup.looksLike(value) ? Markup.text(value) : value;
      }
    }
    String text = Json.text(o, "description_text", "description_html", "description_xhtml");
    return text != null && Markup.looksLike(text) ? Markup.text(text) : text;
  }

  private static Signal signal(JsonNode o) {
    Signal s = Signal.NONE;
    for (JsonNode n : Json.array(o, "descriptions")) {
      if (n.path("role").asText().equals("signal")) {
        s = Fields.stronger(s, Fields.signal(Json.text(n, "value")));
      }
    }
    for (JsonNode n : Json.array(o, "signals", "signal")) {
      String code = n.isValueNode() ? n.asText() : Json.text(n, "code", "literal", "uri", "name");
      s = Fields.stronger(s, Fields.signal(code));
    }
    return s;
  }

  private static void sources(JsonNode o, WireArticle.Builder b, Hints hints, String uri) {
    String provider = null;
    String credit = null;
    List<String> others = new ArrayList<>();
    for (JsonNode n : Json.array(o, "infoSources", "infosources", "infosource")) {
      String name = Json.text(n, "name", "literal", "uri");
      String role = Fields.lineOrEmpty(Json.text(n, "role")).toLowerCase(Locale.ROOT);
      if (name == null) {
        continue;
      }
      if (role.equals("credit") || role.endsWith("creditline")) {
        credit = credit == null ? name : credit;
      } else if (provider == null || role.endsWith("provider") && others.isEmpty()) {
        if (provider != null) {
          others.add(provider);
        }
        provider = name;
      } else {
        others.add(name);
      }
    }
    provider =
        Fields.first(
            provider,
            Json.text(o, "source", "provider"),
            hints.provider(),
            Json.text(o, "copyrightHolder", "copyrightholder"),
            Authority.of(uri));
    b.provider(provider == null ? "unknown" : provider);
    b.credit(credit == null ? Json.text(o, "creditline", "creditLine", "credit") : credit);
    b.sources(others);
  }

  private static void classify(JsonNode o, WireArticle.Builder b) {
    Fields.Collected subjects = new Fields.Collected();
    Fields.Collected keywords = new Fields.Collected();
    for (JsonNode n : Json.array(o, "subjects", "subject")) {
      if (n.isTextual()) {
        keywords.add(n.asText());
        continue;
      }
      String code = Json.text(n, "uri", "literal", "code", "qcode");
      String name = Json.text(n, "name");
      if (code == null || "keyword".equals(n.path("rel").asText())) {
        keywords.add(name == null ? code : name);
      } else {
        String scheme = Json.text(n, "scheme");
        boolean bare = code.indexOf(':') < 0;
        subjects.add(
            Fields.subject(
                bare && scheme != null && scheme.startsWith("http") ? scheme + code : code));
      }
    }
    for (JsonNode n : Json.array(o, "keywords", "keyword")) {
      keywords.add(n.isValueNode() ? n.asText() : Json.text(n, "name", "literal"));
    }
    Fields.Collected places = new Fields.Collected();
    for (JsonNode n : Json.array(o, "places", "place")) {
      places.add(n.isValueNode() ? n.asText() : Json.text(n, "name", "literal"));
    }
    b.subjects(subjects.list()).keywords(keywords.list()).places(places.list());
  }

  private static List<Link> links(JsonNode o) {
    List<Link> links = new ArrayList<>();
    JsonNode v = o.get("associations");
    if (v != null) {
      for (JsonNode n : v) {
        String uri = Json.text(n, "uri");
        Link.Rel rel = relation(Json.text(n, "rel"));
        if (uri != null && rel != null) {
          links.add(new Link(rel, uri));
        }
      }
    }
    String evolved = Json.text(o, "evolvedfrom", "evolvedFrom");
    if (evolved != null) {
      links.add(new Link(Link.Rel.UPDATES, evolved));
    }
    return links;
  }

  private static String relation(Link.Rel rel) {
    return switch (rel) {
      case REPLACES -> "replaces";
      case UPDATES -> "updates";
      case SAME_AS -> "sameAs";
      case DERIVED_FROM -> "derivedFrom";
      case RELATED -> "related";
    };
  }

  /** What a relation's code means; null if it says nothing about the copy. */
  static Link.@Nullable Rel relation(@Nullable String code) {
    if (code == null) {
      return null;
    }
    String s = code.strip().toLowerCase(Locale.ROOT);
    s = s.substring(Math.max(s.lastIndexOf(':'), s.lastIndexOf('/')) + 1);
    return switch (s.replace("-", "").replace("_", "")) {
      case "replaces", "replacedversion", "supersedes" -> Link.Rel.REPLACES;
      case "updates", "evolvedfrom", "updated", "previousversion", "isrevisionof", "irtprevious" ->
          Link.Rel.UPDATES;
      case "sameas", "issameas" -> Link.Rel.SAME_AS;
      case "derivedfrom", "translatedfrom", "istranslationof", "rewrittenfrom" ->
          Link.Rel.DERIVED_FROM;
      case "related", "seealso", "isrelatedto" -> Link.Rel.RELATED;
      default -> null;
    };
  }
}
