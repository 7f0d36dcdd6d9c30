package news.slugline.grouping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.slugline.wire.Link;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * An article as a row: times are epoch milliseconds, {@link Long#MIN_VALUE} where there is none.
 */
record CopyRow(
    long eventTime,
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
    long embargoed,
    long firstCreated,
    long versionCreated,
    List<String> keywords,
    List<String> subjects,
    List<String> places,
    List<Link> links,
    @Nullable String note,
    String body) {
  private static final long NONE = Long.MIN_VALUE;

  CopyRow {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    subjects = List.copyOf(subjects);
    places = List.copyOf(places);
    links = List.copyOf(links);
  }

  static CopyRow of(WireArticle a, Instant eventTime) {
    return new CopyRow(
        eventTime.toEpochMilli(),
        a.uri(),
        a.version(),
        a.provider(),
        a.headline(),
        a.slugline(),
        a.byline(),
        a.dateline(),
        a.credit(),
        a.copyrightHolder(),
        a.sources(),
        a.language(),
        a.urgency(),
        a.pubStatus(),
        a.signal(),
        millis(a.embargoed()),
        millis(a.firstCreated()),
        millis(a.versionCreated()),
        a.keywords(),
        a.subjects(),
        a.places(),
        new ArrayList<>(a.links()),
        a.note(),
        a.body());
  }

  Instant time() {
    return Instant.ofEpochMilli(eventTime);
  }

  WireArticle article() {
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
        instant(embargoed),
        instant(firstCreated),
        instant(versionCreated),
        keywords,
        subjects,
        places,
        links,
        note,
        body);
  }

  private static long millis(@Nullable Instant t) {
    return t == null ? NONE : t.toEpochMilli();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == NONE ? null : Instant.ofEpochMilli(millis);
  }
}
