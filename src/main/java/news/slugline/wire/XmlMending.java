package news.slugline.wire;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Makes nearly right XML safe and readable, in one pass; line numbers stay. */
final class XmlMending {
  private final String in;
  private final StringBuilder out;
  private final Set<String> declared = new HashSet<>();
  private int at;

  private XmlMending(String in) {
    this.in = in;
    this.out = new StringBuilder(in.length() + 64);
  }

  static String mend(String text) throws BadWire {
    XmlMending m = new XmlMending(text);
    m.run();
    return m.out.toString();
  }

  private void run() throws BadWire {
    prologue();
    boolean prolog = true;
    while (at < in.length()) {
      char c = in.charAt(at);
      if (c == '<') {
        if (in.startsWith("<!--", at)) {
          copyThrough("-->", true);
        } else if (in.startsWith("<![CDATA[", at)) {
          copyThrough("]]>", false);
        } else if (in.startsWith("<?", at)) {
          copyThrough("?>", true);
        } else if (prolog && in.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
          doctype();
        } else {
          prolog = false;
          out.append(c);
          at++;
        }
      } else if (c == '&') {
        reference();
      } else {
        out.append(legal(c) ? c : ' ');
        at++;
      }
    }
  }

  /** White space, a mark and the declaration before the first element. */
  private void prologue() {
    while (at < in.length() && (in.charAt(at) <= ' ' || in.charAt(at) == '\ufeff')) {
      if (in.charAt(at) == '\n') {
        out.append('\n');
      }
      at++;
    }
    if (in.startsWith("<?xml", at) && in.indexOf("?>", at) > 0) {
      int end = in.indexOf("?>", at) + 2;
      blank(at, end);
      at = end;
    }
  }

  private static boolean legal(char c) {
    return c >= ' ' ? c < '\ufffe' : c == '\n' || c == '\r' || c == '\t';
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (in.charAt(i) == '\n') {
        out.append('\n');
      }
    }
  }

  /** Comments and instructions are dropped, character data is kept. */
  private void copyThrough(String end, boolean drop) {
    int stop = in.indexOf(end, at);
    stop = stop < 0 ? in.length() : stop + end.length();
    if (drop) {
      blank(at, stop);
    } else {
      for (int i = at; i < stop; i++) {
        char c = in.charAt(i);
        out.append(legal(c) ? c : ' ');
      }
    }
    at = stop;
  }

  /** Blanks a DOCTYPE with its internal subset; remembers the entities that it declares. */
  private void doctype() throws BadWire {
    int start = at;
    int i = at;
    boolean subset = false;
    while (i < in.length()) {
      char c = in.charAt(i);
      if (c == '"' || c == '\'') {
        int close = in.indexOf(c, i + 1);
        if (close < 0) {
          break;
        }
        i = close;
      } else if (in.startsWith("<!--", i)) {
        int close = in.indexOf("-->", i);
        if (close < 0) {
          break;
        }
        i = close + 2;
      } else if (in.startsWith("<!ENTITY", i)) {
        declare(i + 8);
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        blank(start, i + 1);
        at = i + 1;
        return;
      }
      i++;
    }
    throw new BadWire(Reason.BAD_XML, "The DOCTYPE has no end.", "byte " + start);
  }

  private void declare(int from) {
    int i = from;
    while (i < in.length() && (in.charAt(i) <= ' ' || in.charAt(i) == '%')) {
      i++;
    }
    int end = i;
    while (end < in.length() && in.charAt(end) > ' ' && in.charAt(end) != '>') {
      end++;
    }
    declared.add(in.substring(i, end));
  }

  private void reference() throws BadWire {
    int end = at + 1;
    while (end < in.length() && end - at < 40 && name(in.charAt(end))) {
      end++;
    }
    boolean closed = end < in.length() && in.charAt(end) == ';' && end > at + 1;
    if (!closed) {
      out.append("&amp;");
      at++;
      return;
    }
    String name = in.substring(at + 1, end);
    if (name.charAt(0) == '#') {
      character(name);
    } else if (declared.contains(name)) {
      throw new BadWire(
          Reason.ENTITY_FORBIDDEN,
          "The document uses the entity \"" + name + "\" that it declares itself.",
          "character " + at);
    } else {
      named(name);
    }
    at = end + 1;
  }

  private static boolean name(char c) {
    return c == '#'
        || c == '_'
        || c == '.'
        || c == '-'
        || (c >= '0' && c <= '9')
        || ((c | 32) >= 'a' && (c | 32) <= 'z');
  }

  private void character(String name) {
    int code = -1;
    try {
      boolean hex = name.length() > 1 && (name.charAt(1) | 32) == 'x';
      code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    } catch (NumberFormatException e) {
      // no number: the text is kept as it stands
    }
    if (code < 0) {
      out.append("&amp;").append(name).append(';');
    } else if (code >= 0x80 && code <= 0x9f) {
      // as browsers do: these numbers mean the characters of windows-1252
      out.append(Parser.unescapeEntities("&" + name + ";", true));
    } else if (code == '\n'
        || code == '\r'
        || code == '\t'
        || (code >= ' ' && code < 0xD800)
        || (code >= 0xE000 && code <= 0xFFFD)
        || (code >= 0x10000 && code <= 0x10FFFF)) {
      out.append("&#").append(code).append(';');
    } else {
      out.append(' ');
    }
  }

  private void named(String name) {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> out.append('&').append(name).append(';');
      default -> {
        String found = Parser.unescapeEntities("&" + name + ";", true);
        if (found.indexOf('<') >= 0 || found.indexOf('&') >= 0) {
          out.append("&amp;").append(name).append(';');
        } else {
          out.append(found);
        }
      }
    }
  }
}
