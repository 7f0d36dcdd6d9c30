package news.slugline.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that hold for the fields of an article whatever format it came in. */
final class Fields {
  private static final String MEDIATOPIC = "cv.iptc.org/newscodes/mediatopic/";
  private static final String SUBJECTCODE = "cv.iptc.org/newscodes/subjectcode/";

  private Fields() {}

  /**
   * The article in canonical form if it keeps the limits: fields are single lines or absent, lists
   * hold each value once. In body and headline only lone surrogates are replaced, code point by
   * code point.
   */
  static WireArticle checked(WireArticle given) throws BadWire {
    WireArticle a = canonical(given);
    if (a.uri().isBlank()) {
      throw new BadWire(
          Reason.NO_IDENTIFIER,
          "Nothing says which piece of copy this is: no identifier in the item, no path.");
    }
    boolean silent = a.pubStatus() != PubStatus.USABLE || a.signal() == Signal.KILL;
    if (a.body().isBlank() && a.headline().isBlank() && !silent) {
      throw new BadWire(Reason.NO_TEXT, "The item has neither a body nor a headline.");
    }
    limit("uri", a.uri(), Limits.URI_BYTES);
    limit("body", a.body(), Limits.BODY_BYTES);
    limit("headline", a.headline(), Limits.FIELD_BYTES);
    limit("note", a.note(), Limits.NOTE_BYTES);
    limit("version", a.version(), Limits.FIELD_BYTES);
    limit("provider", a.provider(), Limits.FIELD_BYTES);
    limit("slugline", a.slugline(), Limits.FIELD_BYTES);
    limit("byline", a.byline(), Limits.FIELD_BYTES);
    limit("dateline", a.dateline(), Limits.FIELD_BYTES);
    limit("credit", a.credit(), Limits.FIELD_BYTES);
    limit("copyright", a.copyrightHolder(), Limits.FIELD_BYTES);
    limit("language", a.language(), Limits.FIELD_BYTES);
    limit("sources", a.sources());
    limit("keywords", a.keywords());
    limit("subjects", a.subjects());
    limit("places", a.places());
    limit("links", a.links().stream().map(Link::uri).toList());
    WireTimes.sane(a.versionCreated(), "versionCreated");
    WireTimes.sane(a.firstCreated(), "firstCreated");
    WireTimes.sane(a.embargoed(), "embargoed");
    return a;
  }

  private static WireArticle canonical(WireArticle a) {
    String version = line(a.version());
    String provider = line(a.provider());
    return new WireArticle(
        mended(lineOrEmpty(a.uri())),
        version == null ? "1" : mended(version),
        provider == null ? "unknown" : mended(provider),
        a.headline().isBlank() ? "" : mended(a.headline()),
        field(a.slugline()),
        field(a.byline()),
        field(a.dateline()),
        field(a.credit()),
        field(a.copyrightHolder()),
        list(a.sources()),
        a.language(),
        a.urgency(),
        a.pubStatus(),
        a.signal(),
        a.embargoed(),
        a.firstCreated(),
        a.versionCreated(),
        list(a.keywords()),
        list(a.subjects()),
        list(a.places()),
        links(a.links()),
        a.note() == null || a.note().isBlank() ? null : mended(a.note()),
        a.body().isBlank() ? "" : mended(a.body()));
  }

  private static @Nullable String field(@Nullable String s) {
    String v = line(s);
    return v == null ? null : mended(v);
  }

  private static List<String> list(List<String> values) {
    if (values.isEmpty()) {
      return values;
    }
    Collected out = new Collected();
    for (String v : values) {
      out.add(mended(v));
    }
    return out.list();
  }

  private static List<Link> links(List<Link> links) {
    List<Link> out = new ArrayList<>(links.size());
    for (Link link : links) {
      String uri = field(link.uri());
      if (uri != null) {
        out.add(new Link(link.rel(), uri));
      }
    }
    return out;
  }

  private static void limit(String field, List<String> values) throws BadWire {
    if (values.size() > Limits.LIST) {
      throw new BadWire(
          Reason.TOO_LARGE,
          "The item has " + values.size() + " " + field + "; " + Limits.LIST + " are allowed.",
          field);
    }
    for (String v : values) {
      limit(field, v, Limits.FIELD_BYTES);
    }
  }

  private static void limit(String field, @Nullable String value, int bytes) throws BadWire {
    if (value == null || value.length() * 3L <= bytes) {
      return;
    }
    int size = value.getBytes(StandardCharsets.UTF_8).length;
    if (size > bytes) {
      throw new BadWire(
          Reason.TOO_LARGE,
          "The " + field + " has " + size + " bytes; " + bytes + " are allowed.",
          field);
    }
  }

  private static boolean whole(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == s.length()
            || !Character.isLowSurrogate(s.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static String mended(String s) {
    if (whole(s)) {
      return s;
    }
    StringBuilder out = new StringBuilder(s.length());
    s.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }

  /** White space made single and stripped, control characters gone; null if nothing is left. */
  static @Nullable String line(@Nullable String s) {
    if (s == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(s.length());
    boolean gap = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u007f') {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.length() == 0 ? null : out.toString();
  }

  /** As {@link #line}, but nothing is an empty string. */
  static String lineOrEmpty(@Nullable String s) {
    String v = line(s);
    return v == null ? "" : v;
  }

  /** The first that says something. */
  static @Nullable String first(@Nullable String... values) {
    for (String v : values) {
      if (v != null && !v.isBlank()) {
        return v;
      }
    }
    return null;
  }

  static @Nullable String clip(@Nullable String s) {
    String v = line(s);
    if (v == null || v.length() <= 60) {
      return v;
    }
    return v.substring(0, Character.isHighSurrogate(v.charAt(59)) ? 59 : 60) + "...";
  }

  static PubStatus pubStatus(@Nullable String s) {
    String v = code(s);
    return switch (v) {
      case "canceled", "cancelled", "cancel", "killed", "deleted", "recalled" -> PubStatus.CANCELED;
      case "withheld", "embargoed", "held" -> PubStatus.WITHHELD;
      default -> PubStatus.USABLE;
    };
  }

  /** What a signal, instruction or kind of item says: the strongest word counts. */
  static Signal signal(@Nullable String s) {
    String v = code(s);
    return switch (v) {
      case "kill",
          "mandkill",
          "mandatorykill",
          "cancel",
          "canceled",
          "cancelled",
          "delete",
          "takedown",
          "recall",
          "withdraw" ->
          Signal.KILL;
      case "correction", "corrected", "correct", "corrective", "correx", "rectify" ->
          Signal.CORRECTION;
      case "update", "updated", "rewrite", "writethru", "writethrough", "lead" -> Signal.UPDATE;
      default -> Signal.NONE;
    };
  }

  static Signal stronger(Signal a, Signal b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** The code of a qualified code or uri, in lower case without spaces and hyphens. */
  private static String code(@Nullable String s) {
    if (s == null) {
      return "";
    }
    String v = s.strip().toLowerCase(Locale.ROOT);
    v = v.substring(Math.max(v.lastIndexOf(':'), v.lastIndexOf('/')) + 1);
    return v.replace(" ", "").replace("-", "").replace("_", "");
  }

  /**
   * A subject in the form {@code scheme:code}: IPTC's mediatopics under {@code medtop:}, its older
   * subject codes under {@code subj:}, however they were written.
   */
  static @Nullable String subject(@Nullable String s) {
    String v = line(s);
    if (v == null) {
      return null;
    }
    int i = v.indexOf(MEDIATOPIC);
    if (i >= 0) {
      return "medtop:" + v.substring(i + MEDIATOPIC.length());
    }
    i = v.indexOf(SUBJECTCODE);
    if (i >= 0) {
      return "subj:" + v.substring(i + SUBJECTCODE.length());
    }
    if (v.startsWith("mediatopic:")) {
      return "medtop:" + v.substring(11);
    }
    if (v.length() == 8 && digits(v)) {
      // both schemes have eight digits; mediatopics begin at 20000000, their top terms end in zeros
      return (v.startsWith("2") ? "medtop:" : "subj:") + v;
    }
    return v;
  }

  static boolean digits(String s) {
    return !s.isEmpty() && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static int urgency(@Nullable String s) {
    String v = s == null ? "" : s.strip();
    return v.length() == 1 && v.charAt(0) >= '1' && v.charAt(0) <= '9' ? v.charAt(0) - '0' : 0;
  }

  /** A BCP 47 tag, or null if it cannot be one. */
  static @Nullable String language(@Nullable String s) {
    String v = line(s);
    if (v == null) {
      return null;
    }
    v = v.replace('_', '-');
    if (v.length() > 35) {
      return null;
    }
    for (int i = 0; i < v.length(); i++) {
      char c = v.charAt(i);
      boolean fits = c == '-' || (c >= '0' && c <= '9') || (c | 32) >= 'a' && (c | 32) <= 'z';
      if (!fits) {
        return null;
      }
    }
    int dash = v.indexOf('-');
    String primary = dash < 0 ? v : v.substring(0, dash);
    return primary.toLowerCase(Locale.ROOT) + (dash < 0 ? "" : v.substring(dash));
  }

  /** What identifies copy that carries no identifier: its path. */
  static String uriOfPath(Hints hints) {
    String path = hints.path();
    return path == null || path.isBlank() ? "" : "file:" + path.replace('\\', '/').strip();
  }

  /** Values in their order, each once, nothing empty. */
  static final class Collected {
    private final Set<String> values = new LinkedHashSet<>();

    void add(@Nullable String s) {
      String v = line(s);
      if (v != null) {
        values.add(v);
      }
    }

    boolean isEmpty() {
      return values.isEmpty();
    }

    List<String> list() {
      return new ArrayList<>(values);
    }
  }
}
