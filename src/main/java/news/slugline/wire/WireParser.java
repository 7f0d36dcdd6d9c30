package news.slugline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles out of whatever a wire sends. The format is told by content, never by a file's
 * name. Bad input gives a {@link Parsed.Rejected} with a reason; nothing is thrown.
 *
 * <p>Every item of a file is answered, in the order of the file, and no item's fault touches its
 * neighbours where the format lets them be told apart. The result is a function of the bytes and
 * the hints alone.
 *
 * <p>Not safe for use by several threads at once; make one for each.
 */
public final class WireParser {
  private final Json json = new Json();
  private final Xml xml = new Xml();
  private final Feeds feeds = new Feeds();

  private WireParser() {}

  /** A parser of all formats. */
  public static WireParser standard() {
    return new WireParser();
  }

  /** The items of some bytes; at least one answer. */
  public List<Parsed> parse(byte[] bytes, Hints hints) {
    List<Parsed> out = new ArrayList<>();
    try {
      read(unpacked(bytes), hints, out);
    } catch (BadWire e) {
      out.add(e.rejected(null));
    } catch (RuntimeException | StackOverflowError e) {
      out.add(fault(e, null));
    }
    if (out.isEmpty()) {
      out.add(new Parsed.Rejected(Reason.EMPTY, "The file holds no item.", null, null));
    }
    return List.copyOf(out);
  }

  private static Parsed.Rejected fault(Throwable e, @Nullable String format) {
    return new Parsed.Rejected(
        Reason.PARSER_FAULT,
        "The parser failed with " + e + "; please report it with this file.",
        null,
        format);
  }

  /** One item read by its format's reader; whatever goes wrong becomes its answer. */
  interface Item {
    Parsed read() throws BadWire;
  }

  static void answer(List<Parsed> out, String format, Item item) {
    try {
      out.add(item.read());
    } catch (BadWire e) {
      out.add(e.rejected(format));
    } catch (RuntimeException | StackOverflowError e) {
      out.add(fault(e, format));
    }
  }

  private static byte[] unpacked(byte[] bytes) throws BadWire {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, bytes.length * 2));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > Limits.DOCUMENT_BYTES) {
          throw new BadWire(
              Reason.TOO_LARGE,
              "The gzip data unpacks to more than " + Limits.DOCUMENT_BYTES + " bytes.");
        }
      }
    } catch (IOException e) {
      throw new BadWire(
          Reason.BAD_FRAME,
          "The gzip data is broken or cut off: " + e.getMessage() + ".",
          "byte " + out.size() + " of the unpacked data");
    }
    return out.toByteArray();
  }

  private void read(byte[] bytes, Hints hints, List<Parsed> out) throws BadWire {
    read(bytes, hints, true, out);
  }

  /**
   * @param wrapped whether the document may stand in an envelope of Kafka Connect
   */
  private void read(byte[] bytes, Hints hints, boolean wrapped, List<Parsed> out) throws BadWire {
    if (bytes.length == 0) {
      throw new BadWire(Reason.EMPTY, "The file is empty.");
    }
    String declared = Declared.charset(bytes);
    String text =
        Encoding.decode(
            bytes, declared == null ? Encoding.ofContentType(hints.contentType()) : declared);
    char first = firstOf(text);
    if (first == '{' || first == '[') {
      readJson(text, hints, wrapped, out);
      return;
    }
    limit(bytes);
    byte[] inner = wrapped && first == '"' ? ConnectEnvelope.ofString(text, json) : null;
    if (inner != null) {
      read(inner, hints, false, out);
      return;
    }
    if (AgencyText.matches(text)) {
      AgencyText.read(text, hints, out);
    } else if (first == '<' && HtmlPage.matches(text)) {
      answer(out, HtmlPage.FORMAT, () -> HtmlPage.read(text, hints, json));
    } else if (first == '<') {
      readXml(text, hints, out);
    } else {
      answer(out, PlainText.FORMAT, () -> PlainText.read(text, hints, json));
    }
  }

  // ---------------------------------------------------------------- XML

  private void readXml(String text, Hints hints, List<Parsed> out) throws BadWire {
    String mended = XmlMending.mend(text);
    Xml.Element root = xml.read(mended);
    switch (Xml.lower(root.name)) {
      case "rss", "rdf", "feed" -> {
        feeds.read(mended, hints, out);
        return;
      }
      case "html" -> {
        answer(out, HtmlPage.FORMAT, () -> HtmlPage.read(text, hints, json));
        return;
      }
      default -> {
        // the other formats may stand in an envelope
      }
    }
    List<Xml.Element> items =
        isItem(root) ? List.of(root) : root.all(WireParser::isItem, Limits.ITEMS);
    for (Xml.Element item : items) {
      readItem(item, root, hints, out);
    }
    if (out.isEmpty()) {
      throw new BadWire(
          Reason.UNKNOWN_FORMAT,
          "This XML, with the root element \""
              + Fields.clip(root.name)
              + "\", is none of NewsML-G2, NewsML 1, NITF, RSS and Atom.");
    }
  }

  private static boolean isItem(Xml.Element e) {
    return NewsMlG2.isItem(e.name)
        || e.name.equals("nitf")
        || (e.name.equals("NewsItem") && e.child("Identification") != null);
  }

  private static void readItem(Xml.Element item, Xml.Element root, Hints hints, List<Parsed> out) {
    int index = out.size() + 1;
    switch (item.name) {
      case "nitf" -> answer(out, Nitf.FORMAT, () -> Nitf.read(item, index, hints));
      case "NewsItem" -> answer(out, NewsMl1.FORMAT, () -> NewsMl1.read(item, root, index, hints));
      default -> answer(out, NewsMlG2.FORMAT, () -> NewsMlG2.read(item, index, hints));
    }
  }

  private static void limit(byte[] bytes) throws BadWire {
    if (bytes.length > Limits.DOCUMENT_BYTES) {
      throw new BadWire(
          Reason.TOO_LARGE,
          "The file has "
              + bytes.length
              + " bytes; "
              + Limits.DOCUMENT_BYTES
              + " are allowed in other formats than JSON lines.");
    }
  }

  private static char firstOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\ufeff') {
        return c;
      }
    }
    return ' ';
  }

  // ---------------------------------------------------------------- JSON

  private void readJson(String text, Hints hints, boolean wrapped, List<Parsed> out)
      throws BadWire {
    List<int[]> lines = jsonLines(text);
    if (lines.isEmpty()) {
      if (text.length() > Limits.DOCUMENT_BYTES) {
        throw new BadWire(
            Reason.TOO_LARGE, "One JSON value may have " + Limits.DOCUMENT_BYTES + " bytes.");
      }
      for (JsonNode value : json.values(text, 1)) {
        readValue(value, hints, wrapped, out);
      }
      return;
    }
    for (int[] line : lines) {
      try {
        for (JsonNode value : json.values(text.substring(line[0], line[1]), line[2])) {
          readValue(value, hints, wrapped, out);
        }
      } catch (BadWire e) {
        out.add(e.rejected(null));
      }
    }
  }

  /**
   * Start, end and number of each line if the text is JSON lines: several lines, most of which open
   * and close an object. Empty if it is not.
   */
  private static List<int[]> jsonLines(String text) {
    List<int[]> lines = new ArrayList<>();
    int whole = 0;
    int number = 0;
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      number++;
      int a = from;
      int b = end;
      while (a < b && text.charAt(a) <= ' ') {
        a++;
      }
      while (b > a && text.charAt(b - 1) <= ' ') {
        b--;
      }
      if (a < b) {
        lines.add(new int[] {from, end, number});
        whole += text.charAt(a) == '{' && text.charAt(b - 1) == '}' && b - a > 2 ? 1 : 0;
      }
      from = end + 1;
    }
    return lines.size() > 1 && whole * 2 >= lines.size() && opens(text, lines.get(0))
        ? lines
        : List.of();
  }

  private static boolean opens(String text, int[] line) {
    return text.substring(line[0], line[1]).strip().startsWith("{");
  }

  private void readValue(JsonNode value, Hints hints, boolean wrapped, List<Parsed> out)
      throws BadWire {
    JsonNode payload = wrapped && value.isObject() ? ConnectEnvelope.payload(value) : null;
    if (payload != null) {
      byte[] document = ConnectEnvelope.document(value, payload);
      if (document == null) {
        readValue(payload, hints, false, out);
      } else {
        read(document, hints, false, out);
      }
    } else if (value.isArray()) {
      for (JsonNode element : value) {
        readObject(element, hints, out);
      }
    } else {
      readObject(value, hints, out);
    }
  }

  private void readObject(JsonNode o, Hints hints, List<Parsed> out) {
    int index = out.size() + 1;
    List<JsonNode> ap = o.isObject() ? ApMedia.items(o) : List.of();
    if (!ap.isEmpty()) {
      for (JsonNode item : ap) {
        int at = out.size() + 1;
        answer(out, ApMedia.FORMAT, () -> ApMedia.read(item, at, hints));
      }
    } else if (o.isObject() && Ninjs.matches(o)) {
      answer(out, Ninjs.format(o), () -> Ninjs.read(o, index, hints));
    } else if (!readContained(o, hints, out)) {
      out.add(unknown(o));
    }
  }

  /** The items of an API's answer that wraps ninjs objects in a list. */
  private boolean readContained(JsonNode o, Hints hints, List<Parsed> out) {
    boolean any = false;
    for (JsonNode inner :
        Json.array(o, "items", "item", "_items", "newsItems", "results", "data")) {
      if (inner.isObject() && Ninjs.matches(inner)) {
        int index = out.size() + 1;
        answer(out, Ninjs.format(inner), () -> Ninjs.read(inner, index, hints));
        any = true;
      }
    }
    return any;
  }

  private static Parsed.Rejected unknown(JsonNode o) {
    StringBuilder names = new StringBuilder();
    o.fieldNames()
        .forEachRemaining(
            n -> {
              if (names.length() < 80) {
                names.append(names.length() == 0 ? "" : ", ").append(Fields.clip(n));
              }
            });
    String what =
        o.isObject()
            ? "an object with the properties: " + (names.length() == 0 ? "none" : names)
            : "a bare " + o.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    return new Parsed.Rejected(
        Reason.UNKNOWN_FORMAT,
        "This JSON is neither ninjs nor AP Media: it is " + what + ".",
        null,
        null);
  }
}
