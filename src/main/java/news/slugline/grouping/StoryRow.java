package news.slugline.grouping;

import java.util.List;

/**
 * A story, in the tables {@code grouping-story} and {@code grouping-retired}, by its id.
 *
 * @param seq order of its last change among all stories' changes
 * @param first earliest event time of its articles, epoch milliseconds
 * @param last latest event time
 * @param mass number of articles that the terms stand for
 * @param terms ids, ascending
 * @param old number of its articles that say that they were written long before they came
 * @param oldFirst the earliest day on which one of these was written, in days since 1970
 * @param oldLast the latest
 * @param apart stories that an editor has split from it
 */
record StoryRow(
    String id,
    String language,
    long seq,
    long first,
    long last,
    int articles,
    int mass,
    List<Integer> terms,
    List<Integer> weights,
    List<Integer> marks,
    int old,
    int oldFirst,
    int oldLast,
    List<String> apart) {
  StoryRow {
    terms = List.copyOf(terms);
    weights = List.copyOf(weights);
    marks = List.copyOf(marks);
    apart = List.copyOf(apart);
  }
}
