package news.slugline.claim.text;

import java.nio.charset.StandardCharsets;

/** FNV-1a with 64 bits (Fowler, Noll, Vo): texts as numbers that are the same everywhere. */
public final class Fnv {
  public static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fnv() {}

  /** Over the bytes of a text in UTF-8. */
  public static long ofBytes(String text) {
    long h = START;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * PRIME;
    }
    return h;
  }

  /** Goes on from {@code h} over the characters of a text. */
  public static long add(long h, String text) {
    long out = h;
    for (int i = 0; i < text.length(); i++) {
      out = (out ^ text.charAt(i)) * PRIME;
    }
    return out;
  }
}
