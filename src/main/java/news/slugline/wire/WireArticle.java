package news.slugline.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one piece of wire copy.
 *
 * <p>The body is decoded plain text; paragraphs are separated by line breaks. Every offset that
 * Slugline gives counts Unicode code points of {@link #body}, from 0, end exclusive.
 *
 * @param uri identifies the piece of copy across its versions
 * @param version of the piece; numbers compare as numbers
 * @param provider who delivered it
 * @param headline may be empty
 * @param credit the credit line, if the wire has one as a field
 * @param sources further information sources that the wire names as fields
 * @param language BCP 47 tag
 * @param urgency 1 (highest) to 9, 0 if unknown
 * @param embargoed until when nothing may be published, if so
 * @param versionCreated when this version was made, by its provider; null only until intake settles
 *     it
 * @param subjects IPTC mediatopic codes, such as {@code medtop:16000000}
 * @param note to editors, never part of the copy
 */
public record WireArticle(
    String uri,
    String version,
    String provider,
    String headline,
    @Nullable String slugline,
    @Nullable String byline,
    @Nullable String dateline,
    @Nullable String credit,
    @Nullable String copyrightHolder,
    List<String> sources,
    @Nullable String language,
    int urgency,
    PubStatus pubStatus,
    Signal signal,
    @Nullable Instant embargoed,
    @Nullable Instant firstCreated,
    @Nullable Instant versionCreated,
    List<String> keywords,
    List<String> subjects,
    List<String> places,
    List<Link> links,
    @Nullable String note,
    String body) {

  public WireArticle {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    subjects = List.copyOf(subjects);
    places = List.copyOf(places);
    links = List.copyOf(links);
  }

  /** A builder with everything optional absent. */
  public static Builder builder(String uri, String version, String provider) {
    return new Builder(uri, version, provider);
  }

  /** A builder that starts from this article. */
  public Builder toBuilder() {
    Builder b = new Builder(uri, version, provider);
    b.headline = headline;
    b.slugline = slugline;
    b.byline = byline;
    b.dateline = dateline;
    b.credit = credit;
    b.copyrightHolder = copyrightHolder;
    b.sources = sources;
    b.language = language;
    b.urgency = urgency;
    b.pubStatus = pubStatus;
    b.signal = signal;
    b.embargoed = embargoed;
    b.firstCreated = firstCreated;
    b.versionCreated = versionCreated;
    b.keywords = keywords;
    b.subjects = subjects;
    b.places = places;
    b.links = links;
    b.note = note;
    b.body = body;
    return b;
  }

  /** Collects the parts of an article. */
  public static final class Builder {
    private String uri;
    private String version;
    private String provider;
    private String headline = "";
    private @Nullable String slugline;
    private @Nullable String byline;
    private @Nullable String dateline;
    private @Nullable String credit;
    private @Nullable String copyrightHolder;
    private List<String> sources = List.of();
    private @Nullable String language;
    private int urgency;
    private PubStatus pubStatus = PubStatus.USABLE;
    private Signal signal = Signal.NONE;
    private @Nullable Instant embargoed;
    private @Nullable Instant firstCreated;
    private @Nullable Instant versionCreated;
    private List<String> keywords = List.of();
    private List<String> subjects = List.of();
    private List<String> places = List.of();
    private List<Link> links = List.of();
    private @Nullable String note;
    private String body = "";

    private Builder(String uri, String version, String provider) {
      this.uri = uri;
      this.version = version;
      this.provider = provider;
    }

    public Builder uri(String uri) {
      this.uri = uri;
      return this;
    }

    public Builder version(String version) {
      this.version = version;
      return this;
    }

    public Builder provider(String provider) {
      this.provider = provider;
      return this;
    }

    public Builder headline(String headline) {
      this.headline = headline;
      return this;
    }

    public Builder slugline(@Nullable String slugline) {
      this.slugline = slugline;
      return this;
    }

    public Builder byline(@Nullable String byline) {
      this.byline = byline;
      return this;
    }

    public Builder dateline(@Nullable String dateline) {
      this.dateline = dateline;
      return this;
    }

    public Builder credit(@Nullable String credit) {
      this.credit = credit;
      return this;
    }

    public Builder copyrightHolder(@Nullable String copyrightHolder) {
      this.copyrightHolder = copyrightHolder;
      return this;
    }

    public Builder sources(List<String> sources) {
      this.sources = sources;
      return this;
    }

    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    public Builder urgency(int urgency) {
      this.urgency = urgency;
      return this;
    }

    public Builder pubStatus(PubStatus pubStatus) {
      this.pubStatus = pubStatus;
      return this;
    }

    public Builder signal(Signal signal) {
      this.signal = signal;
      return this;
    }

    public Builder embargoed(@Nullable Instant embargoed) {
      this.embargoed = embargoed;
      return this;
    }

    public Builder firstCreated(@Nullable Instant firstCreated) {
      this.firstCreated = firstCreated;
      return this;
    }

    public Builder versionCreated(@Nullable Instant versionCreated) {
      this.versionCreated = versionCreated;
      return this;
    }

    public Builder keywords(List<String> keywords) {
      this.keywords = keywords;
      return this;
    }

    public Builder subjects(List<String> subjects) {
      this.subjects = subjects;
      return this;
    }

    public Builder places(List<String> places) {
      this.places = places;
      return this;
    }

    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    public Builder note(@Nullable String note) {
      this.note = note;
      return this;
    }

    public Builder body(String body) {
      this.body = body;
      return this;
    }

    public WireArticle build() {
      return new WireArticle(
          uri,
          version,
          provider,
          headline,
          slugline,
          byline,
          dateline,
          credit,
          copyrightHolder,
          sources,
          language,
          urgency,
          pubStatus,
          signal,
          embargoed,
          firstCreated,
          versionCreated,
          keywords,
          subjects,
          places,
          links,
          note,
          body);
    }
  }
}
