package news.slugline.wire;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * RSS and Atom, read with ROME out of XML that was mended and measured before. Not for several
 * threads.
 */
final class Feeds {
  static final String RSS = "rss";
  static final String ATOM = "atom";

  private final Input input = new Input();

  /** Making a parser takes longer than reading a feed of a few items; so one is kept. */
  private static final class Input extends WireFeedInput {
    private @Nullable SAXBuilder builder;

    Input() {
      super(false, Locale.ROOT);
      setAllowDoctypes(false);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
      SAXBuilder known = builder;
      if (known == null) {
        known = super.createSAXBuilder();
        builder = known;
      }
      return known;
    }
  }

  void read(String mended, Hints hints, List<Parsed> out) throws BadWire {
    WireFeed feed = feed(mended);
    if (feed instanceof Feed atom) {
      for (Entry e : atom.getEntries()) {
        int index = out.size() + 1;
        WireParser.answer(out, ATOM, () -> entry(e, atom, index, hints));
      }
    } else if (feed instanceof Channel rss) {
      for (Item i : rss.getItems()) {
        int index = out.size() + 1;
        WireParser.answer(out, RSS, () -> item(i, rss, index, hints));
      }
    }
    if (out.isEmpty()) {
      out.add(new Parsed.Skipped(feed instanceof Feed ? ATOM : RSS, "The feed has no items."));
    }
  }

  private WireFeed feed(String mended) throws BadWire {
    try {
      return input.build(new StringReader(mended));
    } catch (ParsingFeedException e) {
      throw new BadWire(
          Reason.BAD_XML,
          "The feed is not well-formed XML: " + Fields.clip(e.getMessage()) + ".",
          "line " + e.getLineNumber() + ", column " + e.getColumnNumber());
    } catch (FeedException | RuntimeException e) {
      throw new BadWire(
          Reason.BAD_XML, "The feed cannot be read: " + Fields.clip(e.getMessage()) + ".");
    }
  }

  // ---------------------------------------------------------------- RSS

  private static Parsed item(Item i, Channel channel, int index, Hints hints) throws BadWire {
    String guid = i.getGuid() == null ? null : i.getGuid().getValue();
    String uri = Fields.line(Fields.first(guid, i.getLink(), i.getUri()));
    DCModule dc = dublinCore(i.getModules());
    if (uri == null && dc != null) {
      uri = Fields.line(dc.getIdentifier());
    }
    if (uri == null) {
      throw new BadWire(
          Reason.NO_IDENTIFIER, "Item " + index + " of the feed has neither a guid nor a link.");
    }
    String content = i.getContent() == null ? null : i.getContent().getValue();
    String summary = i.getDescription() == null ? null : i.getDescription().getValue();
    DCModule channelDc = dublinCore(channel.getModules());
    WireArticle.Builder b =
        WireArticle.builder(uri, "1", provider(hints, channel.getTitle(), channel.getLink(), uri))
            .headline(plain(i.getTitle()))
            .byline(
                Fields.line(
                    dc == null ? i.getAuthor() : Fields.first(dc.getCreator(), i.getAuthor())))
            .language(
                Fields.language(
                    Fields.first(
                        dc == null ? null : dc.getLanguage(),
                        channel.getLanguage(),
                        channelDc == null ? null : channelDc.getLanguage())))
            .copyrightHolder(Fields.line(dc == null ? null : dc.getRights()))
            .body(text(Fields.first(content, summary)));
    Instant published = instant(i.getPubDate());
    Instant dated = instant(dc == null ? null : dc.getDate());
    b.firstCreated(published == null ? dated : published);
    b.versionCreated(dated == null ? published : dated);
    Fields.Collected keywords = new Fields.Collected();
    i.getCategories().forEach(c -> keywords.add(c.getValue()));
    b.keywords(keywords.list());
    if (i.getSource() != null && i.getSource().getValue() != null) {
      b.sources(List.of(Fields.lineOrEmpty(i.getSource().getValue())));
    }
    return new Parsed.Article(Fields.checked(b.build()), RSS, index);
  }

  private static @Nullable DCModule dublinCore(List<Module> modules) {
    for (Module m : modules) {
      if (m instanceof DCModule dc) {
        return dc;
      }
    }
    return null;
  }

  // ---------------------------------------------------------------- Atom

  private static Parsed entry(Entry e, Feed feed, int index, Hints hints) throws BadWire {
    String link = e.getAlternateLinks().isEmpty() ? null : e.getAlternateLinks().get(0).getHref();
    String uri = Fields.line(Fields.first(e.getId(), link));
    if (uri == null) {
      throw new BadWire(
          Reason.NO_IDENTIFIER, "Entry " + index + " of the feed has neither an id nor a link.");
    }
    Feed source = e.getSource();
    String site =
        feed.getAlternateLinks().isEmpty() ? null : feed.getAlternateLinks().get(0).getHref();
    WireArticle.Builder b =
        WireArticle.builder(uri, "1", provider(hints, feed.getTitle(), site, uri))
            .headline(title(e.getTitleEx()))
            .byline(author(e.getAuthors()))
            .copyrightHolder(Fields.line(Fields.first(e.getRights(), feed.getRights())))
            .language(Fields.language(feed.getLanguage()))
            .firstCreated(instant(e.getPublished()))
            .versionCreated(instant(e.getUpdated() == null ? e.getPublished() : e.getUpdated()))
            .body(body(e));
    Fields.Collected keywords = new Fields.Collected();
    e.getCategories().forEach(c -> keywords.add(Fields.first(c.getLabel(), c.getTerm())));
    b.keywords(keywords.list());
    if (source != null && source.getTitle() != null) {
      b.sources(List.of(Fields.lineOrEmpty(source.getTitle())));
    }
    return new Parsed.Article(Fields.checked(b.build()), ATOM, index);
  }

  private static String title(@Nullable Content title) {
    if (title == null || title.getValue() == null) {
      return "";
    }
    boolean html = title.getType() != null && title.getType().contains("html");
    return html ? Fields.lineOrEmpty(Markup.text(title.getValue())) : plain(title.getValue());
  }

  private static @Nullable String author(List<SyndPerson> authors) {
    Fields.Collected names = new Fields.Collected();
    authors.forEach(a -> names.add(a.getName()));
    return names.isEmpty() ? null : String.join(", ", names.list());
  }

  private static String body(Entry e) {
    for (Content c : e.getContents()) {
      String s = text(c.getValue());
      if (!s.isEmpty()) {
        return s;
      }
    }
    return e.getSummary() == null ? "" : text(e.getSummary().getValue());
  }

  // ---------------------------------------------------------------- both

  private static String provider(
      Hints hints, @Nullable String title, @Nullable String site, String uri) {
    String found =
        Fields.line(Fields.first(hints.provider(), Authority.of(site), title, Authority.of(uri)));
    return found == null ? "unknown" : found;
  }

  /** Titles are text by the standard, but many feeds escape twice. */
  private static String plain(@Nullable String s) {
    if (s == null) {
      return "";
    }
    boolean escaped =
        Markup.looksLike(s) || (s.indexOf('&') >= 0 && s.indexOf(';') > s.indexOf('&'));
    return Fields.lineOrEmpty(escaped ? Markup.text(s) : s);
  }

  private static String text(@Nullable String s) {
    return s == null ? "" : NewsMlG2.embedded(s);
  }

  private static @Nullable Instant instant(@Nullable Date d) {
    return d == null ? null : Instant.ofEpochMilli(d.getTime());
  }
}
