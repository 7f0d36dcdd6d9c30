package news.slugline.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Shows an article with its claims marked in the text, for a terminal or a page. */
public final class Markup {
  private static final String RESET = "\u001b[0m";
  private static final String[] COLOURS = {
    "\u001b[33m", "\u001b[36m", "\u001b[35m", "\u001b[32m", "\u001b[31m", "\u001b[34m", "\u001b[1m"
  };

  private Markup() {}

  /** The body with colours around the claims; where claims overlap the shortest shows. */
  public static String ansi(String body, List<Claim> claims) {
    StringBuilder b = new StringBuilder();
    for (Piece p : pieces(body, claims)) {
      if (p.of.isEmpty()) {
        b.append(harmless(p.text));
      } else {
        b.append(COLOURS[p.of.get(0).kind().ordinal()]).append(harmless(p.text)).append(RESET);
      }
    }
    return b.toString();
  }

  /** The body without what would steer a terminal. */
  public static String plain(String body) {
    return harmless(body);
  }

  /**
   * The body as an HTML fragment, escaped: {@code <mark class="quote time" title="...">} around
   * every stretch that claims cover, line breaks as {@code <br>}.
   */
  public static String html(String body, List<Claim> claims) {
    StringBuilder b = new StringBuilder();
    for (Piece p : pieces(body, claims)) {
      String text = escaped(p.text).replace("\n", "<br>\n");
      if (p.of.isEmpty()) {
        b.append(text);
        continue;
      }
      List<String> classes = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      for (Claim c : p.of) {
        String kind = c.kind().name().toLowerCase(Locale.ROOT);
        if (!classes.contains(kind)) {
          classes.add(kind);
        }
        titles.add(kind + " " + note(c));
      }
      b.append("<mark class=\"").append(String.join(" ", classes)).append("\" title=\"");
      b.append(escaped(String.join("; ", titles))).append("\">").append(text).append("</mark>");
    }
    return b.toString();
  }

  private static String note(Claim c) {
    Speaker s = c.speaker();
    String who = s == null ? "" : " by " + s.name();
    String value = c.value() == null ? "" : "= " + c.value();
    return (c.about().trigger() + " " + c.about().slot() + " " + value + who).strip();
  }

  private record Piece(String text, List<Claim> of) {}

  /** Cuts the body wherever a claim begins or ends. */
  private static List<Piece> pieces(String body, List<Claim> claims) {
    int[] points = body.codePoints().toArray();
    List<Claim> begin = new ArrayList<>(claims);
    begin.sort(Comparator.comparing(Claim::span));
    int[] cuts =
        claims.stream()
            .flatMapToInt(c -> java.util.stream.IntStream.of(c.span().start(), c.span().end()))
            .sorted()
            .distinct()
            .toArray();
    List<Piece> out = new ArrayList<>();
    List<Claim> open = new ArrayList<>();
    int at = 0;
    int next = 0;
    for (int k = 0; k <= cuts.length; k++) {
      int to = k == cuts.length ? points.length : cuts[k];
      if (to > at) {
        List<Claim> of = new ArrayList<>(open);
        of.sort(Comparator.comparingInt(c -> c.span().length()));
        out.add(new Piece(new String(points, at, to - at), of));
      }
      at = to;
      int here = to;
      open.removeIf(c -> c.span().end() <= here);
      while (next < begin.size() && begin.get(next).span().start() == here) {
        open.add(begin.get(next++));
      }
    }
    return out;
  }

  /** Copy may hold control characters that would steer a terminal. */
  private static String harmless(String s) {
    StringBuilder b = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0;
      b.append(control ? '\ufffd' : c);
    }
    return b.toString();
  }

  /** A text as it may stand in HTML, also between quotation marks. */
  public static String escaped(String s) {
    return s.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
