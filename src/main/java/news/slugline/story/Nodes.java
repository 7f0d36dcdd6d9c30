package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Span;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes of what is kept of them and of their articles' rows, which hold their claims and
 * scenes. Those made last are remembered, as they are looked at again and again. One task, one
 * thread.
 */
final class Nodes {
  private static final int REMEMBERED = 2_048;
  private static final int ARTICLES = 64;

  private final TopicKeys keys;

  /** By the kept object itself: the same row read again is the same object as a rule. */
  private final Recent<NodeRow.Kept, NodeRow> made;

  private final Recent<Claim, List<String>> mates;

  private final Recent<Claim, List<String>> sentences;

  /** By a version's list of claims itself. */
  private final Recent<List<Claim>, Sentences> apart;

  private final Articles articles;

  Nodes(TopicKeys keys, Memory memory) {
    this.made = memory.byObject(REMEMBERED);
    this.mates = memory.byObject(REMEMBERED);
    this.sentences = memory.byObject(REMEMBERED);
    this.apart = memory.byObject(ARTICLES);
    this.keys = keys;
    this.articles = new Articles(memory);
  }

  Articles articles() {
    return articles;
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

  private List<String> findMates(String story, NodeRow n, Rows rows) {
    Sentences all = sentencesOf(story, n, rows);
    Claim claim = n.claim();
    List<Claim> found =
        claim.isTold()
            ? all.others.stream().filter(c -> claim.span().contains(c.span())).toList()
            : all.containing(claim);
    return found.stream().map(c -> Versions.id(n.uri(), n.version(), c)).toList();
  }

  /**
   * The words of a claim, unless they stand in a quotation, and all of its sentence, as far as that
   * is kept.
   */
  List<String> sentences(String story, NodeRow n, Rows rows) {
    return sentences.get(n.claim(), c -> findSentences(story, n, rows));
  }

  private List<String> findSentences(String story, NodeRow n, Rows rows) {
    Sentences all = sentencesOf(story, n, rows);
    Claim claim = n.claim();
    List<String> out = new ArrayList<>();
    for (Claim c : all.containing(claim)) {
      if (!c.text().equals(claim.text())) {
        out.add(c.text());
      }
    }
    if (claim.kind() != Kind.QUOTE && !all.isQuoted(claim)) {
      out.add(claim.text());
    }
    return List.copyOf(out);
  }

  /** A version's claims apart: all are asked where they stand in its sentences. */
  private record Sentences(List<Claim> told, List<Claim> others, List<Span> quoted) {
    static Sentences of(List<Claim> claims) {
      List<Claim> told = new ArrayList<>();
      List<Claim> others = new ArrayList<>();
      List<Span> quoted = new ArrayList<>();
      for (Claim c : claims) {
        (c.isTold() ? told : others).add(c);
        if (c.kind() == Kind.QUOTE && c.content() != null) {
          quoted.add(c.content());
        }
      }
      return new Sentences(told, others, quoted);
    }

    /** What is told in the sentence of a claim. */
    List<Claim> containing(Claim claim) {
      return told.stream().filter(c -> c.span().contains(claim.span())).toList();
    }

    boolean isQuoted(Claim claim) {
      return quoted.stream().anyMatch(s -> s.contains(claim.span()));
    }
  }

  private Sentences sentencesOf(String story, NodeRow n, Rows rows) {
    return apart.get(claims(story, n, rows), Sentences::of);
  }

  /** The text of the version that makes a claim, as copies of it are known by. */
  Articles.Copy copy(String story, NodeRow n, Rows rows) {
    return articles.copy(story, n.uri(), n.version(), rows);
  }

  /** Those of the version that makes the claim. */
  private List<Claim> claims(String story, NodeRow n, Rows rows) {
    ArticleRow article = articles.get(story, n.uri(), rows);
    ArticleRow.Version v = article == null ? null : Articles.version(article, n.version());
    return v == null ? List.of() : v.claims();
  }

  void put(String story, NodeRow n, Rows rows) {
    NodeRow.Kept kept = n.kept();
    rows.put(Tables.NODES, RowKey.of(story, n.id()), kept);
    made.put(kept, n);
  }

  private NodeRow make(String story, String id, NodeRow.Kept kept, Rows rows) {
    ArticleRow article = articles.get(story, kept.uri(), rows);
    ArticleRow.Version v = article == null ? null : Articles.version(article, kept.version());
    if (v != null && kept.at() < v.claims().size()) {
      return kept.node(id, v, keys);
    }
    throw new IllegalStateException("The article of claim " + id + " does not hold it any more");
  }
}
