package news.slugline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a story at one revision.
 *
 * @param gist a sentence on what is known
 * @param articles the newest, by event time, then uri
 * @param sources providers, sorted, at most {@value #NAMES}
 * @param origins independent origins, sorted, at most {@value #NAMES}
 * @param facts ranked for an editor: conflicts and changes first
 * @param factsFolded how many least supported facts were left out for size
 */
public record StoryState(
    String storyId,
    int revision,
    LifeState state,
    String headline,
    String gist,
    List<String> people,
    List<String> places,
    Counts counts,
    List<ArticleRef> articles,
    List<String> sources,
    List<String> origins,
    List<Fact> facts,
    int factsFolded,
    @Nullable String mergedInto,
    String eventTime,
    String engine) {
  /** How many sources and origins are listed at most; {@link Counts} counts them all. */
  public static final int NAMES = 100;

  public StoryState {
    people = List.copyOf(people);
    places = List.copyOf(places);
    articles = List.copyOf(articles);
    sources = List.copyOf(sources);
    origins = List.copyOf(origins);
    facts = List.copyOf(facts);
  }

  StoryState with(List<ArticleRef> refs, List<Fact> ranked, int folded) {
    return new StoryState(
        storyId,
        revision,
        state,
        headline,
        gist,
        people,
        places,
        counts,
        refs,
        sources,
        origins,
        ranked,
        folded,
        mergedInto,
        eventTime,
        engine);
  }

  /**
   * An article of a story.
   *
   * @param origin null if only assumed
   * @param copyOf uri of the article that this one copies or rewrites
   * @param eventTime ISO 8601 in UTC
   * @param use whether it counts
   */
  public record ArticleRef(
      String uri,
      String version,
      String source,
      @Nullable String origin,
      @Nullable String copyOf,
      String headline,
      String eventTime,
      ArticleUse use) {}
}
