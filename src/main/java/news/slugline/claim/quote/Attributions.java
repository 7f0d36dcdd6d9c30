package news.slugline.claim.quote;

import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;

/** Finds who says what in an article. */
public final class Attributions {
  private Attributions() {}

  /** The attributions of a document, by start of content, then end. */
  public static List<Attribution> find(Document document, Names names) {
    return new Finder(document, names).find();
  }
}
