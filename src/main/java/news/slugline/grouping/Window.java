package news.slugline.grouping;

import java.time.Duration;

/**
 * How long a story lives; all times are the log's.
 *
 * @param matchable after its last article a story can still be found by likeness for so long
 * @param known after its last article a story can be found by uri and link for so long
 * @param copy an article's text is kept for so long, for corrections, kills and splits
 * @param limit of stories that can be found by likeness; beyond it the longest quiet go
 */
record Window(Duration matchable, Duration known, Duration copy, int limit) {
  static final Window STANDARD =
      new Window(Duration.ofDays(30), Duration.ofDays(400), Duration.ofDays(7), 100_000);
}
