package news.slugline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The encoding that a document declares in itself: an XML declaration or an HTML meta element. */
final class Declared {
  private static final int WINDOW = 2048;

  private Declared() {}

  static @Nullable String charset(byte[] bytes) {
    int n = Math.min(bytes.length, WINDOW);
    String head = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
    String low = head.toLowerCase(Locale.ROOT);
    int xml = low.indexOf("<?xml");
    if (xml >= 0 && xml < 16) {
      int end = low.indexOf("?>", xml);
      int at = low.indexOf("encoding", xml);
      return at > 0 && (end < 0 || at < end) ? value(head, at + 8) : null;
    }
    if (low.indexOf("<meta") >= 0) {
      int at = low.indexOf("charset");
      return at > 0 ? value(head, at + 7) : null;
    }
    return null;
  }

  /** What stands after an equals sign, with or without quotation marks. */
  private static @Nullable String value(String s, int from) {
    int i = from;
    while (i < s.length() && (s.charAt(i) <= ' ' || s.charAt(i) == '=')) {
      i++;
    }
    if (i < s.length() && (s.charAt(i) == '"' || s.charAt(i) == '\'')) {
      i++;
    }
    int end = i;
    while (end < s.length() && "\"'> ;/?".indexOf(s.charAt(end)) < 0 && s.charAt(end) > ' ') {
      end++;
    }
    return end == i ? null : s.substring(i, end);
  }
}
