package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the whole state of a story, and what an update tells of it, from its rows. */
final class StateMaker {
  /** How many articles a state lists at most. */
  static final int REFS = 2_000;

  private static final Comparator<StoryState.ArticleRef> NEWEST_LAST =
      Comparator.comparing(StoryState.ArticleRef::eventTime)
          .thenComparing(StoryState.ArticleRef::uri);

  private final StoryWork work;
  private final String engine;

  StateMaker(StoryWork work, String engine) {
    this.work = work;
    this.engine = engine;
  }

  StoryState make() {
    Head head = work.head;
    boolean gone = head.state == LifeState.MERGED;
    List<StoryState.ArticleRef> all = new ArrayList<>();
    if (!gone) {
      work.scan(Tables.DIGESTS, (k, d) -> all.add(ref(d)));
    }
    List<StoryState.ArticleRef> refs = newest(all);
    Folding.Facts facts = new Folding.Facts(refs.size());
    if (!gone) {
      work.ranking.facts(facts::add);
    }
    List<Fact> shown = facts.kept();
    return new StoryState(
        work.story,
        head.revision,
        head.state,
        head.headline,
        gone ? "" : work.ranking.gist(),
        gone ? List.of() : work.ranking.people(),
        gone ? List.of() : work.ranking.places(),
        head.counts(),
        refs,
        gone ? List.of() : work.ranking.sources(),
        gone ? List.of() : work.ranking.origins(),
        shown,
        gone ? 0 : head.facts - shown.size(),
        head.mergedInto,
        head.last,
        engine);
  }

  /** The newest ones, the newest last. */
  static List<StoryState.ArticleRef> newest(Collection<StoryState.ArticleRef> all) {
    List<StoryState.ArticleRef> order = new ArrayList<>(all);
    order.sort(NEWEST_LAST);
    return order.subList(Math.max(0, order.size() - REFS), order.size());
  }

  private static StoryState.ArticleRef ref(DigestRow d) {
    return new StoryState.ArticleRef(
        d.uri(),
        d.version(),
        d.provider(),
        d.assumed() ? null : d.origin(),
        d.copyOf(),
        d.headline(),
        d.latest(),
        d.use());
  }

  /**
   * The update of what was touched; what does not fit is owed.
   *
   * @param changes in the order of urgency
   */
  StoryUpdate update(Cause cause, List<Change> changes) {
    Head head = work.head;
    boolean gone = head.state == LifeState.MERGED;
    Set<String> articleIds = work.owing.owed("article");
    Set<String> factIds = work.owing.owed("fact");
    List<Change> shown = Folding.fold(changes);
    Folding.Budget budget = new Folding.Budget(Folding.UPDATE_ROWS);
    List<StoryState.ArticleRef> articles = new ArrayList<>();
    List<String> goneArticles = new ArrayList<>();
    Set<String> owedArticles = new TreeSet<>();
    for (String uri : gone ? Set.<String>of() : articleIds) {
      DigestRow d = work.digest(uri);
      if (!budget.take(d == null ? uri.length() : Folding.size(ref(d)))) {
        owedArticles.add(uri);
      } else if (d == null) {
        goneArticles.add(uri);
      } else {
        articles.add(ref(d));
      }
    }
    List<Fact> touched = new ArrayList<>();
    List<String> goneFacts = new ArrayList<>();
    Set<String> owedFacts = new TreeSet<>();
    for (String id : gone ? Set.<String>of() : factIds) {
      Fact f = work.fact(id);
      if (f == null && budget.take(id.length() + 2)) {
        goneFacts.add(id);
      } else if (f == null) {
        owedFacts.add(id);
      } else {
        touched.add(f);
      }
    }
    List<Fact> facts = new ArrayList<>();
    for (Fact f : FactOrder.ranked(touched)) {
      if (budget.take(Folding.size(f))) {
        facts.add(f);
      } else {
        owedFacts.add(f.factId());
      }
    }
    work.owing.owe("article", articleIds, owedArticles);
    work.owing.owe("fact", factIds, owedFacts);
    return new StoryUpdate(
        work.story,
        head.revision,
        cause,
        shown,
        changes.size() - shown.size(),
        head.state,
        head.headline,
        head.counts(),
        head.mergedInto,
        head.last,
        engine,
        gone ? "" : work.ranking.gist(),
        gone ? List.of() : work.ranking.people(),
        gone ? List.of() : work.ranking.places(),
        gone ? List.of() : work.ranking.sources(),
        gone ? List.of() : work.ranking.origins(),
        articles,
        goneArticles,
        facts,
        goneFacts,
        head.facts,
        owedArticles.size() + owedFacts.size());
  }
}
