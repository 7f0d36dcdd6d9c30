package news.slugline.story;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import news.slugline.claim.Claim;
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

  private final Recent<Claim, List<String>> mates = new Recent<>(REMEMBERED, IdentityHashMap::new);

  Nodes(TopicKeys keys) {
    this.keys = keys;
  }

  /** The node; its article's row must still hold its claim. */
  @Nullable NodeRow get(String story, String id, Rows rows) {
    NodeRow.Kept kept = rows.get(Tables.NODES, RowKey.of(story, id));
    return kept == null ? null : made.get(kept, k -> make(story, id, k, rows));
  }

  /**
   * Ids of the claims that a sentence makes beside what it tells; of a claim that is none of what
   * sentences tell, of what its sentence tells.
   */
  List<String> mates(String story, NodeRow n, Rows rows) {
    return mates.get(n.claim(), c -> findMates(story, n, rows));
  }

  private static List<String> findMates(String story, NodeRow n, Rows rows) {
    ArticleRow article = rows.get(Tables.ARTICLES, RowKey.of(story, n.uri()));
    List<String> out = new ArrayList<>();
    for (ArticleRow.Version v :
        article == null ? List.<ArticleRow.Version>of() : article.versions()) {
      for (Claim c : v.version().equals(n.version()) ? v.claims() : List.<Claim>of()) {
        Claim told = n.claim().isTold() ? n.claim() : c;
        Claim other = n.claim().isTold() ? c : n.claim();
        if (told.isTold() && !other.isTold() && told.span().contains(other.span())) {
          out.add(Versions.id(n.uri(), n.version(), c));
        }
      }
    }
    return List.copyOf(out);
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
