package news.slugline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one log entry changed in one story. Holds no processing time: two runs give equal bytes.
 *
 * @param revision 1, 2, 3 … without gaps
 * @param changesFolded how many more changes there were than are listed
 * @param mergedInto the surviving story, once this one is absorbed
 * @param eventTime the newest event time of the story, ISO 8601 in UTC
 * @param engine version of rules, models and tables
 * @param gist a sentence on what is known now
 * @param people named most, now
 * @param places named most, now
 * @param sources providers now, at most {@value StoryState#NAMES}
 * @param origins independent origins now, at most {@value StoryState#NAMES}
 * @param articles those whose standing this update touched, as they now stand
 * @param removedArticles uris of those that left the story
 * @param facts those that this update touched, as they now stand
 * @param removedFacts ids of those that are gone
 * @param factsTotal how many facts the story has now
 * @param owed how many touched articles and facts did not fit; the next updates bring them
 */
public record StoryUpdate(
    String storyId,
    int revision,
    Cause cause,
    List<Change> changes,
    int changesFolded,
    LifeState state,
    String headline,
    Counts counts,
    @Nullable String mergedInto,
    String eventTime,
    String engine,
    String gist,
    List<String> people,
    List<String> places,
    List<String> sources,
    List<String> origins,
    List<StoryState.ArticleRef> articles,
    List<String> removedArticles,
    List<Fact> facts,
    List<String> removedFacts,
    int factsTotal,
    int owed) {
  public StoryUpdate {
    changes = List.copyOf(changes);
    people = List.copyOf(people);
    places = List.copyOf(places);
    sources = List.copyOf(sources);
    origins = List.copyOf(origins);
    articles = List.copyOf(articles);
    removedArticles = List.copyOf(removedArticles);
    facts = List.copyOf(facts);
    removedFacts = List.copyOf(removedFacts);
  }
}
