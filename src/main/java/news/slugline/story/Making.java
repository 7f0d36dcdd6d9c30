package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;
import org.jspecify.annotations.Nullable;

/** Makes facts of one story of the claims that are filed under their leaders. */
final class Making implements FactMaker.Known {
  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final FactMaker maker;
  private final Saying saying;
  private final Head head;
  private final Facts facts;
  private final Digests digests;
  private final Courses courses;
  private final Graph graph;
  private final Buckets buckets;
  private final Touched touched;
  private final Provenance provenance;

  Making(
      String story,
      Rows rows,
      Rules rules,
      Head head,
      Facts facts,
      Filings filings,
      Provenance provenance) {
    this.story = story;
    this.rows = rows;
    this.maker = rules.facts();
    this.saying = rules.saying();
    this.head = head;
    this.facts = facts;
    this.digests = filings.digests();
    this.courses = filings.courses();
    this.graph = filings.graph();
    this.buckets = filings.buckets();
    this.touched = filings.touched();
    this.provenance = provenance;
  }

  /** The fact that a claim leads, as it stands now; null if what it tells is none. */
  Shape.@Nullable Made make(NodeRow leader) {
    if (leader.claim().isTold() && buckets.isAlone(leader.id())) {
      return null;
    }
    List<Buckets.Content> contents = buckets.of(leader.id());
    boolean overtaken = courses.isOvertaken(leader);
    Shape shape = leader.factId().isEmpty() ? null : facts.shape(leader.factId());
    Fact old = shape == null ? null : facts.get(leader.factId());
    Shape.Made counted = null;
    if (shape != null && old != null && !touched.isRetold(leader.id())) {
      Set<String> changed = touched.changed(leader.id());
      counted = shape.count(old, contents, changed, touched.moved(), overtaken);
    }
    return counted != null ? counted : make(leader, contents, overtaken);
  }

  private Shape.@Nullable Made make(
      NodeRow leader, List<Buckets.Content> contents, boolean overtaken) {
    List<Pile> piles = new ArrayList<>();
    String planned = "";
    for (Buckets.Content c : contents) {
      List<Member> members = new ArrayList<>();
      for (String id : c.nodes()) {
        NodeRow n = graph.required(id);
        members.add(digests.member(n));
        String end = passed(n.claim());
        planned = end.compareTo(planned) > 0 ? end : planned;
      }
      members.sort(Comparator.comparing(Member::node, Place.CANONICAL));
      piles.addAll(piles(leader, c, members));
    }
    if (piles.isEmpty() || (leader.claim().isTold() && !isRetold(piles))) {
      return null;
    }
    boolean overdue = !planned.isEmpty() && planned.compareTo(head.clock) < 0;
    FactMaker.Drafted made =
        maker.make(piles, leader, keyOf(leader, piles), overdue, overtaken, this);
    Fact f = made.fact();
    if (f.outcome() == Outcome.OPEN && !planned.isEmpty()) {
      rows.put(Tables.DUE, RowKey.of(planned, story, f.factId()), MARK);
      Archive.await(head, planned);
    }
    return new Shape.Made(f, Shape.of(contents, made.drafts(), overtaken));
  }

  @Override
  public List<String> sentences(NodeRow claim) {
    return graph.sentences(claim);
  }

  @Override
  public Articles.Copy copy(NodeRow claim) {
    return graph.copy(claim);
  }

  @Override
  public Draft.@Nullable Lender source(Member claim) {
    return provenance.source(claim);
  }

  @Override
  public List<Member> mates(NodeRow claim) {
    return graph.mates(claim).stream().map(digests::member).toList();
  }

  /** A bucket's claims, apart where they say the same only by twos. */
  private List<Pile> piles(NodeRow leader, Buckets.Content c, List<Member> members) {
    String value = FactMaker.value(members.get(0).claim());
    if (Bucket.isOtherwise(c.name())) {
      return Pile.split(value, c.name(), c.row(), members, saying::saySame);
    }
    return List.of(
        new Pile(
            value,
            Bucket.isOfOther(c.name()) ? Pile.Sort.OTHER : Pile.Sort.COMMON,
            c.name(),
            c.row(),
            members,
            origin -> buckets.supports(leader.id(), c.name(), origin)));
  }

  /**
   * What one article alone tells in words of no class, and what copies it, is a claim and no fact
   * yet.
   */
  private boolean isRetold(List<Pile> piles) {
    return piles.stream()
            .filter(p -> p.sort() != Pile.Sort.OTHER)
            .flatMap(p -> p.members().stream())
            .filter(Member::supports)
            .map(m -> wordedBy(m.node().uri()))
            .distinct()
            .count()
        > 1;
  }

  /** The article whose wording it is: the one that it copies, else itself. */
  private String wordedBy(String uri) {
    DigestRow d = digests.get(uri);
    return d == null || d.copyOf() == null ? uri : d.copyOf();
  }

  /** The leader's first key; if its words may not be shown, that of a claim whose words may. */
  private String keyOf(NodeRow leader, List<Pile> piles) {
    NodeRow of = digests.member(leader).node();
    for (Pile p : piles) {
      for (Member m : p.sort() == Pile.Sort.OTHER ? List.<Member>of() : p.members()) {
        if (of.standing() == Standing.RETRACTED && m.node().standing() != Standing.RETRACTED) {
          of = m.node();
        }
      }
    }
    return of.keys().isEmpty() ? "alone" : of.keys().get(0);
  }

  /** When the time of what is planned has passed for sure; empty if nothing is, or it has none. */
  private static String passed(Claim c) {
    boolean planned = c.kind() == Kind.EVENT && FactMaker.value(c).equals("planned");
    String when = planned ? c.about().when() : null;
    double[] s = when == null ? null : Values.stretch(when);
    return s == null ? "" : Times.format((long) s[1] + 86_400);
  }
}
