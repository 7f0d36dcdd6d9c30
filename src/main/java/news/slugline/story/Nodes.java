package news.slugline.story;

import java.util.IdentityHashMap;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes of what is kept of them and of their articles' rows, which hold their claims and
 * scenes. Those made last are remembered, as they are looked at again and again. One task, one
 * thread.
 */
final class Nodes {
  private static final int REMEMBERED = 8_192;

  private final TopicKeys keys;

  /** By the kept object itself: the same row read again is the same object as a rule. */
  private final Recent<NodeRow.Kept, NodeRow> made = new Recent<>(REMEMBERED, IdentityHashMap::new);

  Nodes(TopicKeys keys) {
    this.keys = keys;
  }

  /** The node; its article's row must still hold its claim. */
  @Nullable NodeRow get(String story, String id, Rows rows) {
    NodeRow.Kept kept = rows.get(Tables.NODES, RowKey.of(story, id));
    return kept == null ? null : made.get(kept, k -> make(story, id, k, rows));
  }

  void put(String story, NodeRow n, Rows rows) {
    NodeRow.Kept kept = n.kept();
    rows.put(Tables.NODES, RowKey.of(story, n.id()), kept);
    made.put(kept, n);
  }

  private NodeRow make(String story, String id, NodeRow.Kept kept, Rows rows) {
    ArticleRow article = rows.get(Tables.ARTICLES, RowKey.of(story, kept.uri()));
    if (article != null) {
      for (ArticleRow.Version v : article.versions()) {
        if (v.version().equals(kept.version()) && kept.at() < v.claims().size()) {
          return kept.node(id, v, keys);
        }
      }
    }
    throw new IllegalStateException("The article of claim " + id + " does not hold it any more");
  }
}
