package news.slugline.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Outlets;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.SketchRow;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind the articles of one story: which copies which, from whom each has sentences, which
 * go with a killed one, and so whose word each counts as. Where that changes, so may the facts in
 * which its claims stand.
 */
final class Provenance {
  private final String story;
  private final Rows rows;
  private final Head head;
  private final Articles articles;
  private final SentenceCopies sentences;
  private final Rewrites rewrites;
  private final Digests digests;
  private final Filings filings;
  private final Copies copies;

  Provenance(
      String story,
      Rows rows,
      Rules rules,
      Head head,
      Articles articles,
      Digests digests,
      Filings filings) {
    this.story = story;
    this.rows = rows;
    this.head = head;
    this.articles = articles;
    this.sentences = rules.sentences();
    this.rewrites = rules.rewrites();
    this.digests = digests;
    this.filings = filings;
    this.copies = new Copies(story, rows, rules.sketches(), sentences);
  }

  /** An article comes; returns those to be looked at again, itself among them. */
  Set<String> came(ArticleRow row, DigestRow d) {
    Set<String> out = new TreeSet<>();
    if (d.use() != ArticleUse.HELD) {
      ArticleRow.Version v = Versions.worded(row);
      SketchRow s = new SketchRow(v.sketch(), v.thread());
      out.addAll(copies.insert(d, s, text(row), d.use() == ArticleUse.KILLED));
    }
    out.add(d.uri());
    return out;
  }

  /** An article, as it was, goes; returns those to be looked at again. */
  Set<String> goes(ArticleRow row, DigestRow d) {
    boolean killed = Versions.use(row) == ArticleUse.KILLED;
    Set<String> out = copies.remove(d, text(row), killed);
    if (d.copyOf() != null) {
      copies.unlink(d.copyOf(), d.uri());
    }
    return out;
  }

  /** An article is gone for good. */
  void gone(String uri) {
    copies.take(uri, copies.lendersTo(uri), List.of());
  }

  /** Looks at articles again, and at those that this concerns. */
  void settle(Collection<String> uris) {
    Deque<String> changed = new ArrayDeque<>();
    uris.forEach(u -> resource(u, changed));
    changed.addAll(uris);
    while (!changed.isEmpty()) {
      resolve(changed.poll(), changed);
    }
  }

  /** What an article's versions amount to, before anything is known of who is behind it. */
  static DigestRow digest(ArticleRow row, List<String> claims) {
    ArticleRow.Version v = row.versions().get(0);
    ArticleUse use = Versions.use(row);
    boolean used = use == ArticleUse.USED;
    return new DigestRow(
        row.uri(),
        v.version(),
        v.provider(),
        v.credit(),
        null,
        used ? v.headline() : "",
        Versions.firstTime(row),
        v.time(),
        use,
        used ? v.people() : List.of(),
        used ? v.places() : List.of(),
        Origins.clean(v.provider()),
        true,
        claims);
  }

  /** Finds anew the earliest article that this one copies, and whether it was killed. */
  private void resource(String uri, Deque<String> changed) {
    DigestRow d = digests.get(uri);
    boolean used = d != null && isUsed(d);
    if (d != null) {
      take(d, used);
    }
    if (d == null || (!used && d.copyOf() == null)) {
      return;
    }
    String killed = used && head.killed > 0 ? copies.source(d, true, k -> isOf(d, k)) : null;
    String source = killed != null ? killed : used ? copies.source(d, false, u -> true) : null;
    if (!Objects.equals(source, d.copyOf())) {
      d.nodes().forEach(filings::retell);
      if (d.copyOf() != null) {
        copies.unlink(d.copyOf(), uri);
      }
      if (source != null) {
        copies.link(source, uri);
      }
      digests.put(d.withCopyOf(source));
      changed.add(uri);
    }
    if (used && (killed != null) != (d.use() == ArticleUse.KILLED)) {
      withdraw(uri, killed != null);
    }
  }

  /** Finds anew from which earlier articles this one has sentences. */
  private void take(DigestRow d, boolean used) {
    List<Copies.Taken> now = new ArrayList<>();
    if (used) {
      Articles.Copy own = text(d);
      for (String uri : copies.lenders(d, own)) {
        DigestRow lender = digests.required(uri);
        Articles.Copy of = text(lender);
        String signed = lender.credit() == null ? lender.provider() : lender.credit();
        boolean named = own.names(signed, lender.provider());
        boolean whole = sentences.isMadeOf(own, of) || rewrites.isRewritten(own, of, named);
        if (whole || sentences.anyIsOne(own.sentences(), of.sentences())) {
          now.add(new Copies.Taken(uri, whole));
        }
      }
    }
    List<Copies.Taken> before = copies.lendersTo(d.uri());
    if (!now.equals(before)) {
      copies.take(d.uri(), before, now);
      d.nodes().forEach(filings::remake);
    }
  }

  private Articles.Copy text(DigestRow d) {
    return articles.copy(story, d.uri(), d.version(), rows);
  }

  private Articles.Copy text(ArticleRow row) {
    return articles.copy(story, row.uri(), Versions.worded(row).version(), rows);
  }

  /** Makes the facts anew of those who have sentences of an article. */
  void remakeTakers(String uri) {
    for (String taker : copies.takersFrom(uri)) {
      digests.required(taker).nodes().forEach(filings::remake);
    }
  }

  /**
   * The earlier article from which that of a claim has its sentence, or of which it is made; if
   * that has another origin, and the claim names none.
   */
  Draft.@Nullable Lender source(Member m) {
    if (!m.assumed()) {
      return null;
    }
    Draft.Lender whole = null;
    for (Copies.Taken t : copies.lendersTo(m.node().uri())) {
      DigestRow d = digests.required(t.from());
      if (d.use() == ArticleUse.USED && !Origins.key(d.origin()).equals(m.originKey())) {
        List<String> own = filings.graph().sentences(m.node());
        List<String> of = text(d).sentences();
        if (sentences.anyStands(own, of) || sentences.anyIsOne(own, of)) {
          return lender(d, true);
        }
        whole = whole == null && t.whole() ? lender(d, false) : whole;
      }
    }
    return whole;
  }

  private static Draft.Lender lender(DigestRow d, boolean sure) {
    return new Draft.Lender(
        d.uri(), d.time(), Origins.key(d.origin()), d.origin(), d.assumed(), sure);
  }

  /** Whether an article counts by its own versions, be it the copy of a killed one. */
  private boolean isUsed(DigestRow d) {
    ArticleRow row = d.use() == ArticleUse.KILLED ? article(d.uri()) : null;
    return row == null ? d.use() == ArticleUse.USED : Versions.use(row) == ArticleUse.USED;
  }

  /**
   * Whether an article that is like a killed one goes with it: it credits it, or nobody, and its
   * provider has not sent it in its stead, nor anything else that is like it.
   */
  private boolean isOf(DigestRow d, String killed) {
    DigestRow k = digests.get(killed);
    ArticleRow row = article(killed);
    if (k == null || row == null || areOne(d.provider(), k.provider())) {
      return false;
    }
    boolean credits =
        d.credit() == null
            || areOne(d.credit(), k.provider())
            || Outlets.isShort(d.credit(), k.provider());
    for (ArticleRow.Version v : row.versions()) {
      credits |= v.credit() != null && d.credit() != null && areOne(v.credit(), d.credit());
    }
    return credits
        && copies.source(d, false, u -> areOne(digests.required(u).provider(), k.provider()))
            == null;
  }

  private @Nullable ArticleRow article(String uri) {
    return articles.get(story, uri, rows);
  }

  private static boolean areOne(String a, String b) {
    return Origins.key(a).equals(Origins.key(b));
  }

  /** Lets an article go with the killed one that it copies, or lets it count again. */
  private void withdraw(String uri, boolean gone) {
    DigestRow d = digests.required(uri);
    ArticleRow row = Objects.requireNonNull(article(uri), uri);
    DigestRow now =
        gone
            ? d.withdrawn()
            : digest(row, d.nodes()).withCopyOf(d.copyOf()).withOrigin(d.origin(), d.assumed());
    digests.replace(d, now);
    now.nodes().forEach(filings::refile);
    remakeTakers(uri);
  }

  /** Says anew who is behind an article; if that changes, so may the facts that it stands in. */
  private void resolve(String uri, Deque<String> changed) {
    DigestRow d = digests.get(uri);
    if (d == null) {
      return;
    }
    DigestRow s = d.copyOf() == null ? null : digests.get(d.copyOf());
    String name = d.provider();
    boolean assumed = true;
    if (d.credit() != null) {
      String source = s == null ? "" : s.origin();
      name = Outlets.isShort(d.credit(), source) ? source : d.credit();
      assumed = false;
    } else if (s != null) {
      name = s.origin();
      assumed = s.assumed();
    }
    String origin = Origins.clean(name);
    if (!origin.equals(d.origin()) || assumed != d.assumed()) {
      DigestRow now = d.withOrigin(origin, assumed);
      digests.replace(d, now);
      now.nodes().forEach(filings::refile);
      changed.addAll(copies.copiesOf(uri));
      remakeTakers(uri);
    }
  }
}
