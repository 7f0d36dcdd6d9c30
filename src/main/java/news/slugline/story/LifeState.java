package news.slugline.story;

/** Where a story stands in its life. */
public enum LifeState {
  EMERGING,
  DEVELOPING,
  QUIET,
  CLOSED,
  HELD,
  WITHDRAWN,
  MERGED
}
