package news.slugline.story;

/** Why an update says that something changed. */
public enum ChangeReason {
  NEW_CLAIM,
  NEW_ORIGIN,
  ORIGIN_LOST,
  COPY_ADDED,
  CONFLICT_OPENED,
  CONFLICT_RESOLVED,
  DENIED,
  SUPERSEDED,
  FULFILLED,
  NOT_FULFILLED,
  CORRECTED,
  RETRACTED,
  EMBARGO_LIFTED,
  STATE_CHANGED,
  MERGED,
  REOPENED
}
