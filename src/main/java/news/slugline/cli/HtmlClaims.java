package news.slugline.cli;

import java.util.List;
import java.util.Locale;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Markup;
import news.slugline.wire.WireArticle;

/** The page that {@code extract --html} writes: no script, nothing from elsewhere. */
final class HtmlClaims {
  static final String TAIL = "</body>\n</html>\n";

  private HtmlClaims() {}

  static String head(String title) {
    StringBuilder legend = new StringBuilder("<p>");
    for (Kind k : Kind.values()) {
      String name = k.name().toLowerCase(Locale.ROOT);
      legend.append("<mark class=\"").append(name).append("\">").append(name).append("</mark> ");
    }
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>
        body { font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
          color: #1b1b1b; background: #fff; }
        mark { color: inherit; background: #eee; border-bottom: 2px solid #777; }
        mark.event { background: #f1f1f1; border-color: #555; }
        mark.place { background: #e4efff; border-color: #2459a6; }
        mark.history { background: #ffe6e6; border-color: #a32020; }
        mark.quantity { background: #e3f6e3; border-color: #1c6b1c; }
        mark.time { background: #f3e6fb; border-color: #6f2a96; }
        mark.statement { background: #dff6f8; border-color: #0d6670; }
        mark.quote { background: #fff3cf; border-color: #8a6100; }
        </style>
        </head>
        <body>
        """
            .formatted(Markup.escaped(title))
        + legend
        + "</p>\n";
  }

  static String article(WireArticle a, List<Claim> claims) {
    return "<article>\n<h1>"
        + Markup.escaped(a.headline())
        + "</h1>\n<p>"
        + Markup.html(a.body(), claims)
        + "</p>\n</article>\n";
  }
}
