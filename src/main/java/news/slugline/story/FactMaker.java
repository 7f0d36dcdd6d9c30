package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Polarity;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/** Makes a fact of the claims that belong together: positions, statuses, outcome, gist. */
final class FactMaker {
  static final int EVIDENCE = 24;

  /** And so many that stand beside it. */
  static final int BESIDE = 40;

  static final int POSITIONS = 16;

  /** Characters of evidence that a fact's row holds, so that it stays within its bound. */
  private static final int ROOM = 24_000;

  /** Characters of a wording that a position shows. */
  static final int TEXT = 1_000;

  static final String KILLED = "retracted claim";

  private final Drafting drafting;
  private final Supersession supersession;
  private final Disputes disputes;
  private final Gist gist;
  private final SentenceCopies copies;
  private final Rewrites rewrites;

  /**
   * A fact and what it was made of.
   *
   * @param drafts of its positions, in their order, and of those that it has no room for
   */
  record Drafted(Fact fact, List<Draft> drafts) {}

  /** What is known of a story's claims. */
  interface Known {
    /** The words by which copies of a claim's sentence are known. */
    List<String> sentences(NodeRow claim);

    /** The text by which copies of a claim's article are known. */
    Articles.Copy copy(NodeRow claim);

    /** The earlier article of the story from which a claim's article has its words. */
    Draft.@Nullable Lender source(Member claim);

    /** What else is claimed in the sentence that a claim tells. */
    List<Member> mates(NodeRow claim);
  }

  FactMaker(
      Wording wording,
      Values values,
      Supersession supersession,
      Clash clash,
      RivalTolls tolls,
      Joiner joiner,
      Told told,
      SentenceCopies copies,
      Rewrites rewrites) {
    this.drafting = new Drafting(values, told, clash.apart());
    this.supersession = supersession;
    this.disputes = new Disputes(values, clash, tolls, joiner);
    this.gist = new Gist(wording);
    this.copies = copies;
    this.rewrites = rewrites;
  }

  /**
   * The fact that a claim leads.
   *
   * @param all at least one of the fact's own, with at least one member
   * @param overdue whether the time of what is planned has passed
   * @param overtaken whether what happened to somebody has come further since
   */
  Drafted make(
      List<Pile> all,
      NodeRow leader,
      String topicKey,
      boolean overdue,
      boolean overtaken,
      Known known) {
    List<Pile> piles = all.stream().filter(p -> p.sort() != Pile.Sort.OTHER).toList();
    List<Member> members = new ArrayList<>();
    piles.forEach(p -> members.addAll(p.members()));
    members.sort(Comparator.comparing(Member::node, Place.CANONICAL));
    Member first = members.get(0);
    Kind kind = first.claim().kind();
    List<Draft> drafts =
        drafting.drafts(kind, piles, (m, n) -> isOneText(m, n, known), known::source);
    all.stream()
        .filter(p -> p.sort() == Pile.Sort.OTHER)
        .forEach(p -> drafting.beside(leader, p, drafts, known::mates));
    String ruling = ruling(members);
    supersession.settle(kind, first.claim().about().slot(), drafts);
    Outcome outcome = outcome(kind, drafts, overdue);
    drafts.forEach(d -> d.superseded |= overtaken && d.isLive() && d.value.equals("occurred"));
    rule(ruling, drafts);
    boolean disputed = !ruling.equals("dismissed") && disputes.mark(kind, drafts);
    for (Draft d : drafts) {
      d.status = status(d, disputed && d.status == FactStatus.DISPUTED);
    }
    drafts.sort(
        Comparator.comparing((Draft d) -> !isCurrent(d.status))
            .thenComparing(d -> -d.originCount())
            .thenComparing(d -> d.first(), Place.CANONICAL));
    List<Position> positions = new ArrayList<>();
    int room = ROOM;
    for (Draft d : drafts.subList(0, Math.min(POSITIONS, drafts.size()))) {
      Position p = Shown.position(d, room);
      for (Evidence e : p.evidence()) {
        room -= e.text().length();
      }
      positions.add(p);
    }
    FactStatus status = status(drafts);
    boolean retracted = piles.stream().allMatch(p -> p.row().retracted() == p.row().all());
    Fact fact =
        new Fact(
            first.node().id(),
            retracted ? KILLED : topicKey,
            kind,
            status,
            outcome,
            retracted ? KILLED : gist.of(drafts, known::sentences),
            positions,
            Turns.of(kind, status, drafts, outcome));
    return new Drafted(fact, drafts);
  }

  /** Whether a later claim has its words from an earlier one, or from where that has them. */
  private boolean isOneText(Member m, Member n, Known known) {
    Articles.Copy earlier = known.copy(m.node());
    Articles.Copy later = known.copy(n.node());
    return copies.areOneText(earlier, later)
        || n.assumed()
            && rewrites.isRewritten(later, earlier, later.names(m.originName(), m.provider()))
        || copies.anyIsOne(known.sentences(m.node()), known.sentences(n.node()));
  }

  /** What a claim says: its value, how it stands with its event, or its words. */
  static String value(Claim c) {
    if (c.isTold()) {
      return Claim.TOLD;
    }
    if (c.kind() == Kind.EVENT) {
      EventStatus s = c.eventStatus();
      String word = s == null ? "occurred" : s.name().toLowerCase(Locale.ROOT);
      boolean no = c.polarity() == Polarity.NEGATIVE;
      if (no && s == EventStatus.OCCURRED) {
        return "did_not_occur";
      }
      return no && s == EventStatus.PLANNED ? "not planned" : word;
    }
    String v = c.value();
    if (v == null) {
      return Wording.content(c);
    }
    // "No one was arrested" gives a number and denies none; nobody's age is denied.
    boolean plain = v.startsWith("0 ") || c.about().slot().equals("age");
    return c.polarity() == Polarity.NEGATIVE && !plain ? "not " + v : v;
  }

  private static FactStatus status(Draft d, boolean disputed) {
    boolean corrected = d.sum(BucketRow::corrected) > 0;
    boolean revised = d.sum(BucketRow::revised) > 0;
    boolean live = d.isLive();
    if (!live) {
      return corrected
          ? FactStatus.CORRECTED
          : revised ? FactStatus.SUPERSEDED : FactStatus.RETRACTED;
    }
    if (disputed) {
      return FactStatus.DISPUTED;
    }
    if (d.superseded) {
      return FactStatus.SUPERSEDED;
    }
    return d.origins().size() > 1 ? FactStatus.CORROBORATED : FactStatus.SINGLE_SOURCE;
  }

  static boolean isCurrent(FactStatus s) {
    return s == FactStatus.DISPUTED
        || s == FactStatus.CORROBORATED
        || s == FactStatus.SINGLE_SOURCE;
  }

  /** The first status that applies; retracted only if nothing else is left of it. */
  private static FactStatus status(List<Draft> drafts) {
    FactStatus best = FactStatus.SINGLE_SOURCE;
    boolean allRetracted = true;
    for (Draft d : drafts) {
      if (d.status != FactStatus.RETRACTED) {
        allRetracted = false;
        if (d.status.compareTo(best) < 0) {
          best = d.status;
        }
      }
    }
    return allRetracted ? FactStatus.RETRACTED : best;
  }

  private static String ruling(List<Member> members) {
    String out = "";
    for (Member m : members) {
      if (!m.node().ruling().isEmpty()) {
        out = m.node().ruling();
      }
    }
    return out;
  }

  private static void rule(String ruling, List<Draft> drafts) {
    if (ruling.startsWith("confirmed:")) {
      String value = ruling.substring("confirmed:".length());
      boolean known = drafts.stream().anyMatch(d -> Shown.value(d).equals(value));
      for (Draft d : drafts) {
        d.superseded = known ? !Shown.value(d).equals(value) : d.superseded;
      }
    }
  }

  /**
   * What came of a plan is what replaced it. What only stands beside it may have come of it or not,
   * so the plan is open.
   */
  private static @Nullable Outcome outcome(Kind kind, List<Draft> drafts, boolean overdue) {
    if (kind != Kind.EVENT) {
      return null;
    }
    Set<String> all = new TreeSet<>();
    boolean met = false;
    for (Draft d : drafts) {
      if (!d.origins().isEmpty()) {
        all.add(d.value);
        met |= d.superseded && (d.value.equals("planned") || d.value.equals("postponed"));
      }
    }
    if (!all.contains("planned") && !all.contains("postponed")) {
      return null;
    }
    if (!met) {
      return all.contains("postponed")
          ? Outcome.POSTPONED
          : overdue && all.size() == 1 ? Outcome.OVERDUE : Outcome.OPEN;
    }
    if (all.contains("occurred")) {
      return Outcome.FULFILLED;
    }
    if (all.contains("cancelled")) {
      return Outcome.CANCELLED;
    }
    if (all.contains("did_not_occur")) {
      return Outcome.NOT_FULFILLED;
    }
    if (all.contains("postponed")) {
      return Outcome.POSTPONED;
    }
    return overdue && !all.contains("under_way") ? Outcome.OVERDUE : Outcome.OPEN;
  }
}
