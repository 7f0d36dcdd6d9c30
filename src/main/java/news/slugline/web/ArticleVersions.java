package news.slugline.web;

import java.util.ArrayList;
import java.util.List;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.Versions;
import news.slugline.wire.WireArticle;

/**
 * The versions of one article as the log brought them, without their words.
 *
 * @param versions the newest first
 */
record ArticleVersions(String uri, List<Version> versions) {
  ArticleVersions {
    versions = List.copyOf(versions);
  }

  /**
   * One version.
   *
   * @param embargoed milliseconds since 1970 until which nothing of it may be shown; 0 if free
   */
  record Version(String version, boolean killed, boolean withheld, long embargoed) {}

  static ArticleVersions none(String uri) {
    return new ArticleVersions(uri, List.of());
  }

  /** With one more version; of two with one number a kill counts, else the first. */
  ArticleVersions with(WireArticle a) {
    Version v =
        new Version(
            a.version(),
            a.signal() == Signal.KILL || a.pubStatus() == PubStatus.CANCELED,
            a.pubStatus() == PubStatus.WITHHELD,
            a.embargoed() == null ? 0 : a.embargoed().toEpochMilli());
    List<Version> all = new ArrayList<>();
    for (Version old : versions) {
      if (!old.version().equals(v.version())) {
        all.add(old);
      } else if (old.killed() || !v.killed()) {
        return this;
      }
    }
    all.add(v);
    all.sort((x, y) -> Versions.compare(y.version(), x.version()));
    return new ArticleVersions(uri, all);
  }

  /** Whether the newest version that counts by now takes the article back. */
  boolean takenBack(long now) {
    for (Version v : versions) {
      if (v.killed() || v.withheld() || v.embargoed() <= now) {
        return v.killed() || v.withheld();
      }
    }
    return false;
  }

  boolean killed() {
    return !versions.isEmpty() && versions.get(0).killed();
  }

  /** Whether the words of one version may be shown. */
  boolean shows(String version, long now) {
    return !takenBack(now)
        && versions.stream()
            .anyMatch(
                v ->
                    v.version().equals(version)
                        && !v.killed()
                        && !v.withheld()
                        && v.embargoed() <= now);
  }
}
