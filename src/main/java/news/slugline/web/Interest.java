package news.slugline.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.slugline.story.ChangeReason;
import news.slugline.story.LifeState;

/**
 * Which updates a subscriber wants. Each condition that is given must hold; none means all.
 *
 * @param reasons an update has at least one of them
 * @param stories their ids
 * @param states the story is in one of them
 * @param people the story names one of them, by all the words that are given
 * @param minOrigins the story has at least so many independent origins
 */
public record Interest(
    Set<ChangeReason> reasons,
    Set<String> stories,
    Set<LifeState> states,
    Set<String> people,
    int minOrigins) {

  public static final Interest ALL = new Interest(Set.of(), Set.of(), Set.of(), Set.of(), 0);

  public Interest {
    reasons = Set.copyOf(reasons);
    stories = Set.copyOf(stories);
    states = Set.copyOf(states);
    people = Set.copyOf(people);
  }

  /**
   * Reads the words that a subscriber gives.
   *
   * @throws IllegalArgumentException naming the word that is none, and what is accepted
   */
  public static Interest of(
      List<String> reasons,
      List<String> stories,
      List<String> states,
      List<String> people,
      int minOrigins) {
    return new Interest(
        words(ChangeReason.class, "reason", reasons),
        new TreeSet<>(given(stories)),
        words(LifeState.class, "state", states),
        new TreeSet<>(given(people)),
        minOrigins);
  }

  boolean wants(Notice n) {
    return (reasons.isEmpty() || n.reasons().stream().anyMatch(reasons::contains))
        && (stories.isEmpty() || stories.contains(n.storyId()))
        && (states.isEmpty() || states.contains(n.state()))
        && n.origins() >= minOrigins
        && (people.isEmpty()
            || people.stream().anyMatch(p -> n.people().stream().anyMatch(x -> names(p, x))));
  }

  /** Whether a name has all the words that are asked for: "putin" is in "Vladimir Putin". */
  static boolean names(String asked, String name) {
    Set<String> words = Set.copyOf(wordsOf(name));
    return words.containsAll(wordsOf(asked));
  }

  private static List<String> wordsOf(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
        .distinct()
        .toList();
  }

  /** Whether the update is wanted. */
  public boolean wants(news.slugline.story.StoryUpdate update) {
    return wants(Notice.of(update));
  }

  static <E extends Enum<E>> Set<E> words(Class<E> type, String what, List<String> words) {
    Set<E> out = new TreeSet<>();
    for (String w : given(words)) {
      try {
        out.add(Enum.valueOf(type, w.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            what
                + " '"
                + w
                + "' is unknown, it is one of "
                + java.util.Arrays.stream(type.getEnumConstants())
                    .map(Enum::name)
                    .collect(Collectors.joining(", ")),
            e);
      }
    }
    return out;
  }

  /** Words separated by commas or given one by one, blanks left out. */
  private static List<String> given(List<String> words) {
    return words.stream()
        .flatMap(w -> java.util.Arrays.stream(w.split(",")))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
