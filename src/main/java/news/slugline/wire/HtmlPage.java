package news.slugline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A web page: its article, told from the furniture by where the paragraphs of prose are, and what
 * its head says of it. A sidecar overrules the page.
 */
final class HtmlPage {
  static final String FORMAT = "html";

  /** Elements that never hold the article. */
  private static final String FURNITURE =
      "nav, aside, footer, form, menu, dialog, script, style, noscript, template, svg, iframe,"
          + " [role=navigation], [role=complementary], [role=banner], [role=contentinfo],"
          + " [role=search], [aria-hidden=true], [hidden]";

  /** Attributes of the head that name the same thing, most reliable first. */
  private static final List<String> PUBLISHED =
      List.of("article:published_time", "date", "dc.date", "dcterms.created", "datepublished");

  private static final List<String> MODIFIED =
      List.of("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified");

  private static final Set<String> TAGS =
      Set.of("html", "head", "body", "div", "article", "main", "section", "p", "h1", "h2");

  private HtmlPage() {}

  /** Whether the first tag of the text is one that opens a page or a piece of one. */
  static boolean matches(String text) {
    int at = 0;
    while (at >= 0 && at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ' || c == '\ufeff') {
        at++;
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else {
        return opens(text, at);
      }
    }
    return false;
  }

  private static int after(String text, String end, int from) {
    int i = text.indexOf(end, from);
    return i < 0 ? -1 : i + end.length();
  }

  private static boolean opens(String text, int at) {
    if (text.regionMatches(true, at, "<!doctype", 0, 9)) {
      int name = at + 9;
      while (name < text.length() && text.charAt(name) <= ' ') {
        name++;
      }
      return text.regionMatches(true, name, "html", 0, 4);
    }
    int end = at + 1;
    while (end < text.length() && end - at < 12 && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return TAGS.contains(text.substring(Math.min(at + 1, end), end).toLowerCase(Locale.ROOT));
  }

  static Parsed read(String text, Hints hints, Json json) throws BadWire {
    Document page = Jsoup.parse(text);
    deepest(page);
    Map<String, String> meta = meta(page);
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    String uri =
        Fields.first(
            canonical == null ? null : canonical.attr("href"),
            meta.get("og:url"),
            Fields.uriOfPath(hints));
    String title = title(page, meta);
    String published = firstOf(meta, PUBLISHED);
    String modified = firstOf(meta, MODIFIED);
    Element time = page.selectFirst("time[datetime]");
    String stamp = time == null ? null : time.attr("datetime");
    String provider = Fields.first(hints.provider(), meta.get("og:site_name"), Authority.of(uri));
    WireArticle.Builder b =
        WireArticle.builder(
                uri == null ? "" : uri.strip(), "1", provider == null ? "unknown" : provider)
            .headline(title)
            .byline(Fields.line(Fields.first(meta.get("author"), meta.get("article:author"))))
            .language(
                Fields.language(
                    Fields.first(page.select("html").attr("lang"), meta.get("og:locale"))))
            .firstCreated(WireTimes.read(Fields.first(published, stamp)))
            .versionCreated(WireTimes.read(Fields.first(modified, published, stamp)))
            .keywords(keywords(meta))
            .body(mainText(page, title));
    JsonNode sidecar = PlainText.sidecar(hints, json);
    if (sidecar != null) {
      PlainText.describe(b, sidecar, hints);
    }
    WireArticle a = b.build();
    if (a.body().isBlank()) {
      throw new BadWire(Reason.NO_TEXT, "The page holds no paragraph of text.");
    }
    return new Parsed.Article(Fields.checked(a), FORMAT, 1);
  }

  private static void deepest(Document page) throws BadWire {
    int depth = 0;
    org.jsoup.nodes.Node n = page;
    while (n != null) {
      if (depth > 2 * Limits.DEPTH) {
        throw new BadWire(Reason.TOO_DEEP, "The page is nested deeper than any article.");
      }
      if (n.childNodeSize() > 0) {
        n = n.childNode(0);
        depth++;
      } else {
        while (n != null && n.nextSibling() == null) {
          n = n.parent();
          depth--;
        }
        n = n == null ? null : n.nextSibling();
      }
    }
  }

  private static Map<String, String> meta(Document page) {
    Map<String, String> meta = new HashMap<>();
    for (Element m : page.select("meta[content]")) {
      String name = Fields.first(m.attr("property"), m.attr("name"), m.attr("itemprop"));
      if (name != null) {
        meta.putIfAbsent(name.toLowerCase(Locale.ROOT), m.attr("content"));
      }
    }
    return meta;
  }

  private static @Nullable String firstOf(Map<String, String> meta, List<String> names) {
    for (String name : names) {
      String v = meta.get(name);
      if (v != null && !v.isBlank()) {
        return v;
      }
    }
    return null;
  }

  private static String title(Document page, Map<String, String> meta) {
    Element h1 = page.selectFirst("article h1, main h1, h1");
    return Fields.lineOrEmpty(
        Fields.first(meta.get("og:title"), h1 == null ? null : h1.text(), page.title()));
  }

  private static List<String> keywords(Map<String, String> meta) {
    Fields.Collected out = new Fields.Collected();
    String all =
        Objects.requireNonNullElse(
            Fields.first(meta.get("news_keywords"), meta.get("keywords")), "");
    for (String k : all.split(",", -1)) {
      out.add(k);
    }
    return out.list();
  }

  // ---------------------------------------------------------------- main text

  /**
   * The text of the element whose own paragraphs hold the most prose. A paragraph counts by its
   * length and commas, less what stands in links; half of it counts for the grandparent, so that an
   * article in sections is found whole.
   */
  private static String mainText(Document page, String title) {
    page.select(FURNITURE).remove();
    Map<Element, Double> scores = new IdentityHashMap<>();
    Element best = null;
    double most = 0;
    for (Element p : page.select("p, pre, blockquote, td, div > br")) {
      Element block = p.normalName().equals("br") ? p.parent() : p;
      Element parent = block == null ? null : block.parent();
      if (block == null || parent == null || (block != p && scores.containsKey(block))) {
        continue;
      }
      double score = prose(block);
      if (block != p) {
        scores.merge(block, score, Double::sum);
        parent = block;
      } else {
        scores.merge(parent, score, Double::sum);
      }
      Element above = parent.parent();
      if (above != null) {
        scores.merge(above, score / 2, Double::sum);
      }
      for (Element e : above == null ? List.of(parent) : List.of(parent, above)) {
        double s = Objects.requireNonNullElse(scores.get(e), 0.0);
        if (s > most) {
          most = s;
          best = e;
        }
      }
    }
    Element root = best == null ? page.body() : best;
    root.select("header").forEach(HtmlPage::dropUnlessProse);
    return withoutTitle(Markup.text(root), title);
  }

  private static void dropUnlessProse(Element header) {
    if (prose(header) < 20) {
      header.remove();
    }
  }

  private static double prose(Element e) {
    String text = e.text();
    if (text.length() < 25) {
      return 0;
    }
    int linked = 0;
    for (Element a : e.select("a")) {
      linked += a.text().length();
    }
    double share = 1.0 - Math.min(1.0, linked / (double) text.length());
    long commas = text.chars().filter(c -> c == ',').count();
    return (1 + commas + Math.min(3, text.length() / 100)) * share * share;
  }

  /** The headline is a field of its own; where the page repeats it above the copy it goes. */
  private static String withoutTitle(String text, String title) {
    int end = text.indexOf('\n');
    boolean repeats = end > 0 && !title.isEmpty() && text.substring(0, end).strip().equals(title);
    return repeats ? text.substring(end).strip() : text;
  }
}
