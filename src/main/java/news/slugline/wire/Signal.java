package news.slugline.wire;

/** What a provider says a version is for. */
public enum Signal {
  NONE,
  UPDATE,
  CORRECTION,
  KILL
}
