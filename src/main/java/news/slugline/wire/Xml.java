package news.slugline.wire;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into a small tree, within the limits, without ever resolving anything.
 *
 * <p>Wires send XML that is nearly right, so the text is mended first: the declaration and a
 * DOCTYPE are blanked out (never read), HTML's named characters are put in, stray ampersands and
 * control characters made harmless. Use of an entity that the document declares itself is refused.
 * Namespaces are ignored: names are local names.
 */
final class Xml {
  /** One element; children are elements and strings, in their order. */
  static final class Element {
    final String name;
    final int line;
    private final String[] attributes;
    private final List<Object> children = new ArrayList<>(2);

    Element(String name, int line, String[] attributes) {
      this.name = name;
      this.line = line;
      this.attributes = attributes;
    }

    @Nullable String attribute(String wanted) {
      for (int i = 0; i < attributes.length; i += 2) {
        if (attributes[i].equals(wanted)) {
          return attributes[i + 1];
        }
      }
      return null;
    }

    List<Object> children() {
      return children;
    }

    /** The first child of that name. */
    @Nullable Element child(String wanted) {
      for (Object c : children) {
        if (c instanceof Element e && e.name.equals(wanted)) {
          return e;
        }
      }
      return null;
    }

    List<Element> elements(String wanted) {
      List<Element> out = new ArrayList<>();
      for (Object c : children) {
        if (c instanceof Element e && e.name.equals(wanted)) {
          out.add(e);
        }
      }
      return out;
    }

    List<Element> elements() {
      List<Element> out = new ArrayList<>();
      for (Object c : children) {
        if (c instanceof Element e) {
          out.add(e);
        }
      }
      return out;
    }

    /** The first element down a path of names. */
    @Nullable Element at(String... path) {
      Element e = this;
      for (String step : path) {
        e = e.child(step);
        if (e == null) {
          return null;
        }
      }
      return e;
    }

    /** The first element of that name below this one, in the order of the document. */
    @Nullable Element find(String wanted) {
      List<Element> found = all(e -> e.name.equals(wanted), 1);
      return found.isEmpty() ? null : found.get(0);
    }

    /** The elements below this one that match; none within another that matched. */
    List<Element> all(String wanted) {
      return all(e -> e.name.equals(wanted), Integer.MAX_VALUE);
    }

    List<Element> all(Predicate<Element> wanted, int most) {
      List<Element> out = new ArrayList<>();
      Deque<Element> open = new ArrayDeque<>();
      push(open);
      while (!open.isEmpty() && out.size() < most) {
        Element e = open.pop();
        if (wanted.test(e)) {
          out.add(e);
        } else {
          e.push(open);
        }
      }
      return out;
    }

    private void push(Deque<Element> open) {
      for (int i = children.size() - 1; i >= 0; i--) {
        if (children.get(i) instanceof Element e) {
          open.push(e);
        }
      }
    }

    /** All text below, as it stands. */
    String text() {
      if (children.size() == 1 && children.get(0) instanceof String s) {
        return s;
      }
      StringBuilder out = new StringBuilder();
      collect(out);
      return out.toString();
    }

    private void collect(StringBuilder out) {
      for (Object c : children) {
        if (c instanceof Element e) {
          e.collect(out);
        } else {
          out.append((String) c);
        }
      }
    }

    /** The text of the first element down a path, white space made single; null if none. */
    @Nullable String line(String... path) {
      Element e = at(path);
      return e == null ? null : Fields.line(e.text());
    }

    /** An attribute of the first element down a path; null if absent or empty. */
    @Nullable String attributeAt(String attribute, String... path) {
      Element e = at(path);
      return e == null ? null : Fields.line(e.attribute(attribute));
    }
  }

  private final XMLInputFactory factory;

  Xml() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    // JDK 24 lowered its own limit to ours, with an error that does not say so
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are forbidden");
        });
  }

  /** The root element of mended XML. */
  Element read(String mended) throws BadWire {
    XMLStreamReader in = null;
    try {
      in = factory.createXMLStreamReader(new StringReader(mended));
      return tree(in);
    } catch (XMLStreamException e) {
      throw new BadWire(
          Reason.BAD_XML, "This is not well-formed XML: " + message(e), position(e.getLocation()));
    } finally {
      close(in);
    }
  }

  private static void close(@Nullable XMLStreamReader in) {
    if (in != null) {
      try {
        in.close();
      } catch (XMLStreamException e) {
        // a reader over a string holds nothing that could fail to close
      }
    }
  }

  private static String message(XMLStreamException e) {
    String m = e.getMessage() == null ? "no reason given" : e.getMessage();
    int i = m.indexOf("Message: ");
    m = i < 0 ? m : m.substring(i + 9);
    m = m.replace('\n', ' ').strip();
    return m.length() > 200 ? m.substring(0, 200) + "..." : m;
  }

  private static @Nullable String position(@Nullable Location at) {
    return at == null || at.getLineNumber() < 1
        ? null
        : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  private static Element tree(XMLStreamReader in) throws XMLStreamException, BadWire {
    Deque<Element> open = new ArrayDeque<>();
    Element root = null;
    int nodes = 0;
    StringBuilder text = new StringBuilder();
    while (in.hasNext()) {
      int event = in.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          flush(text, open);
          Element e = element(in);
          nodes += 1 + in.getAttributeCount();
          if (open.size() >= Limits.DEPTH) {
            throw new BadWire(
                Reason.TOO_DEEP,
                "The XML is nested deeper than " + Limits.DEPTH + " levels.",
                position(in.getLocation()));
          }
          if (open.isEmpty()) {
            root = e;
          } else {
            open.peek().children.add(e);
          }
          open.push(e);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          flush(text, open);
          nodes++;
          open.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        default -> {
          // comments and processing instructions say nothing here
        }
      }
      if (nodes > Limits.NODES) {
        throw new BadWire(
            Reason.TOO_LARGE,
            "The XML has more than " + Limits.NODES + " elements and attributes.",
            position(in.getLocation()));
      }
    }
    if (root == null) {
      throw new BadWire(Reason.BAD_XML, "The XML has no root element.");
    }
    return root;
  }

  private static void flush(StringBuilder text, Deque<Element> open) {
    Element top = open.peek();
    if (text.length() > 0 && top != null) {
      top.children.add(text.toString());
    }
    text.setLength(0);
  }

  private static Element element(XMLStreamReader in) {
    int n = in.getAttributeCount();
    String[] attributes = n == 0 ? NONE : new String[2 * n];
    for (int i = 0; i < n; i++) {
      attributes[2 * i] = local(in.getAttributeLocalName(i));
      attributes[2 * i + 1] = in.getAttributeValue(i);
    }
    return new Element(local(in.getLocalName()), in.getLocation().getLineNumber(), attributes);
  }

  private static final String[] NONE = {};

  private static String local(String name) {
    int colon = name.indexOf(':');
    // xml:lang and a plain lang mean the same to us; "lang" is what both are called
    return colon < 0 ? name : name.substring(colon + 1);
  }

  // ---------------------------------------------------------------- prose

  /** The running text below an element, for XHTML and NITF. */
  static String prose(@Nullable Element root) {
    Prose prose = new Prose();
    if (root != null) {
      prose(root, prose, !hasBlocks(root));
    }
    return prose.toString();
  }

  private static boolean hasBlocks(Element root) {
    return !root.all(e -> Markup.BLOCKS.contains(lower(e.name)) || lower(e.name).equals("br"), 1)
        .isEmpty();
  }

  private static void prose(Element element, Prose prose, boolean lines) {
    for (Object c : element.children()) {
      if (c instanceof Element e) {
        String name = lower(e.name);
        if (!Markup.SILENT.contains(name)) {
          Markup.enter(prose, name);
          prose(e, prose, lines || name.equals("pre"));
          Markup.leave(prose, name);
        }
      } else if (lines) {
        prose.lines((String) c);
      } else {
        prose.text((String) c);
      }
    }
  }

  static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }
}
