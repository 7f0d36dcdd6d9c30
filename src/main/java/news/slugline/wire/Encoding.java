package news.slugline.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes as declared, and as found where the declaration lies.
 *
 * <p>A byte order mark decides. Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever is
 * declared: text in another encoding practically never is by chance. Else the declared encoding
 * counts if it fits, and last windows-1252, which is what "ISO-8859-1" and undeclared bytes mean in
 * practice.
 */
final class Encoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What a document in UTF-16 without a mark may begin with. */
  private static final String FIRST_BYTES = "<{[ \t\r\n";

  private Encoding() {}

  /** The text of the bytes, without its byte order mark. */
  static String decode(byte[] bytes, @Nullable String declared) throws BadWire {
    String marked = marked(bytes);
    if (marked != null) {
      return marked;
    }
    Charset wide = unmarkedUtf16(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    if (ascii(bytes) && !stateful(declared)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    String text = strictly(bytes, StandardCharsets.UTF_8);
    if (text != null && !stateful(declared)) {
      return text;
    }
    Charset charset = charset(declared);
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      text = strictly(bytes, charset);
      if (text != null) {
        return text;
      }
    }
    return latin(bytes);
  }

  private static @Nullable String marked(byte[] b) throws BadWire {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      String text = new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') >= 0
          && strictly(java.util.Arrays.copyOfRange(b, 3, b.length), StandardCharsets.UTF_8)
              == null) {
        throw new BadWire(
            Reason.BAD_ENCODING, "A UTF-8 mark stands first, but the bytes are not UTF-8.");
      }
      return text;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  private static @Nullable Charset unmarkedUtf16(byte[] b) {
    if (b.length < 4) {
      return null;
    }
    if (b[0] == 0 && FIRST_BYTES.indexOf(b[1]) >= 0 && b[2] == 0 && b[3] != 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (b[1] == 0 && FIRST_BYTES.indexOf(b[0]) >= 0 && b[3] == 0 && b[2] != 0) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Encodings that write other scripts in bytes that look like ASCII. */
  private static boolean stateful(@Nullable String declared) {
    return declared != null && declared.toLowerCase(Locale.ROOT).startsWith("iso-2022");
  }

  static @Nullable Charset charset(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String s = name.strip().toLowerCase(Locale.ROOT);
    switch (s) {
      case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii":
        return WINDOWS_1252;
      case "gb2312", "gbk", "gb_2312-80":
        return charset("gb18030");
      case "utf-16", "utf-32", "utf-16le", "utf-16be", "ucs-2":
        // decided from the bytes before; here they would only make noise of them
        return null;
      default:
        try {
          return Charset.forName(s);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          return null;
        }
    }
  }

  static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer out =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return out.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Windows-1252; its five undefined bytes give the replacement character. */
  private static String latin(byte[] bytes) {
    return new String(bytes, WINDOWS_1252);
  }

  /** The charset parameter of a content type. */
  static @Nullable String ofContentType(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int i = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (i < 0) {
      return null;
    }
    String rest = contentType.substring(i + 8).strip();
    int end = 0;
    while (end < rest.length() && " ;,\t".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end).replace("\"", "").replace("'", "");
  }
}
