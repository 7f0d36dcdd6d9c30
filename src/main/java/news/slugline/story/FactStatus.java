package news.slugline.story;

/** The status of a fact or position. A fact has the first of these that applies. */
public enum FactStatus {
  RETRACTED,
  CORRECTED,
  DISPUTED,
  SUPERSEDED,
  CORROBORATED,
  SINGLE_SOURCE
}
