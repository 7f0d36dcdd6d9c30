package news.slugline.claim.text;

/** What a name names. */
public enum EntityType {
  PERSON,
  ORGANISATION,
  PLACE,
  OTHER
}
