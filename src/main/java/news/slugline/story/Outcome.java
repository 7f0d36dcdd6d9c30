package news.slugline.story;

/** What became of a planned event. */
public enum Outcome {
  OPEN,
  OVERDUE,
  FULFILLED,
  NOT_FULFILLED,
  CANCELLED,
  POSTPONED
}
