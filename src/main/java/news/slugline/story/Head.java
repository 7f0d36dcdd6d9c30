package news.slugline.story;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A story's head while one input is applied; see {@link HeadRow} for what the fields mean. */
final class Head {
  int revision;
  LifeState state;
  String last;
  String clock;
  String due;
  boolean changing;
  String headline;
  String headlineOf;
  int used;
  int held;
  int killed;
  int unknownOrigin;
  final Map<String, Integer> providers;
  final Map<String, Integer> origins;
  final Map<String, String> pending;
  final Map<String, HeadRow.Handing> handed;
  long parked;
  @Nullable String mergedInto;

  Head(HeadRow r) {
    revision = r.revision();
    state = r.state();
    last = r.last();
    clock = r.clock();
    due = r.due();
    changing = r.changing();
    headline = r.headline();
    headlineOf = r.headlineOf();
    used = r.used();
    held = r.held();
    killed = r.killed();
    unknownOrigin = r.unknownOrigin();
    providers = new TreeMap<>(r.providers());
    origins = new TreeMap<>(r.origins());
    pending = new TreeMap<>(r.pending());
    handed = new TreeMap<>(r.handed());
    parked = r.parked();
    mergedInto = r.mergedInto();
  }

  HeadRow row() {
    return new HeadRow(
        revision,
        state,
        last,
        clock,
        due,
        changing,
        headline,
        headlineOf,
        used,
        held,
        killed,
        unknownOrigin,
        providers,
        origins,
        pending,
        handed,
        parked,
        mergedInto);
  }

  /** Counts an article in (1) or out (-1). */
  void count(DigestRow d, int by) {
    switch (d.use()) {
      case HELD -> held += by;
      case KILLED -> killed += by;
      case USED -> {
        used += by;
        add(providers, Origins.key(d.provider()), by);
        add(origins, Origins.key(d.origin()), by);
        unknownOrigin += d.assumed() ? by : 0;
      }
    }
  }

  private static void add(Map<String, Integer> counts, String key, int by) {
    int n = counts.merge(key, by, Integer::sum);
    if (n <= 0) {
      counts.remove(key);
    }
  }

  Counts counts() {
    return new Counts(used, providers.size(), origins.size(), unknownOrigin);
  }
}
