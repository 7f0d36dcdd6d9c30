package news.slugline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the story as a whole needs to know of an article.
 *
 * @param time of its first version, ISO 8601 in UTC
 * @param latest time of the version that counts
 * @param use killed also if it copies an article that was
 * @param credit the outlet that it credits, if any
 * @param copyOf uri of the earlier article that it copies or rewrites, if any
 * @param origin who first reported what it says, by name
 * @param assumed whether the origin is the provider for want of anything better
 * @param nodes ids of its claims
 */
record DigestRow(
    String uri,
    String version,
    String provider,
    @Nullable String credit,
    @Nullable String copyOf,
    String headline,
    String time,
    String latest,
    ArticleUse use,
    List<String> people,
    List<String> places,
    String origin,
    boolean assumed,
    List<String> nodes) {
  DigestRow {
    people = List.copyOf(people);
    places = List.copyOf(places);
    nodes = List.copyOf(nodes);
  }

  DigestRow withCopyOf(@Nullable String source) {
    return new DigestRow(
        uri, version, provider, credit, source, headline, time, latest, use, people, places, origin,
        assumed, nodes);
  }

  DigestRow withOrigin(String name, boolean isAssumed) {
    return new DigestRow(
        uri, version, provider, credit, copyOf, headline, time, latest, use, people, places, name,
        isAssumed, nodes);
  }

  /** Withdrawn with the article whose copy it is: it counts for nothing and shows no words. */
  DigestRow withdrawn() {
    return new DigestRow(
        uri,
        version,
        provider,
        credit,
        copyOf,
        "",
        time,
        latest,
        ArticleUse.KILLED,
        List.of(),
        List.of(),
        origin,
        assumed,
        nodes);
  }
}
