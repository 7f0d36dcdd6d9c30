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
  int providers;
  int origins;
  int facts;
  final Map<String, String> pending;
  final Map<String, HeadRow.Handing> handed;
  long parked;
  @Nullable String mergedInto;
  Keeping kept;
  String awaits;
  String leaves;

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
    providers = r.providers();
    origins = r.origins();
    facts = r.facts();
    pending = new TreeMap<>(r.pending());
    handed = new TreeMap<>(r.handed());
    parked = r.parked();
    mergedInto = r.mergedInto();
    kept = r.kept();
    awaits = r.awaits();
    leaves = r.leaves();
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
        facts,
        pending,
        handed,
        parked,
        mergedInto,
        kept,
        awaits,
        leaves);
  }

  Counts counts() {
    return new Counts(used, providers, origins, unknownOrigin);
  }
}
