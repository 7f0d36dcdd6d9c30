package news.slugline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two text formats of the teleprinter age that are still sent: IPTC 7901 and ANPA 1312. Both
 * frame a message with control characters: start of heading, start of text, end of text.
 *
 * <p>They carry no identifier over versions: it is made of the source, the number of the message
 * and its day.
 */
final class AgencyText {
  static final String IPTC_7901 = "iptc7901";
  static final String ANPA = "anpa";

  private static final char SOH = 1;
  private static final char STX = 2;
  private static final char ETX = 3;
  private static final char EOT = 4;
  private static final char SYN = 22;

  private AgencyText() {}

  /** Whether the text opens a heading, and after it a text. */
  static boolean matches(String s) {
    int soh = start(s);
    return soh >= 0 && s.indexOf(STX, soh) > 0;
  }

  private static int start(String s) {
    int i = 0;
    while (i < s.length() && i < 64 && (s.charAt(i) <= ' ' || s.charAt(i) == 0x7f)) {
      if (s.charAt(i) == SOH) {
        return i;
      }
      i++;
    }
    return -1;
  }

  /** The messages of a transmission, each from its start of heading to its end. */
  static void read(String text, Hints hints, List<Parsed> out) {
    int from = start(text);
    while (from >= 0) {
      int next = text.indexOf(SOH, from + 1);
      boolean anpa = from > 0 && text.charAt(from - 1) == SYN;
      String message = text.substring(from + 1, next < 0 ? text.length() : next);
      int index = out.size() + 1;
      WireParser.answer(
          out,
          anpa ? ANPA : IPTC_7901,
          () -> anpa ? anpa(message, index, hints) : iptc(message, index, hints));
      from = next;
    }
  }

  /** Heading, text and what follows the text. */
  private record Frame(String heading, String text, String trailer) {}

  private static Frame frame(String message) throws BadWire {
    int stx = message.indexOf(STX);
    if (stx < 0) {
      throw new BadWire(Reason.BAD_FRAME, "The message has no start of text (0x02).");
    }
    int etx = message.indexOf(ETX, stx);
    int end = etx < 0 ? message.indexOf(EOT, stx) : etx;
    end = end < 0 ? message.length() : end;
    return new Frame(
        message.substring(0, stx), message.substring(stx + 1, end), message.substring(end));
  }

  // ---------------------------------------------------------------- IPTC 7901

  private static Parsed iptc(String message, int index, Hints hints) throws BadWire {
    Frame f = frame(message);
    String[] heading = words(f.heading.lines().findFirst().orElse(""));
    if (heading.length == 0) {
      throw new BadWire(Reason.BAD_FRAME, "The heading of the message is empty.");
    }
    Instant time = trailerTime(f.trailer);
    String uri = "urn:iptc7901:" + Xml.lower(heading[0]) + (time == null ? "" : ":" + day(time));
    WireArticle.Builder b =
        WireArticle.builder(uri, "1", iptcProvider(heading, hints)).versionCreated(time);
    if (heading.length > 1) {
      b.urgency(Fields.urgency(heading[1]));
    }
    String slug = slugline(f.heading);
    b.slugline(slug);
    List<String> lines = lines(f.text);
    int at = iptcHead(b, lines);
    String[] copyAndNotes = copyAndNotes(lines.subList(at, lines.size()));
    b.body(copyAndNotes[0]);
    b.note(copyAndNotes[1].isEmpty() ? null : copyAndNotes[1]);
    return new Parsed.Article(Fields.checked(b.build()), IPTC_7901, index);
  }

  /** The source: the last word of the heading before a number, else the letters of its first. */
  private static String iptcProvider(String[] heading, Hints hints) {
    String given = hints.provider();
    if (given != null && !given.isBlank()) {
      return given;
    }
    int n = heading.length;
    if (n > 5 && Fields.digits(heading[n - 1]) && !Fields.digits(heading[n - 2])) {
      return heading[n - 2];
    }
    int letters = 0;
    while (letters < heading[0].length() && Character.isLetter(heading[0].charAt(letters))) {
      letters++;
    }
    return letters == 0 ? heading[0] : heading[0].substring(0, letters);
  }

  private static @Nullable String slugline(String heading) {
    String found = null;
    List<String> lines = lines(heading);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (!line.isBlank()) {
        found = line.strip();
      }
    }
    return found == null || !found.endsWith("/") ? found : found.substring(0, found.length() - 1);
  }

  /** Reads markers, headline and byline above the copy; gives the index of its first line. */
  private static int iptcHead(WireArticle.Builder b, List<String> lines) {
    int at = 0;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    int first = at;
    Signal signal = Signal.NONE;
    StringBuilder headline = new StringBuilder();
    for (; at < lines.size() && at - first < 8; at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty()) {
        break;
      }
      boolean last = line.endsWith("=");
      line = last ? line.substring(0, line.length() - 1).strip() : line;
      if (line.startsWith("By ") || line.startsWith("Von ") || line.startsWith("Par ")) {
        b.byline(line);
      } else if (headline.length() == 0 && isMarker(line)) {
        signal = Fields.stronger(signal, markerSignal(line));
      } else if (!line.isEmpty()) {
        headline.append(headline.length() == 0 ? "" : " ").append(line);
      }
      if (last) {
        at++;
        break;
      }
    }
    b.headline(headline.toString()).signal(signal);
    return at;
  }

  /** A line that says what kind of message this is: all capitals and short, or in parentheses. */
  private static boolean isMarker(String line) {
    if (line.startsWith("(") && line.endsWith(")")) {
      return true;
    }
    return words(line).length <= 3
        && line.length() <= 24
        && line.equals(line.toUpperCase(Locale.ROOT))
        && line.chars().anyMatch(Character::isLetter);
  }

  private static Signal markerSignal(String line) {
    Signal s = Signal.NONE;
    for (String word : words(line.replace("(", " ").replace(")", " "))) {
      s = Fields.stronger(s, Fields.signal(word));
    }
    return s;
  }

  /**
   * What may be published, and what is for editors only: agencies part them with a heading
   * "Notebook" or a line that says "not ... for publication".
   */
  private static String[] copyAndNotes(List<String> lines) {
    Prose copy = new Prose();
    List<String> notes = new ArrayList<>();
    boolean open = true;
    for (String line : lines) {
      String low = Xml.lower(line);
      boolean notebook = line.startsWith("#") && low.contains("notebook");
      boolean unpublished =
          low.contains("not") && low.contains("for publication") && line.length() < 90;
      open = open && !notebook && !unpublished;
      if (!open) {
        notes.add(line.stripTrailing());
      } else if (line.isBlank()) {
        copy.paragraph();
      } else {
        if (line.startsWith("   ") || line.startsWith("\t")) {
          copy.paragraph();
        }
        copy.text(line);
        copy.text(" ");
      }
    }
    return new String[] {copy.toString(), String.join("\n", notes).strip()};
  }

  /** The time in a trailer: {@code DDHHMM [GMT] MON YY}. */
  private static @Nullable Instant trailerTime(String trailer) {
    String[] w = words(trailer.replace(ETX, ' ').replace(EOT, ' ').replace('\u007f', ' '));
    for (int i = 0; i < w.length; i++) {
      if (w[i].length() == 6 && Fields.digits(w[i])) {
        int m = i + 1 < w.length && month(w[i + 1]) == 0 ? i + 2 : i + 1;
        if (m + 1 >= w.length || month(w[m]) == 0 || !Fields.digits(w[m + 1])) {
          return null;
        }
        return time(year(w[m + 1]), month(w[m]), number(w[i], 0), number(w[i], 2), number(w[i], 4));
      }
    }
    return null;
  }

  /** Months as agencies shorten them, in English, German, French and Spanish. */
  private static int month(String s) {
    String low = Xml.lower(s);
    if (low.length() < 3) {
      return 0;
    }
    return switch (low.substring(0, 3)) {
      case "jan", "ene" -> 1;
      case "feb", "fev", "fév" -> 2;
      case "mar", "mrz", "mär" -> 3;
      case "apr", "avr", "abr" -> 4;
      case "may", "mai" -> 5;
      case "jun" -> 6;
      case "jul" -> 7;
      case "aug", "aou", "aoû", "ago" -> 8;
      case "sep" -> 9;
      case "oct", "okt" -> 10;
      case "nov" -> 11;
      case "dec", "dez", "déc", "dic" -> 12;
      default -> low.startsWith("juin") ? 6 : 0;
    };
  }

  // ---------------------------------------------------------------- ANPA 1312

  private static Parsed anpa(String message, int index, Hints hints) throws BadWire {
    Frame f = frame(message);
    List<String> heading = lines(f.heading);
    String[] service = words(heading.isEmpty() ? "" : printable(heading.get(0)));
    if (service.length == 0) {
      throw new BadWire(Reason.BAD_FRAME, "The heading of the message is empty.");
    }
    String source = anpaSource(f.trailer);
    Instant time = anpaTime(f.trailer);
    String uri =
        "urn:anpa:"
            + (source == null ? "" : Xml.lower(source) + ":")
            + Xml.lower(service[0])
            + (time == null ? "" : ":" + day(time));
    String provider = Fields.first(hints.provider(), source);
    WireArticle.Builder b =
        WireArticle.builder(uri, "1", provider == null ? "unknown" : provider).versionCreated(time);
    if (heading.size() > 1) {
      // priorities are letters: flash, bulletin, urgent, then the regular ones
      String[] w = words(printable(heading.get(1)));
      b.urgency(w.length == 0 ? 0 : priority(w[0]));
    }
    anpaText(b, lines(f.text));
    return new Parsed.Article(Fields.checked(b.build()), ANPA, index);
  }

  private static int priority(String letter) {
    return switch (letter) {
      case "f" -> 1;
      case "b" -> 2;
      case "u" -> 3;
      case "r" -> 4;
      case "d" -> 6;
      default -> 5;
    };
  }

  /** Heading lines open with a circumflex and end with a quad sign; the copy is indented. */
  private static void anpaText(WireArticle.Builder b, List<String> lines) {
    Prose copy = new Prose();
    Fields.Collected notes = new Fields.Collected();
    boolean top = true;
    boolean underByline = false;
    String headline = null;
    int place = 0;
    for (String raw : lines) {
      String line = printable(raw);
      boolean head = line.startsWith("^");
      String text = unquad(head ? line.substring(1) : line);
      if (text.isEmpty()) {
        copy.paragraph();
        continue;
      }
      top = top && head;
      if (top && place++ == 0) {
        slug(b, text);
      } else if (top && isByline(text)) {
        b.byline(text);
        underByline = true;
        continue;
      } else if (top
          && (text.startsWith("Eds:")
              || text.startsWith("AP Photo")
              || text.startsWith("EDITORS"))) {
        notes.add(text);
      } else if (top && headline == null && place == 2) {
        headline = text;
      } else if (!underByline || !isTitle(text)) {
        copy.paragraph();
        copy.text(typeset(text));
        copy.paragraph();
      }
      underByline = false;
    }
    b.headline(headline == null ? "" : typeset(headline));
    b.note(notes.isEmpty() ? null : String.join("\n", notes.list()));
    b.body(copy.toString());
  }

  private static boolean isByline(String text) {
    return text.startsWith("By ") && words(text).length <= 14;
  }

  /** The line under a byline, such as the writer's post. */
  private static boolean isTitle(String text) {
    return words(text).length <= 5
        && !text.endsWith(".")
        && !text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static void slug(WireArticle.Builder b, String text) {
    int comma = text.lastIndexOf(',');
    boolean counted = comma > 0 && Fields.digits(text.substring(comma + 1).strip());
    String slug = counted ? text.substring(0, comma) : text;
    slug = slug.endsWith(",") ? slug.substring(0, slug.length() - 1) : slug;
    b.slugline(Fields.line(slug));
    Signal s = Signal.NONE;
    String low = Xml.lower(slug);
    for (String word : words(low.replace('-', ' ').replace(',', ' '))) {
      s = Fields.stronger(s, Fields.signal(word));
    }
    b.signal(
        s == Signal.NONE && (low.contains(" ld") || low.contains("writethru")) ? Signal.UPDATE : s);
  }

  private static String unquad(String line) {
    int end = line.length();
    while (end > 0 && "<= \t".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end).strip();
  }

  /** Quotation marks and dashes as they were meant: the old code has neither. */
  private static String typeset(String s) {
    return s.replace("``", "\u201c").replace("''", "\u201d").replace(" _ ", " \u2014 ");
  }

  private static String printable(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      out.append(c < ' ' || c == 0x7f ? ' ' : c);
    }
    return out.toString().strip();
  }

  /** The source of a trailer such as {@code HN-WF-03-01-26 0810GMT}. */
  private static @Nullable String anpaSource(String trailer) {
    for (String w : words(printable(trailer))) {
      int dash = w.indexOf('-');
      if (dash > 0 && w.substring(0, dash).chars().allMatch(Character::isLetter)) {
        return w.substring(0, dash);
      }
    }
    return null;
  }

  private static @Nullable Instant anpaTime(String trailer) {
    String[] w = words(printable(trailer).replace("<", ""));
    for (int i = 0; i + 1 < w.length; i++) {
      String[] parts = w[i].split("-", -1);
      int n = parts.length;
      if (n >= 3
          && two(parts[n - 3])
          && two(parts[n - 2])
          && two(parts[n - 1])
          && w[i + 1].length() >= 4
          && Fields.digits(w[i + 1].substring(0, 4))) {
        return time(
            year(parts[n - 1]),
            number(parts[n - 3], 0),
            number(parts[n - 2], 0),
            number(w[i + 1], 0),
            number(w[i + 1], 2));
      }
    }
    return null;
  }

  // ---------------------------------------------------------------- both

  private static boolean two(String s) {
    return s.length() == 2 && Fields.digits(s);
  }

  private static int number(String s, int at) {
    return (s.charAt(at) - '0') * 10 + s.charAt(at + 1) - '0';
  }

  private static int year(String s) {
    int y = s.length() > 4 ? 0 : Integer.parseInt(s);
    return y >= 100 ? y : y + (y < 70 ? 2000 : 1900);
  }

  private static @Nullable Instant time(int year, int month, int day, int hour, int minute) {
    try {
      return LocalDate.of(year, month, day).atTime(hour, minute).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String day(Instant t) {
    return t.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String[] words(String s) {
    String t = s.strip();
    return t.isEmpty() ? new String[0] : t.split("\\s+", -1);
  }

  private static List<String> lines(String s) {
    return s.lines().toList();
  }
}
