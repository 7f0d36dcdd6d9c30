package news.slugline.story;

/** Whether an article counts. */
public enum ArticleUse {
  USED,
  /** Withheld until it is released. */
  HELD,
  KILLED
}
