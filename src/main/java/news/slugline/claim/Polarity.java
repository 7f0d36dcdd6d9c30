package news.slugline.claim;

/** Whether the text says that it is so or that it is not. */
public enum Polarity {
  POSITIVE,
  NEGATIVE
}
