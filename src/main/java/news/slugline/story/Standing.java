package news.slugline.story;

/** What a claim counts for, by the versions of its own article alone. */
enum Standing {
  ACTIVE,
  /** The article made it and revised its value since. */
  REVISED,
  CORRECTED,
  RETRACTED
}
