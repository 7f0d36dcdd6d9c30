package news.slugline.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.slugline.claim.quote.Attributions;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Languages;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Written;
import news.slugline.claim.value.Anchor;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.Places;
import news.slugline.claim.value.ValueFinder;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/** Reads an article: a pure function, the same on any machine, JVM and locale. Thread-safe. */
public final class ClaimExtractor {
  private ClaimExtractor() {}

  /** The extractor with the tables and models of this build. */
  public static ClaimExtractor standard() {
    return new ClaimExtractor();
  }

  /**
   * Everything that the article says; nothing of one in another language than English.
   *
   * @param eventTime the article's own time, to which its "today" and "Friday" are anchored unless
   *     the copy tells an earlier day on which it was written
   */
  public Extraction extract(WireArticle article, Instant eventTime) {
    Document d = Document.of(article.body());
    Document headline = Document.of(article.headline());
    String language = Languages.standard().of(article.language(), headline, d);
    if (!language.equals(Languages.ENGLISH)) {
      return new Extraction(List.of(), credit(article, d), List.of(), List.of(), List.of());
    }
    Names names = Names.of(d, article.headline());
    ValueFinder values = ValueFinder.of(d);
    List<List<PlaceMention>> places = new ArrayList<>();
    for (Sentence s : d.sentences()) {
      places.add(values.places(s));
    }
    Anchor anchor = anchor(article, headline, d, places, eventTime);
    Reading reading =
        new Reading(d, names, anchor, headline, places, values, Attributions.find(d, names));
    List<Claim> claims = Assembly.claims(reading);
    return new Extraction(
        claims,
        credit(article, d),
        names.mostMentioned(EntityType.PERSON),
        names.mostMentioned(EntityType.PLACE),
        names.mostMentioned(EntityType.ORGANISATION));
  }

  private static Anchor anchor(
      WireArticle a,
      Document headline,
      Document d,
      List<List<PlaceMention>> places,
      Instant eventTime) {
    String line = a.dateline();
    Document.Line own = d.dateline();
    String dateline = own != null ? own.text() : line;
    String filed = place(dateline);
    // what the dateline says of the country goes before what else the town's name may mean
    ZoneId zone = regionZone(dateline, filed);
    zone = zone == null && filed != null ? Places.standard().zone(filed) : zone;
    for (int i = 0; zone == null && i < places.size() && i < 5; i++) {
      for (PlaceMention p : places.get(i)) {
        if (zone == null) {
          zone = p.zone();
        }
      }
    }
    String country = filed == null ? "" : Places.standard().country(filed, region(dateline));
    return new Anchor(written(headline, d, eventTime, zone), zone, filed, country);
  }

  /**
   * When the copy was written: a page that was printed again, or comes from an archive, tells its
   * own day, to which its "Friday" belongs, and not to that on which it was sent.
   */
  private static Instant written(
      Document headline, Document d, Instant sent, @Nullable ZoneId place) {
    ZoneId zone = place == null ? ZoneOffset.UTC : place;
    LocalDate today = LocalDate.ofInstant(sent, zone);
    LocalDate day = Written.day(headline, d, today);
    return day == null || !day.isBefore(today)
        ? sent
        : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  /** The zone of "Ill." in "PORT ALMA, Ill. (AP)", of "Spain" in "Cuenca (Spain), May 3". */
  private static @Nullable ZoneId regionZone(@Nullable String dateline, @Nullable String town) {
    String region = region(dateline);
    return town == null || region.isEmpty() ? null : Places.standard().zone(town, region);
  }

  /** What a dateline says behind the town's name; empty if nothing. */
  private static String region(@Nullable String dateline) {
    int start = dateline == null ? 0 : endOfPart(dateline, 0);
    return dateline == null || start == dateline.length()
        ? ""
        : dateline.substring(start + 1, endOfPart(dateline, start + 1)).strip();
  }

  private static int endOfPart(String dateline, int from) {
    int end = from;
    while (end < dateline.length() && ",():;\u2014\u2013".indexOf(dateline.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** "PARIS, May 3 (AP)" → "Paris". */
  private static @Nullable String place(@Nullable String dateline) {
    if (dateline == null) {
      return null;
    }
    String p = dateline.substring(0, endOfPart(dateline, 0)).strip();
    if (p.isEmpty() || !p.equals(p.toUpperCase(Locale.ROOT))) {
      return p.isEmpty() ? null : p;
    }
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < p.length(); i++) {
      boolean inside = i > 0 && Character.isLetter(p.charAt(i - 1));
      b.append(inside ? Character.toLowerCase(p.charAt(i)) : p.charAt(i));
    }
    return b.toString();
  }

  /** The outlet that the article itself credits: what is nearest to the copy is believed first. */
  private static @Nullable String credit(WireArticle a, Document d) {
    Document.Line signature = d.signature();
    Document.Line dateline = d.dateline();
    String[] lines = {
      signature == null ? null : signature.text(),
      dateline == null ? null : inParentheses(dateline.text()),
      inParentheses(a.dateline()),
      a.credit(),
      a.byline()
    };
    for (String line : lines) {
      String outlet = Outlets.in(line);
      if (outlet != null) {
        return outlet;
      }
    }
    String told = signature == null ? null : Outlets.told(signature.text());
    String name =
        told != null || dateline == null ? told : Outlets.bracketed(inParentheses(dateline.text()));
    return name == null || Outlets.isShort(name, a.provider()) ? null : name;
  }

  private static @Nullable String inParentheses(@Nullable String line) {
    if (line == null) {
      return null;
    }
    int open = line.indexOf('(');
    int close = line.indexOf(')', open + 1);
    return open >= 0 && close > open ? line.substring(open + 1, close) : null;
  }
}
