package news.slugline.claim;

/** How firmly the text stands behind a claim. */
public enum Modality {
  ASSERTED,
  /** Somebody else is named or hinted at as the one who says so. */
  REPORTED,
  PLANNED,
  POSSIBLE,
  ALLEGED,
  DENIED
}
