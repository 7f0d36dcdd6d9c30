package news.slugline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IPTC's NewsML-G2: a news item, or a message that carries several items. */
final class NewsMlG2 {
  static final String FORMAT = "newsml-g2";

  /** The items that carry no copy of their own. */
  static final Set<String> OTHER_ITEMS =
      Set.of("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private NewsMlG2() {}

  static boolean isItem(String name) {
    return name.equals("newsItem") || OTHER_ITEMS.contains(name);
  }

  static Parsed read(Xml.Element item, int index, Hints hints) throws BadWire {
    String guid = Fields.line(item.attribute("guid"));
    if (!item.name.equals("newsItem")) {
      return new Parsed.Skipped(
          FORMAT,
          "The " + item.name + (guid == null ? "" : " " + guid) + " carries no copy of its own.");
    }
    if (guid == null) {
      throw new BadWire(Reason.NO_IDENTIFIER, "The newsItem has no guid.", "line " + item.line);
    }
    Xml.Element meta = Objects.requireNonNullElse(item.child("itemMeta"), EMPTY);
    Xml.Element content = Objects.requireNonNullElse(item.child("contentMeta"), EMPTY);
    String body = body(item);
    String kind = itemClass(meta);
    PubStatus status = Fields.pubStatus(code(meta.child("pubStatus")));
    if (body.isEmpty() && status == PubStatus.USABLE && !kind.equals("text")) {
      return new Parsed.Skipped(
          FORMAT, "The newsItem " + guid + " is of class " + kind + " and has no text.");
    }
    if (body.isEmpty() && status == PubStatus.USABLE && item.find("remoteContent") != null) {
      return new Parsed.Skipped(
          FORMAT, "The text of the newsItem " + guid + " lies elsewhere; only a link is given.");
    }
    String version = Fields.line(item.attribute("version"));
    WireArticle.Builder b =
        WireArticle.builder(guid, version == null ? "1" : version, provider(meta, hints, guid))
            .pubStatus(status)
            .body(body);
    itemMeta(b, meta);
    contentMeta(b, content, item);
    b.copyrightHolder(
        named(Objects.requireNonNullElse(item.at("rightsInfo", "copyrightHolder"), EMPTY)));
    if (b.build().headline().isEmpty()) {
      b.headline(fallbackHeadline(item, meta));
    }
    b.language(language(item, content));
    return new Parsed.Article(Fields.checked(b.build()), FORMAT, index);
  }

  private static final Xml.Element EMPTY = new Xml.Element("", 0, new String[0]);

  private static String itemClass(Xml.Element meta) {
    String v = code(meta.child("itemClass"));
    return v == null
        ? "text"
        : Xml.lower(v.substring(Math.max(v.lastIndexOf(':'), v.lastIndexOf('/')) + 1));
  }

  /** What a property's value is: a qualified code, a full uri or a literal. */
  static @Nullable String code(Xml.@Nullable Element e) {
    return e == null
        ? null
        : Fields.first(
            Fields.line(e.attribute("qcode")),
            Fields.line(e.attribute("uri")),
            Fields.line(e.attribute("literal")),
            Fields.line(e.attribute("code")));
  }

  /** A party's or thing's name, else what its code says. */
  private static @Nullable String named(Xml.Element e) {
    String name = e.line("name");
    if (name != null) {
      return name;
    }
    String literal = Fields.line(e.attribute("literal"));
    if (literal != null) {
      return literal;
    }
    String qcode = Fields.line(e.attribute("qcode"));
    if (qcode != null) {
      return qcode.substring(qcode.indexOf(':') + 1);
    }
    return Fields.first(Authority.of(e.attribute("uri")), Fields.line(e.text()));
  }

  private static String provider(Xml.Element meta, Hints hints, String guid) {
    Xml.Element p = meta.child("provider");
    String name = p == null ? null : named(p);
    String found = Fields.first(name, hints.provider(), Authority.of(guid));
    return found == null ? "unknown" : found;
  }

  private static void itemMeta(WireArticle.Builder b, Xml.Element meta) throws BadWire {
    b.versionCreated(WireTimes.strict(meta.line("versionCreated"), "versionCreated"))
        .firstCreated(WireTimes.strict(meta.line("firstCreated"), "firstCreated"))
        .embargoed(WireTimes.strict(meta.line("embargoed"), "embargoed"));
    Signal signal = Signal.NONE;
    for (Xml.Element s : meta.elements("signal")) {
      signal = Fields.stronger(signal, Fields.signal(code(s)));
    }
    b.signal(signal);
    Fields.Collected notes = new Fields.Collected();
    for (Xml.Element n : meta.elements("edNote")) {
      notes.add(n.text());
    }
    b.note(notes.isEmpty() ? null : String.join("\n", notes.list()));
    List<Link> links = new ArrayList<>();
    for (Xml.Element l : meta.elements("link")) {
      Link.Rel rel = Ninjs.relation(Fields.first(l.attribute("rel"), l.attribute("reluri")));
      String to = Fields.line(Fields.first(l.attribute("residref"), l.attribute("href")));
      if (rel != null && to != null) {
        links.add(new Link(rel, to));
      }
    }
    b.links(links);
  }

  private static void contentMeta(WireArticle.Builder b, Xml.Element c, Xml.Element item) {
    b.urgency(Fields.urgency(c.line("urgency")))
        .headline(headline(c))
        .slugline(c.line("slugline"))
        .dateline(c.line("dateline"))
        .credit(c.line("creditline"))
        .byline(byline(c));
    Fields.Collected keywords = new Fields.Collected();
    for (Xml.Element k : c.elements("keyword")) {
      keywords.add(k.text());
    }
    Fields.Collected subjects = new Fields.Collected();
    Fields.Collected places = new Fields.Collected();
    for (Xml.Element s : c.elements("subject")) {
      String type = Fields.lineOrEmpty(Fields.first(s.attribute("type"), s.attribute("typeuri")));
      String code = code(s);
      if (type.endsWith("geoArea") || type.endsWith("poi") || type.endsWith("place")) {
        places.add(named(s));
      } else if (code != null) {
        subjects.add(Fields.subject(code));
      } else {
        keywords.add(s.line("name"));
      }
    }
    for (Xml.Element l : c.elements("located")) {
      places.add(named(l));
    }
    Fields.Collected sources = new Fields.Collected();
    for (Xml.Element s : c.elements("infoSource")) {
      sources.add(named(s));
    }
    b.keywords(keywords.list())
        .subjects(subjects.list())
        .places(places.list())
        .sources(sources.list());
    String title = item.line("itemMeta", "title");
    if (c.line("slugline") == null && title != null) {
      b.slugline(title);
    }
  }

  private static String headline(Xml.Element c) {
    String best = null;
    for (Xml.Element h : c.elements("headline")) {
      String text = Fields.line(h.text());
      String role = Xml.lower(Fields.lineOrEmpty(h.attribute("role")));
      if (text != null && (role.isEmpty() || role.endsWith(":main") || role.endsWith(":hl1"))) {
        return text;
      }
      best = best == null ? text : best;
    }
    return best == null ? "" : best;
  }

  private static @Nullable String byline(Xml.Element c) {
    String by = c.line("by");
    if (by != null) {
      return by;
    }
    Fields.Collected names = new Fields.Collected();
    for (Xml.Element creator : c.elements("creator")) {
      names.add(creator.line("name"));
    }
    return names.isEmpty() ? null : String.join(", ", names.list());
  }

  private static @Nullable String language(Xml.Element item, Xml.Element content) {
    Xml.Element set = item.child("contentSet");
    Xml.Element inline = set == null || set.elements().isEmpty() ? null : set.elements().get(0);
    return Fields.language(
        Fields.first(
            content.attributeAt("tag", "language"),
            inline == null ? null : inline.attribute("lang"),
            item.attribute("lang")));
  }

  // ---------------------------------------------------------------- content

  /** The text of the item: NITF, XHTML, other XML or plain text that it carries inline. */
  private static String body(Xml.Element item) {
    Xml.Element set = item.child("contentSet");
    if (set == null) {
      return "";
    }
    String best = "";
    for (Xml.Element inline : set.elements("inlineXML")) {
      best = longer(best, markup(inline));
    }
    for (Xml.Element inline : set.elements("inlineData")) {
      best = longer(best, data(inline));
    }
    return best;
  }

  private static String longer(String a, String b) {
    return a.isEmpty() ? b : a;
  }

  private static String markup(Xml.Element inline) {
    Xml.Element nitf = inline.find("nitf");
    if (nitf != null) {
      return Nitf.body(nitf);
    }
    if (inline.find("body.content") != null) {
      return Nitf.body(inline);
    }
    Xml.Element html = inline.find("html");
    Xml.Element body = html == null ? null : html.child("body");
    if (body != null) {
      return Xml.prose(body);
    }
    if (inline.elements().isEmpty()) {
      return embedded(inline.text());
    }
    // other XML, such as sets of concepts or sports results, is data and no prose
    boolean paragraphs = inline.find("p") != null || inline.find("P") != null;
    return paragraphs ? Xml.prose(inline) : "";
  }

  private static String data(Xml.Element inline) {
    String type = Xml.lower(Fields.lineOrEmpty(inline.attribute("contenttype")));
    boolean text = type.isEmpty() || type.startsWith("text") || type.contains("html");
    if (!text || inline.attribute("encoding") != null) {
      return "";
    }
    return inline.elements().isEmpty() ? embedded(inline.text()) : Xml.prose(inline);
  }

  /** Character data that may be marked-up text in disguise. */
  static String embedded(String s) {
    if (Markup.looksLike(s)) {
      return Markup.text(s);
    }
    Prose prose = new Prose();
    prose.lines(s);
    return prose.toString();
  }

  private static String fallbackHeadline(Xml.Element item, Xml.Element meta) {
    Xml.Element set = item.child("contentSet");
    Xml.Element hl1 = set == null ? null : set.find("hl1");
    Xml.Element title = set == null ? null : set.find("title");
    return Objects.requireNonNullElse(
        Fields.first(
            hl1 == null ? null : Fields.line(hl1.text()),
            title == null ? null : Fields.line(title.text()),
            meta.line("title")),
        "");
  }
}
