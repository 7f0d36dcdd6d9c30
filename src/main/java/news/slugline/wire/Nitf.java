package news.slugline.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** IPTC's News Industry Text Format, versions 2 and 3. */
final class Nitf {
  static final String FORMAT = "nitf";

  private Nitf() {}

  static Parsed read(Xml.Element nitf, int index, Hints hints) throws BadWire {
    Xml.Element data = nitf.find("docdata");
    String id = data == null ? null : data.attributeAt("id-string", "doc-id");
    WireArticle.Builder b =
        WireArticle.builder(id == null ? Fields.uriOfPath(hints) : id, "1", "unknown");
    if (data != null) {
      docdata(b, data);
    }
    Xml.Element head = nitf.at("body", "body.head");
    WireArticle said = b.build();
    List<String> providers = new ArrayList<>();
    if (head != null) {
      bodyHead(b, head);
      add(providers, head.line("distributor", "org"));
      add(providers, head.line("distributor"));
    }
    if (data != null) {
      for (Xml.Element src : data.all("from-src")) {
        add(providers, Fields.line(src.attribute("src-name")));
      }
      add(providers, data.attributeAt("regsrc", "doc-id"));
    }
    add(providers, hints.provider());
    add(providers, said.copyrightHolder());
    add(providers, Authority.of(id));
    b.provider(providers.isEmpty() ? "unknown" : providers.get(0));
    b.headline(headline(nitf, head));
    b.slugline(slugline(nitf, data));
    urgency(b, nitf);
    subjects(b, nitf);
    b.language(language(nitf));
    b.body(body(nitf));
    return new Parsed.Article(Fields.checked(b.build()), FORMAT, index);
  }

  private static void add(List<String> out, @Nullable String s) {
    if (s != null && !s.isBlank() && !out.contains(s)) {
      out.add(s);
    }
  }

  private static void docdata(WireArticle.Builder b, Xml.Element data) throws BadWire {
    String version = data.attributeAt("version", "du-key");
    if (version != null) {
      b.version(version);
    }
    String status = Fields.line(data.attribute("management-status"));
    Instant release = WireTimes.read(data.attributeAt("norm", "date.release"));
    Instant issue = WireTimes.read(data.attributeAt("norm", "date.issue"));
    boolean embargoed = "embargoed".equalsIgnoreCase(status);
    b.pubStatus(embargoed && release != null ? PubStatus.USABLE : Fields.pubStatus(status));
    if (release != null && (embargoed || (issue != null && release.isAfter(issue)))) {
      b.embargoed(release);
    }
    b.versionCreated(
        issue != null ? issue : WireTimes.read(data.attributeAt("norm", "date.issue.norm")));
    b.copyrightHolder(data.attributeAt("holder", "doc.copyright"));
    message(b, data);
    Fields.Collected keywords = new Fields.Collected();
    for (Xml.Element k : data.all("keyword")) {
      keywords.add(Fields.first(k.attribute("key"), k.text()));
    }
    b.keywords(keywords.list());
    Fields.Collected places = new Fields.Collected();
    for (Xml.Element p : data.elements("evloc")) {
      places.add(
          Fields.first(p.attribute("city"), p.attribute("state-prov"), p.attribute("iso-cc")));
    }
    b.places(places.list());
    String earlier = Fields.line(data.attribute("management-doc-idref"));
    if (earlier != null) {
      String fate =
          Fields.lineOrEmpty(data.attribute("management-idref-status")).toLowerCase(Locale.ROOT);
      b.links(
          List.of(
              new Link(fate.startsWith("cancel") ? Link.Rel.REPLACES : Link.Rel.UPDATES, earlier)));
    }
  }

  private static void message(WireArticle.Builder b, Xml.Element data) {
    Fields.Collected notes = new Fields.Collected();
    Signal signal = Signal.NONE;
    for (Xml.Element m : data.elements("ed-msg")) {
      notes.add(m.attribute("info"));
      signal = Fields.stronger(signal, Fields.signal(m.attribute("msg-type")));
    }
    b.note(notes.isEmpty() ? null : String.join("\n", notes.list()));
    b.signal(signal);
  }

  private static void bodyHead(WireArticle.Builder b, Xml.Element head) {
    Xml.Element byline = head.child("byline");
    if (byline != null) {
      String person = byline.line("person");
      b.byline(person == null ? ownText(byline) : person);
    }
    Xml.Element dateline = head.child("dateline");
    if (dateline != null) {
      Xml.Element place = dateline.child("location");
      String city =
          place == null ? null : Fields.first(place.line("city"), Fields.line(place.text()));
      b.dateline(city == null ? ownText(dateline) : city);
    }
    String owner = head.line("rights", "rights.owner");
    String holder = head.line("rights", "copyright.holder");
    if (owner != null || holder != null) {
      b.copyrightHolder(Fields.first(holder, owner));
    }
    b.credit(head.line("credit"));
  }

  /** The text of an element without that of the elements in it. */
  private static @Nullable String ownText(Xml.Element e) {
    StringBuilder out = new StringBuilder();
    for (Object c : e.children()) {
      if (c instanceof String s) {
        out.append(s).append(' ');
      }
    }
    return Fields.line(out.toString());
  }

  private static String headline(Xml.Element nitf, Xml.@Nullable Element head) {
    String hl1 = head == null ? null : head.line("hedline", "hl1");
    if (hl1 == null && head != null) {
      hl1 = head.line("hedline");
    }
    return Objects.requireNonNullElse(Fields.first(hl1, nitf.line("head", "title")), "");
  }

  private static @Nullable String slugline(Xml.Element nitf, Xml.@Nullable Element data) {
    String title = nitf.line("head", "title");
    String key = data == null ? null : data.attributeAt("key", "du-key");
    String fixture = data == null ? null : data.attributeAt("fix-id", "fixture");
    return Fields.first(key, fixture, title);
  }

  private static void urgency(WireArticle.Builder b, Xml.Element nitf) {
    Xml.Element urgency = nitf.find("urgency");
    if (urgency != null) {
      b.urgency(Fields.urgency(urgency.attribute("ed-urg")));
    }
  }

  private static void subjects(WireArticle.Builder b, Xml.Element nitf) {
    Fields.Collected subjects = new Fields.Collected();
    for (Xml.Element s : nitf.all("tobject.subject")) {
      String ipr = Fields.lineOrEmpty(s.attribute("tobject.subject.ipr"));
      String code = Fields.line(s.attribute("tobject.subject.refnum"));
      if (code != null) {
        boolean own = !ipr.isEmpty() && !ipr.equalsIgnoreCase("IPTC");
        subjects.add(own ? Xml.lower(ipr) + ":" + code : Fields.subject(code));
      }
    }
    b.subjects(subjects.list());
  }

  private static @Nullable String language(Xml.Element nitf) {
    Xml.Element body = nitf.child("body");
    Xml.Element content = body == null ? null : body.child("body.content");
    return Fields.language(
        Fields.first(
            content == null ? null : content.attribute("lang"),
            body == null ? null : body.attribute("lang"),
            nitf.attribute("lang"),
            nitf.attribute("baselang")));
  }

  /** The copy: the content of the body, without its head and end. */
  static String body(Xml.Element nitf) {
    StringBuilder out = new StringBuilder();
    for (Xml.Element content : nitf.all("body.content")) {
      String prose = Xml.prose(content);
      if (!prose.isEmpty()) {
        out.append(out.length() == 0 ? "" : "\n\n").append(prose);
      }
    }
    if (out.length() == 0 && nitf.child("body") != null && nitf.find("body.content") == null) {
      Xml.Element body = Objects.requireNonNull(nitf.child("body"));
      Prose prose = new Prose();
      for (Xml.Element e : body.elements()) {
        if (!e.name.equals("body.head") && !e.name.equals("body.end")) {
          prose.lines(Xml.prose(e));
          prose.paragraph();
        }
      }
      return prose.toString();
    }
    return out.toString();
  }
}
