package news.slugline.schema;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read of late, so that one that comes again is the same object: rows name
 * the same few terms, articles and origins again and again, and rows are remembered. A table of
 * fixed size in which each text has two places; any thread.
 */
final class TextPool {
  /** Longer texts are seldom the same. */
  static final int LONGEST = 64;

  private static final int PLACES = 1 << 15;

  /** Texts do not change, so a thread sees a whole one or none. */
  private final @Nullable String[] texts = new String[PLACES];

  /** The text of some characters. */
  String of(char[] chars, int from, int length) {
    if (length > LONGEST) {
      return new String(chars, from, length);
    }
    int h = 0;
    for (int i = from; i < from + length; i++) {
      h = 31 * h + chars[i];
    }
    int at = place(h);
    String a = texts[at];
    if (a != null && isSame(a, chars, from, length)) {
      return a;
    }
    String b = texts[at ^ 1];
    if (b != null && isSame(b, chars, from, length)) {
      return b;
    }
    return keep(at, new String(chars, from, length));
  }

  /** The text of some bytes in UTF-8. */
  String of(byte[] bytes, int from, int length) {
    int h = 0;
    boolean plain = length <= LONGEST;
    for (int i = from; plain && i < from + length; i++) {
      h = 31 * h + bytes[i];
      plain = bytes[i] >= 0;
    }
    if (!plain) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int at = place(h);
    String a = texts[at];
    if (a != null && isSame(a, bytes, from, length)) {
      return a;
    }
    String b = texts[at ^ 1];
    if (b != null && isSame(b, bytes, from, length)) {
      return b;
    }
    return keep(at, new String(bytes, from, length, StandardCharsets.US_ASCII));
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }

  /** The text that stood in its place moves to the other one. */
  private String keep(int at, String text) {
    texts[at ^ 1] = texts[at];
    texts[at] = text;
    return text;
  }

  private static boolean isSame(String s, byte[] plain, int from, int length) {
    if (s.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (s.charAt(i) != plain[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(String s, char[] chars, int from, int length) {
    if (s.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (s.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}
