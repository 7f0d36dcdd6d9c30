package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The articles that were killed or are withheld, so that no look back shows their words: a state as
 * it was, an update sent again, a difference. Where they stood and who sent them stays.
 */
public final class Withdrawn {
  private final Set<String> uris;

  private Withdrawn(Set<String> uris) {
    this.uris = uris;
  }

  /**
   * Those that stand so by the last word of these updates.
   *
   * @param updates as {@link Reader#see} takes them
   */
  public static Withdrawn of(Collection<StoryUpdate> updates) {
    Reader reader = new Reader();
    updates.forEach(reader::see);
    return reader.withdrawn();
  }

  /** Reads updates one by one and keeps nothing else of them. */
  public static final class Reader {
    /** By story those of its articles that are not used. */
    private final Map<String, Set<String>> byStory = new HashMap<>();

    /**
     * @param u of any story, each story's in order; of a story that was merged also those of the
     *     survivor, where a late kill arrives
     */
    public void see(StoryUpdate u) {
      Set<String> unused = byStory.getOrDefault(u.storyId(), new HashSet<>());
      u.removedArticles().forEach(unused::remove);
      for (StoryState.ArticleRef a : u.articles()) {
        if (a.use() == ArticleUse.USED) {
          unused.remove(a.uri());
        } else {
          unused.add(a.uri());
        }
      }
      if (u.state() == LifeState.MERGED || unused.isEmpty()) {
        byStory.remove(u.storyId());
      } else {
        byStory.put(u.storyId(), unused);
      }
    }

    /** Those that stand so by now. */
    public Withdrawn withdrawn() {
      Set<String> out = new TreeSet<>();
      byStory.values().forEach(out::addAll);
      return new Withdrawn(out);
    }
  }

  /**
   * Articles that somebody else knows to be withdrawn.
   *
   * @param uris may grow and shrink afterwards
   */
  public static Withdrawn ofArticles(Set<String> uris) {
    return new Withdrawn(uris);
  }

  public boolean contains(String uri) {
    return uris.contains(uri);
  }

  /** The state without their words. */
  public StoryState hide(StoryState s) {
    if (s.articles().stream().noneMatch(a -> uris.contains(a.uri()))) {
      return s;
    }
    List<StoryState.ArticleRef> refs = s.articles().stream().map(this::hide).toList();
    List<Fact> facts = s.facts().stream().map(this::hide).toList();
    String headline = s.headline();
    if (refs.stream().noneMatch(r -> r.headline().equals(s.headline()))) {
      headline =
          refs.stream()
              .map(StoryState.ArticleRef::headline)
              .filter(h -> !h.isEmpty())
              .findFirst()
              .orElse("");
    }
    String rest = remaining(facts, refs);
    return new StoryState(
        s.storyId(),
        s.revision(),
        s.state(),
        headline,
        FactOrder.gist(facts),
        named(s.people(), rest),
        named(s.places(), rest),
        s.counts(),
        refs,
        s.sources(),
        s.origins(),
        facts,
        s.factsFolded(),
        s.mergedInto(),
        s.eventTime(),
        s.engine());
  }

  /** The update without their words. */
  public StoryUpdate hide(StoryUpdate u) {
    if (uris.isEmpty()) {
      return u;
    }
    List<Fact> facts = u.facts().stream().map(this::hide).toList();
    List<StoryState.ArticleRef> refs = u.articles().stream().map(this::hide).toList();
    boolean touched = !facts.equals(u.facts()) || !refs.equals(u.articles());
    List<Change> changes = u.changes().stream().map(this::hide).toList();
    String rest = remaining(facts, refs);
    return new StoryUpdate(
        u.storyId(),
        u.revision(),
        u.cause(),
        changes,
        u.changesFolded(),
        u.state(),
        touched && refs.stream().noneMatch(r -> r.headline().equals(u.headline()))
            ? ""
            : u.headline(),
        u.counts(),
        u.mergedInto(),
        u.eventTime(),
        u.engine(),
        touched ? FactOrder.gist(facts) : u.gist(),
        touched ? named(u.people(), rest) : u.people(),
        touched ? named(u.places(), rest) : u.places(),
        u.sources(),
        u.origins(),
        refs,
        u.removedArticles(),
        facts,
        u.removedFacts(),
        u.factsTotal(),
        u.owed());
  }

  /** Names that words which may be shown give as well. */
  private static List<String> named(List<String> names, String rest) {
    return names.stream().filter(rest::contains).toList();
  }

  private static String remaining(List<Fact> facts, List<StoryState.ArticleRef> refs) {
    StringBuilder b = new StringBuilder();
    refs.forEach(r -> b.append(r.headline()).append('\n'));
    for (Fact f : facts) {
      for (Position p : f.positions()) {
        p.evidence().forEach(e -> b.append(e.text()).append('\n'));
      }
    }
    return b.toString();
  }

  private StoryState.ArticleRef hide(StoryState.ArticleRef a) {
    return uris.contains(a.uri())
        ? new StoryState.ArticleRef(
            a.uri(), a.version(), a.source(), a.origin(), a.copyOf(), "", a.eventTime(), a.use())
        : a;
  }

  private Change hide(Change c) {
    if (c.evidence().stream().noneMatch(e -> uris.contains(e.article()))) {
      return c;
    }
    return new Change(
        c.reason(),
        c.factId(),
        c.previousFactId(),
        word(c.before()),
        word(c.after()),
        FactMaker.KILLED,
        c.evidence().stream().map(this::hide).toList());
  }

  /** A status or state may be told; a value is somebody's words. */
  private static @Nullable String word(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String name = value.toUpperCase(java.util.Locale.ROOT);
    for (Enum<?>[] words : List.of(FactStatus.values(), Outcome.values(), LifeState.values())) {
      for (Enum<?> w : words) {
        if (w.name().equals(name)) {
          return value;
        }
      }
    }
    return null;
  }

  private Fact hide(Fact f) {
    boolean hit =
        f.positions().stream()
            .anyMatch(p -> p.evidence().stream().anyMatch(e -> uris.contains(e.article())));
    if (!hit) {
      return f;
    }
    List<Position> positions = new ArrayList<>();
    String gist = FactMaker.KILLED;
    for (Position p : f.positions()) {
      boolean isText =
          f.kind() == Kind.QUOTE
              || f.kind() == Kind.STATEMENT
              || f.topicKey().startsWith(TopicKeys.TOLD_KEY);
      Position h = hide(p, isText);
      positions.add(h);
      if (gist.equals(FactMaker.KILLED)) {
        gist =
            h.evidence().stream()
                .map(Evidence::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .map(t -> Gist.cut(t, Gist.MOST))
                .orElse(FactMaker.KILLED);
      }
    }
    boolean all = gist.equals(FactMaker.KILLED);
    return new Fact(
        f.factId(),
        all ? FactMaker.KILLED : f.topicKey(),
        f.kind(),
        f.status(),
        f.outcome(),
        gist,
        positions,
        f.changes());
  }

  private Position hide(Position p, boolean isText) {
    List<Evidence> evidence = p.evidence().stream().map(this::hide).toList();
    if (evidence.equals(p.evidence())) {
      return p;
    }
    List<String> texts =
        evidence.stream()
            .filter(Evidence::counts)
            .map(Evidence::text)
            .filter(t -> !t.isEmpty())
            .toList();
    String value =
        texts.isEmpty() ? "" : isText ? Gist.cut(texts.get(0), FactMaker.TEXT) : p.value();
    return new Position(
        value,
        p.status(),
        p.current(),
        p.origins(),
        p.originNames(),
        texts.isEmpty() ? List.of() : p.attributedTo(),
        texts.isEmpty() ? List.of() : p.deniedBy(),
        evidence,
        p.evidenceFolded());
  }

  private Evidence hide(Evidence e) {
    return uris.contains(e.article())
        ? new Evidence(
            e.article(),
            e.version(),
            e.source(),
            e.origin(),
            e.originAssumed(),
            e.start(),
            e.end(),
            "",
            null,
            e.modality(),
            e.counts(),
            null)
        : e;
  }
}
