package news.slugline.claim.quote;

/** Something said, found in the text, before its speaker has a name. */
record Saying(int sentence, int paragraph, Content content, Ascription by) {

  /**
   * What is said, in UTF-16 offsets.
   *
   * @param quote whether it stands in quotation marks
   */
  record Content(int start, int end, boolean quote) {}

  int start() {
    return content.start();
  }

  int end() {
    return content.end();
  }

  boolean quote() {
    return content.quote();
  }

  boolean hasSource() {
    return by.source() != null;
  }

  /** Whether more than half of a stretch is part of it. */
  boolean covers(int from, int to) {
    int shared = Math.min(end(), to) - Math.max(start(), from);
    return 2 * shared > to - from;
  }
}
