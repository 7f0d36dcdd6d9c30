package news.slugline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** IPTC's NewsML 1.x. */
final class NewsMl1 {
  static final String FORMAT = "newsml-1";

  private NewsMl1() {}

  static Parsed read(Xml.Element item, Xml.Element root, int index, Hints hints) throws BadWire {
    Xml.Element id = Objects.requireNonNullElse(item.at("Identification", "NewsIdentifier"), EMPTY);
    String uri = uri(id);
    if (uri == null) {
      throw new BadWire(
          Reason.NO_IDENTIFIER, "The NewsItem has no NewsIdentifier.", "line " + item.line);
    }
    Xml.Element manage = Objects.requireNonNullElse(item.child("NewsManagement"), EMPTY);
    PubStatus status = Fields.pubStatus(formalName(manage.child("Status")));
    String revision = id.line("RevisionId");
    WireArticle.Builder b =
        WireArticle.builder(uri, revision == null ? "1" : revision, provider(item, root, id, hints))
            .pubStatus(status);
    management(b, manage);
    lines(b, item);
    describe(b, item);
    String body = body(item);
    b.body(body);
    if (body.isEmpty()
        && status == PubStatus.USABLE
        && item.find("ContentItem") != null
        && b.build().headline().isEmpty()) {
      return new Parsed.Skipped(FORMAT, "The NewsItem " + uri + " has no text.");
    }
    return new Parsed.Article(Fields.checked(b.build()), FORMAT, index);
  }

  private static final Xml.Element EMPTY = new Xml.Element("", 0, new String[0]);

  /** The public identifier without its revision, so that it is one over all revisions. */
  private static @Nullable String uri(Xml.Element id) {
    String whole = id.line("PublicIdentifier");
    String revision = id.line("RevisionId");
    if (whole != null) {
      String tail = revision == null ? "" : ":" + revision;
      boolean revised = !tail.isEmpty() && whole.startsWith("urn:newsml:") && whole.endsWith(tail);
      return revised ? whole.substring(0, whole.length() - tail.length()) : whole;
    }
    String item = id.line("NewsItemId");
    if (item == null) {
      return null;
    }
    String provider = id.line("ProviderId");
    String date = id.line("DateId");
    return provider == null || date == null
        ? item
        : "urn:newsml:" + provider + ":" + date + ":" + item;
  }

  private static @Nullable String formalName(Xml.@Nullable Element e) {
    return e == null ? null : Fields.first(e.attribute("FormalName"), Fields.line(e.text()));
  }

  private static String provider(Xml.Element item, Xml.Element root, Xml.Element id, Hints hints) {
    String found =
        Fields.first(
            party(item.find("Provider")),
            party(root.at("NewsEnvelope", "SentFrom")),
            hints.provider(),
            id.line("ProviderId"),
            party(item.find("Source")));
    return found == null ? "unknown" : found;
  }

  private static @Nullable String party(Xml.@Nullable Element e) {
    return e == null ? null : Fields.line(formalName(e.child("Party")));
  }

  private static void management(WireArticle.Builder b, Xml.Element manage) {
    b.firstCreated(WireTimes.read(manage.line("FirstCreated")))
        .versionCreated(WireTimes.read(manage.line("ThisRevisionCreated")))
        .urgency(Fields.urgency(formalName(manage.child("Urgency"))));
    Signal signal = Signal.NONE;
    for (Xml.Element i : manage.elements("Instruction")) {
      signal = Fields.stronger(signal, Fields.signal(formalName(i)));
    }
    b.signal(signal);
    List<Link> links = new ArrayList<>();
    for (Xml.Element e : manage.elements()) {
      Link.Rel rel =
          switch (e.name) {
            case "AssociatedWith" -> Link.Rel.RELATED;
            case "DerivedFrom" -> Link.Rel.DERIVED_FROM;
            default -> null;
          };
      String to = Fields.line(e.attribute("NewsItem"));
      if (rel != null && to != null) {
        links.add(new Link(rel, to));
      }
    }
    b.links(links);
    Xml.Element status = manage.child("StatusWillChange");
    boolean freed =
        status != null && "usable".equalsIgnoreCase(formalName(status.child("FutureStatus")));
    if (status != null && freed) {
      b.embargoed(WireTimes.read(status.line("DateAndTime")));
      if (b.build().embargoed() != null) {
        b.pubStatus(PubStatus.USABLE);
      }
    }
  }

  private static void lines(WireArticle.Builder b, Xml.Element item) {
    b.headline(Objects.requireNonNullElse(line(item, "HeadLine"), ""))
        .slugline(Fields.first(line(item, "SlugLine"), item.line("Identification", "NameLabel")))
        .byline(line(item, "ByLine"))
        .dateline(line(item, "DateLine"))
        .credit(line(item, "CreditLine"))
        .copyrightHolder(
            Fields.first(party(item.find("CopyrightHolder")), line(item, "CopyrightLine")));
    Fields.Collected keywords = new Fields.Collected();
    for (Xml.Element k : item.all("KeywordLine")) {
      keywords.add(k.text());
    }
    for (Xml.Element p : item.all("Property")) {
      if ("keyword".equalsIgnoreCase(p.attribute("FormalName"))) {
        keywords.add(p.attribute("Value"));
      }
    }
    b.keywords(keywords.list());
  }

  /** The first news line of that name that says something. */
  private static @Nullable String line(Xml.Element item, String name) {
    for (Xml.Element e : item.all(name)) {
      String text = Fields.line(e.text());
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static void describe(WireArticle.Builder b, Xml.Element item) {
    Xml.Element language = item.find("Language");
    b.language(Fields.language(Fields.first(formalName(language), item.attribute("lang"))));
    Fields.Collected subjects = new Fields.Collected();
    for (Xml.Element code : item.all("SubjectCode")) {
      for (Xml.Element s : code.elements()) {
        subjects.add(Fields.subject(s.attribute("FormalName")));
      }
    }
    Fields.Collected places = new Fields.Collected();
    for (Xml.Element l : item.all("Location")) {
      for (Xml.Element p : l.elements("Property")) {
        if ("city".equalsIgnoreCase(p.attribute("FormalName"))) {
          places.add(p.attribute("Value"));
        }
      }
    }
    Fields.Collected sources = new Fields.Collected();
    for (Xml.Element s : item.all("Source")) {
      sources.add(party(s));
    }
    b.subjects(subjects.list()).places(places.list()).sources(sources.list());
  }

  /** The longest text of a content item: style sheets and abstracts are shorter than the copy. */
  private static String body(Xml.Element item) {
    String best = "";
    for (Xml.Element content : item.all("ContentItem")) {
      String media = Xml.lower(Fields.lineOrEmpty(formalName(content.child("MediaType"))));
      String format = Xml.lower(Fields.lineOrEmpty(formalName(content.child("Format"))));
      Xml.Element data = content.child("DataContent");
      boolean text = media.isEmpty() || media.contains("text");
      if (data != null && text && !format.contains("css")) {
        String found = text(data);
        best = found.length() > best.length() ? found : best;
      }
    }
    return best;
  }

  private static String text(Xml.Element data) {
    if (data.find("body.content") != null) {
      return Nitf.body(data);
    }
    Xml.Element html = data.find("html");
    Xml.Element body = html == null ? null : html.child("body");
    if (body != null) {
      return Xml.prose(body);
    }
    return data.elements().isEmpty() ? NewsMlG2.embedded(data.text()) : Xml.prose(data);
  }
}
