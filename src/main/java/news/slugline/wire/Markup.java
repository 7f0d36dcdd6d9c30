package news.slugline.wire;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of HTML, as a reader would see it; scripts, forms, media and their captions left out.
 */
final class Markup {
  /** Elements of HTML, and of NITF, that stand on lines of their own. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "body.content",
          "block",
          "bq",
          "caption",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hedline",
          "hl1",
          "hl2",
          "hr",
          "main",
          "menu",
          "nitf-table",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "ul");

  /** Elements whose text is no copy. */
  static final Set<String> SILENT =
      Set.of(
          "audio",
          "button",
          "canvas",
          "embed",
          "figcaption",
          "figure",
          "head",
          "iframe",
          "input",
          "map",
          "media",
          "nitf-table-metadata",
          "noscript",
          "object",
          "option",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "video");

  private Markup() {}

  /** The text of a piece of HTML or XHTML. */
  static String text(String html) {
    return text(Jsoup.parseBodyFragment(html).body());
  }

  /** The text below an element. */
  static String text(Element root) {
    Prose prose = new Prose();
    root.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            return enter(prose, node);
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element e) {
              leave(prose, local(e.normalName()));
            }
            return NodeFilter.FilterResult.CONTINUE;
          }
        });
    return prose.toString();
  }

  private static NodeFilter.FilterResult enter(Prose prose, Node node) {
    if (node instanceof TextNode t) {
      if (node.parent() instanceof Element p && p.normalName().equals("pre")) {
        prose.lines(t.getWholeText());
      } else {
        prose.text(t.getWholeText());
      }
    } else if (node instanceof Element e) {
      String name = local(e.normalName());
      if (SILENT.contains(name)) {
        return NodeFilter.FilterResult.SKIP_ENTIRELY;
      }
      enter(prose, name);
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  static void enter(Prose prose, String name) {
    switch (name) {
      case "br" -> prose.forcedLine();
      case "li", "tr" -> prose.line();
      case "td", "th" -> prose.cell();
      default -> {
        if (BLOCKS.contains(name)) {
          prose.paragraph();
        }
      }
    }
  }

  static void leave(Prose prose, String name) {
    switch (name) {
      case "li", "tr" -> prose.line();
      default -> {
        if (BLOCKS.contains(name)) {
          prose.paragraph();
        }
      }
    }
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /** Whether a string that might be either is HTML. */
  static boolean looksLike(String s) {
    return s.indexOf("</") >= 0
        || s.indexOf("<p>") >= 0
        || s.toLowerCase(Locale.ROOT).indexOf("<br") >= 0;
  }
}
