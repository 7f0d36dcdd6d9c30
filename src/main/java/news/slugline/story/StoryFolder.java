package news.slugline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A story as its updates tell it. Folded from the first update, it is at each revision what the
 * ledger holds (as soon as nothing is owed, see {@link StoryUpdate#owed}); begun from a state, it
 * knows of the facts and the evidence that the state left out for size only those of the facts that
 * later updates touch.
 */
public final class StoryFolder {
  private final String storyId;
  private final Map<String, Fact> facts = new TreeMap<>();
  private final Map<String, StoryState.ArticleRef> articles = new TreeMap<>();
  private @Nullable StoryState head;
  private int factsTotal;

  private StoryFolder(String storyId) {
    this.storyId = storyId;
  }

  /** A story before its first update. */
  public static StoryFolder of(String storyId) {
    return new StoryFolder(storyId);
  }

  /** A story at the revision of a state. */
  public static StoryFolder from(StoryState s) {
    StoryFolder f = new StoryFolder(s.storyId());
    f.head = s;
    s.facts().forEach(x -> f.facts.put(x.factId(), x));
    s.articles().forEach(a -> f.articles.put(a.uri(), a));
    f.factsTotal = s.facts().size() + s.factsFolded();
    return f;
  }

  /**
   * The story as it stood at a time by the log's own times; null if it was not there yet. It still
   * shows what was withdrawn since: see {@link Withdrawn}.
   *
   * @param updates of one story, in order, from the first
   */
  public static @Nullable StoryState asOf(List<StoryUpdate> updates, Instant time) {
    String limit = Times.format(time);
    List<StoryUpdate> seen = new ArrayList<>();
    for (StoryUpdate u : updates) {
      if (u.cause().time().compareTo(limit) > 0) {
        break;
      }
      seen.add(u);
    }
    return seen.isEmpty() ? null : fold(seen);
  }

  /**
   * The story at a revision; null if it never had it.
   *
   * @param updates of one story, in order, from the first
   */
  public static @Nullable StoryState at(List<StoryUpdate> updates, int revision) {
    return revision < 1 || revision > updates.size() ? null : fold(updates.subList(0, revision));
  }

  private static StoryState fold(List<StoryUpdate> updates) {
    StoryFolder f = of(updates.get(0).storyId());
    updates.forEach(f::apply);
    return f.state();
  }

  public int revision() {
    return head == null ? 0 : head.revision();
  }

  /**
   * Applies the next update; one that it has seen already changes nothing.
   *
   * @throws IllegalArgumentException if it is of another story, or one before it is missing
   */
  public void apply(StoryUpdate u) {
    if (!u.storyId().equals(storyId)) {
      throw new IllegalArgumentException("update of " + u.storyId() + ", not of " + storyId);
    }
    if (u.revision() <= revision()) {
      return;
    }
    if (u.revision() != revision() + 1) {
      throw new IllegalArgumentException(
          storyId + " has revision " + revision() + ", the update " + u.revision());
    }
    u.removedFacts().forEach(facts::remove);
    u.facts().forEach(f -> facts.put(f.factId(), f));
    u.removedArticles().forEach(articles::remove);
    u.articles().forEach(a -> articles.put(a.uri(), a));
    if (u.state() == LifeState.MERGED) {
      facts.clear();
      articles.clear();
    }
    factsTotal = u.state() == LifeState.MERGED ? 0 : u.factsTotal();
    head =
        new StoryState(
            storyId,
            u.revision(),
            u.state(),
            u.headline(),
            u.gist(),
            u.people(),
            u.places(),
            u.counts(),
            List.of(),
            u.sources(),
            u.origins(),
            List.of(),
            0,
            u.mergedInto(),
            u.eventTime(),
            u.engine());
  }

  /**
   * The whole state, folded as the ledger folds it.
   *
   * @throws IllegalStateException before the first update
   */
  public StoryState state() {
    StoryState h = head;
    if (h == null) {
      throw new IllegalStateException(storyId + " has no update yet");
    }
    List<StoryState.ArticleRef> refs = StateMaker.newest(articles.values());
    Folding.Facts kept = new Folding.Facts(refs.size());
    FactOrder.ranked(facts.values()).stream().takeWhile(kept::add).forEach(f -> {});
    List<Fact> shown = kept.kept();
    return h.with(refs, shown, Math.max(0, factsTotal - shown.size()));
  }
}
