package news.slugline.claim.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource of small word lists: {@code name<TAB>word word word} a line; a long list has several
 * lines of its name.
 */
public final class WordGroups {
  private final String resource;
  private final Map<String, Set<String>> groups;

  private WordGroups(String resource, Map<String, Set<String>> groups) {
    this.resource = resource;
    this.groups = groups;
  }

  /** The lists of a resource that stands beside a class. */
  public static WordGroups of(Class<?> beside, String resource) {
    Map<String, Set<String>> words = new HashMap<>();
    for (String line : Resources.lines(beside, resource)) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IllegalStateException("no tab in " + resource + ": " + line);
      }
      words
          .computeIfAbsent(line.substring(0, tab), k -> new HashSet<>())
          .addAll(List.of(line.substring(tab + 1).split(" ")));
    }
    words.replaceAll((k, v) -> Set.copyOf(v));
    return new WordGroups(resource, Map.copyOf(words));
  }

  /** The words of a list. For look-up only: their order means nothing. */
  public Set<String> get(String name) {
    Set<String> words = groups.get(name);
    if (words == null) {
      throw new IllegalStateException("no list " + name + " in " + resource);
    }
    return words;
  }
}
