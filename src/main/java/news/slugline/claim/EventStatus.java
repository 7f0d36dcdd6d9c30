package news.slugline.claim;

/** IPTC's eventoccurstatus in the words of a newsroom. */
public enum EventStatus {
  PLANNED,
  UNDER_WAY,
  OCCURRED,
  DID_NOT_OCCUR,
  CANCELLED,
  POSTPONED
}
