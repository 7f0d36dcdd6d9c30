package news.slugline.config;

/** Where ticks come from. */
public enum Mode {
  /** The wall clock, read by intake alone. */
  LIVE,
  /** The articles' own times. */
  REPLAY
}
