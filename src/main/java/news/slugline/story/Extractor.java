package news.slugline.story;

import java.time.Instant;
import news.slugline.claim.Extraction;
import news.slugline.wire.WireArticle;

/** Reads an article: the same article and time always give the same extraction. */
@FunctionalInterface
public interface Extractor {
  /**
   * Everything that the article says.
   *
   * @param eventTime the article's own time
   */
  Extraction extract(WireArticle article, Instant eventTime);
}
