package news.slugline.web;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import news.slugline.story.Change;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.CloudEventHeaders;

/** A story's updates as Atom, the newest first. Every text is plain text. */
final class AtomFeed {
  private AtomFeed() {}

  /**
   * @param base address of this server, without a slash at its end
   * @param updates in order
   */
  static String of(String base, StoryState story, List<StoryUpdate> updates) {
    String page = base + "/story/" + story.storyId();
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setTitle(plain(story.headline().isEmpty() ? story.storyId() : story.headline()));
    feed.setUri(urn(story.storyId()));
    feed.setLink(page);
    SyndPerson author = new SyndPersonImpl();
    author.setName("Slugline");
    feed.setAuthors(List.of(author));
    feed.setPublishedDate(date(story.eventTime()));
    List<SyndEntry> entries = new ArrayList<>();
    for (int i = updates.size() - 1; i >= 0; i--) {
      entries.add(entry(page, updates.get(i)));
    }
    feed.setEntries(entries);
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SyndEntry entry(String page, StoryUpdate u) {
    SyndEntry e = new SyndEntryImpl();
    e.setUri(urn(CloudEventHeaders.source(u) + "/" + CloudEventHeaders.id(u)));
    e.setTitle(plain(title(u)));
    e.setLink(page + "/revision/" + u.revision());
    e.setUpdatedDate(date(u.cause().time()));
    SyndContent text = new SyndContentImpl();
    text.setType("text");
    text.setValue(plain(String.join("\n", lines(u))));
    e.setContents(List.of(text));
    return e;
  }

  private static String title(StoryUpdate u) {
    return u.changes().isEmpty()
        ? "Revision " + u.revision()
        : u.changes().get(0).reason() + ": " + orEmpty(u.changes().get(0).gist());
  }

  /** One line a change. */
  static List<String> lines(StoryUpdate u) {
    List<String> out = new ArrayList<>();
    for (Change c : u.changes()) {
      String turned =
          c.before() == null && c.after() == null
              ? ""
              : " (" + orEmpty(c.before()) + " → " + orEmpty(c.after()) + ")";
      out.add((c.reason() + " " + orEmpty(c.gist()) + turned).strip());
    }
    return out;
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String s) {
    return s == null ? "" : s;
  }

  private static Date date(String iso) {
    return Date.from(Instant.parse(iso));
  }

  private static String urn(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** XML has no place for most control characters; wire copy has them. */
  private static String plain(String text) {
    StringBuilder b = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c < 0xD800)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c >= 0x10000)
        .forEach(b::appendCodePoint);
    return b.toString();
  }
}
