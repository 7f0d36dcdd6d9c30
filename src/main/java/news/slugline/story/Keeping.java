package news.slugline.story;

/** How a story's rows are kept. */
public enum Keeping {
  /** All of them. */
  WHOLE,
  /** It is so small that only its articles' rows are kept; the rest is made again when needed. */
  ALONE,
  /** It has left: what follows from its articles' rows is going, a portion at each tick. */
  GOING,
  /** It has left: its articles' rows, what an editor ruled, and its head are kept. */
  ARCHIVED,
  /** It is needed again while it was going: what is left of those rows goes first. */
  TURNING,
  /** It is being brought back, a portion at a time; all that comes to it waits. */
  COMING,
  /** Nothing but its head is kept. */
  FORGOTTEN;

  /** Whether it is on its way back, so that what comes to it waits. */
  boolean isOnItsWay() {
    return this == TURNING || this == COMING;
  }
}
