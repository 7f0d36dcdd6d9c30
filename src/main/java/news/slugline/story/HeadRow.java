package news.slugline.story;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a story stands.
 *
 * @param last newest event time, ISO 8601 in UTC; empty if there is none
 * @param clock newest time that it has seen, by article or due tick
 * @param due when its life next changes by itself, empty if never
 * @param changing whether claims have changed since it opened
 * @param headlineOf uri of the article whose headline it shows
 * @param providers how many delivered the used articles
 * @param origins how many are behind them, spellings of one name taken as one
 * @param facts how many there are
 * @param pending stories that it absorbs and whose articles are not all in
 * @param handed how many articles came of each absorbed story, and how many come
 * @param parked how many inputs wait
 * @param awaits the latest time, of the next weeks, at which a fact of it is due; empty if none is
 * @param leaves under which time it stands among those that leave; empty if it does not
 */
record HeadRow(
    int revision,
    LifeState state,
    String last,
    String clock,
    String due,
    boolean changing,
    String headline,
    String headlineOf,
    int used,
    int held,
    int killed,
    int unknownOrigin,
    int providers,
    int origins,
    int facts,
    Map<String, String> pending,
    Map<String, Handing> handed,
    long parked,
    @Nullable String mergedInto,
    Keeping kept,
    String awaits,
    String leaves) {

  /** Progress of taking over another story's articles. */
  record Handing(int got, int total) {}

  HeadRow {
    pending = Collections.unmodifiableMap(new TreeMap<>(pending));
    handed = Collections.unmodifiableMap(new TreeMap<>(handed));
  }

  static HeadRow empty() {
    return new HeadRow(
        0,
        LifeState.EMERGING,
        "",
        "",
        "",
        false,
        "",
        "",
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        Map.of(),
        Map.of(),
        0,
        null,
        Keeping.WHOLE,
        "",
        "");
  }
}
