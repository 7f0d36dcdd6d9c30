package news.slugline.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words that say what a number is of, those that mean the same as one. */
final class BesideNumbers {
  private final Map<String, String> first = new HashMap<>();

  BesideNumbers(Wording wording) {
    for (String[] row : Lists.rows("beside-numbers.tsv")) {
      String same = wording.term(row[0]);
      for (String word : row[1].split(" ")) {
        String term = wording.term(word);
        if (term != null && same != null) {
          first.put(term, same);
        }
      }
    }
  }

  /** Terms that a number is written with, which say nothing of what it counts. */
  static Set<String> scales(Wording wording) {
    Set<String> out = new TreeSet<>();
    Lists.of("change-words.tsv", "scale").forEach(w -> out.addAll(wording.terms(w)));
    Lists.of("change-words.tsv", "money").forEach(w -> out.addAll(wording.terms(w)));
    return out;
  }

  /** Terms, each as the first of those that mean it. */
  Set<String> of(Set<String> terms) {
    Set<String> out = new TreeSet<>();
    for (String t : terms) {
      out.add(first.getOrDefault(t, t));
    }
    return out;
  }
}
