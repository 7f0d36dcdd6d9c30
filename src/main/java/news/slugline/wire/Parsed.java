package news.slugline.wire;

import org.jspecify.annotations.Nullable;

/** What became of one item of some input. Bad input is a value, never an exception. */
public sealed interface Parsed permits Parsed.Article, Parsed.Skipped, Parsed.Rejected {

  /**
   * An article.
   *
   * @param format it was read from, such as {@code ninjs-3}
   * @param index of the item in the file, from 1
   */
  record Article(WireArticle article, String format, int index) implements Parsed {}

  /**
   * An item that was understood but is no copy: a picture, a package, an event.
   *
   * @param note a sentence that says why
   */
  record Skipped(String format, String note) implements Parsed {}

  /**
   * An item that was refused.
   *
   * @param detail a sentence that a person can act on
   * @param position where, such as {@code line 3, column 14} or {@code byte 120}
   * @param format if it was recognised
   */
  record Rejected(Reason reason, String detail, @Nullable String position, @Nullable String format)
      implements Parsed {}
}
