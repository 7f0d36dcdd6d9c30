package news.slugline.grouping;

import java.util.List;
import news.slugline.rows.RowKey;
import news.slugline.rows.Table;

/** The tables that grouping keeps; the rows are all that its decisions rest on. */
final class Tables {
  /** Stories that can be found by likeness, by id. */
  static final Table<StoryRow> STORY = new Table<>("grouping-story", StoryRow.class);

  /** Stories beyond the window, by id, for 400 days after their last article. */
  static final Table<StoryRow> RETIRED = new Table<>("grouping-retired", StoryRow.class);

  /** Where each uri went, by uri. */
  static final Table<UriRow> URI = new Table<>("grouping-uri", UriRow.class);

  /** The latest text of recent uris, for corrections, kills and splits. */
  static final Table<CopyRow> COPY = new Table<>("grouping-copy", CopyRow.class);

  /** Articles under embargo, by the embargo's end and order of arrival. */
  static final Table<CopyRow> HELD = new Table<>("grouping-held", CopyRow.class);

  /** Stories beyond the window by what names their event, see {@link EventKeys}. */
  static final Table<EventRow> EVENT = new Table<>("grouping-event", EventRow.class);

  /** Absorbed stories, by id. */
  static final Table<AliasRow> ALIAS = new Table<>("grouping-alias", AliasRow.class);

  /** What to look at again on which day: day, kind, id. */
  static final Table<DueRow> DUE = new Table<>("grouping-due", DueRow.class);

  /** One row: the log's time. */
  static final Table<ClockRow> CLOCK = new Table<>("grouping-clock", ClockRow.class);

  /** One row: the number of the latest change, where the changed story went beyond the window. */
  static final Table<SeqRow> SEQ = new Table<>("grouping-seq", SeqRow.class);

  static final List<Table<?>> ALL =
      List.of(STORY, RETIRED, URI, COPY, HELD, ALIAS, EVENT, DUE, CLOCK, SEQ);

  private Tables() {}

  /** A time or a counter as a part of a key that orders as the number does. */
  static String fixed(long n) {
    String digits = Long.toString(Math.max(0, n));
    return "0".repeat(19 - digits.length()) + digits;
  }

  static RowKey clock() {
    return RowKey.of("clock");
  }

  /**
   * Stories under one event key, the latest last.
   *
   * @param time of the latest article of any, epoch milliseconds
   */
  record EventRow(List<String> stories, long time) {
    EventRow {
      stories = List.copyOf(stories);
    }
  }

  /**
   * @param storyId empty if only a kill came so far
   * @param time of its latest version, epoch milliseconds
   * @param killed the version of a kill that came before the article, else empty
   */
  record UriRow(String storyId, long time, String killed) {}

  record AliasRow(String survivor, long time) {}

  record DueRow(long time) {}

  record SeqRow(long seq) {}

  /**
   * @param now the latest tick
   * @param seq number of the latest change of a story
   * @param swept the last day, since the epoch, whose due rows are done
   */
  record ClockRow(long now, long seq, long swept) {}
}
