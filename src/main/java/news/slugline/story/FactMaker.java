package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/** Makes a fact of the claims that belong together: positions, statuses, outcome, gist. */
final class FactMaker {
  static final int EVIDENCE = 24;
  static final int POSITIONS = 16;

  /** Characters of evidence that a fact's row holds, so that it stays within its bound. */
  private static final int ROOM = 24_000;

  private static final int TURNS = 24;

  /** Minutes in which the hour of a plan and that of its outcome are one. */
  private static final int MINUTES_APART = 15;

  private static final int HALF_DAY = 720;
  static final int GIST = 240;

  /** Characters of a wording that a position shows. */
  static final int TEXT = 1_000;

  private static final String UNNAMED = "unnamed sources";
  static final String KILLED = "retracted claim";

  private static final String OPENING_MARKS = "\"\u201c";
  private static final String MARKS = OPENING_MARKS + '\u201d';

  /** At the head of a claim they stand for its speaker. */
  private static final Set<String> PRONOUNS = Set.of("He", "She", "They");

  private final Wording wording;
  private final Values values;
  private final Supersession supersession;
  private final Clash clash;
  private final RivalTolls tolls;
  private final Joiner joiner;
  private final SentenceCopies copies;
  private final Rewrites rewrites;
  private final Set<String> denials = Lists.of("denial-words.tsv", "no");

  /**
   * A fact and what it was made of.
   *
   * @param drafts of its positions, in their order, and of those that it has no room for
   */
  record Drafted(Fact fact, List<Draft> drafts) {}

  FactMaker(
      Wording wording,
      Values values,
      Supersession supersession,
      Clash clash,
      RivalTolls tolls,
      Joiner joiner,
      SentenceCopies copies,
      Rewrites rewrites) {
    this.tolls = tolls;
    this.copies = copies;
    this.rewrites = rewrites;
    this.wording = wording;
    this.values = values;
    this.supersession = supersession;
    this.clash = clash;
    this.joiner = joiner;
  }

  /**
   * @param all at least one of the fact's own, with at least one member
   * @param overdue whether the time of what is planned has passed
   * @param overtaken whether what happened to somebody has come further since
   * @param sentences of a claim, the words by which copies of its sentence are known
   * @param copy of a claim, the text by which copies of its article are known
   * @param source of a claim, the earlier article of the story from which its article has its words
   * @param mates of what a sentence tells, what else is claimed in it
   */
  Drafted make(
      List<Pile> all,
      NodeRow leader,
      String topicKey,
      boolean overdue,
      boolean overtaken,
      Function<NodeRow, List<String>> sentences,
      Function<NodeRow, Articles.Copy> copy,
      Function<Member, Draft.@Nullable Lender> source,
      Function<NodeRow, List<Member>> mates) {
    List<Pile> piles = all.stream().filter(p -> p.sort() != Pile.Sort.OTHER).toList();
    List<Member> members = new ArrayList<>();
    piles.forEach(p -> members.addAll(p.members()));
    members.sort(Comparator.comparing(Member::node, Place.CANONICAL));
    Member first = members.get(0);
    Kind kind = first.claim().kind();
    List<Draft> drafts =
        drafts(
            kind,
            piles,
            (m, n) -> {
              Articles.Copy earlier = copy.apply(m.node());
              Articles.Copy later = copy.apply(n.node());
              return copies.areOneText(earlier, later)
                  || n.assumed()
                      && rewrites.isRewritten(
                          later, earlier, later.names(m.originName(), m.provider()))
                  || copies.anyIsOne(sentences.apply(m.node()), sentences.apply(n.node()));
            },
            source);
    all.stream()
        .filter(p -> p.sort() == Pile.Sort.OTHER)
        .forEach(p -> beside(leader, p, drafts, mates));
    String ruling = ruling(members);
    supersession.settle(kind, first.claim().about().slot(), drafts);
    Outcome outcome = outcome(kind, drafts, overdue);
    drafts.forEach(d -> d.superseded |= overtaken && d.isLive() && d.value.equals("occurred"));
    rule(ruling, drafts);
    boolean disputed = !ruling.equals("dismissed") && dispute(kind, drafts);
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
      Position p = position(d, room);
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
            retracted ? KILLED : gist(drafts, sentences),
            positions,
            isTurned(kind, status, drafts) ? turns(kind, drafts, outcome) : List.of());
    return new Drafted(fact, drafts);
  }

  private List<Draft> drafts(
      Kind kind,
      List<Pile> piles,
      BiPredicate<Member, Member> oneText,
      Function<Member, Draft.@Nullable Lender> source) {
    List<Draft> out = new ArrayList<>();
    boolean text = kind == Kind.QUOTE || kind == Kind.STATEMENT;
    List<Pile> order = new ArrayList<>(piles);
    order.sort(
        Comparator.comparing((Pile p) -> p.row().live() == 0)
            .thenComparing(Pile::own)
            .thenComparing(p -> text ? 0 : values.vagueness(kind, p.value()))
            .thenComparing(p -> p.members().get(0).node(), Place.CANONICAL));
    for (Pile p : order) {
      if (p.own() && isBeside(p, out)) {
        continue;
      }
      Draft only = text || p.own() ? null : onlyFit(kind, p, out);
      if (only == null) {
        only = new Draft(p.value(), p.own(), oneText, source);
        out.add(only);
      }
      only.add(p);
    }
    return out;
  }

  /**
   * What one origin alone says in a way of its own stands beside a position of the same value that
   * it seems to tell of, unless something shows that it does not.
   */
  private boolean isBeside(Pile p, List<Draft> drafts) {
    BucketRow row = p.row();
    if (row.origins() != 1 || row.supports() != row.all()) {
      return false;
    }
    for (Draft d : drafts) {
      if (d.value.equals(p.value())
          && p.members().stream().allMatch(m -> joiner.standsBeside(d.first(), m.node()))
          && p.members().stream().noneMatch(m -> isApart(m, d))) {
        d.beside.add(p);
        return true;
      }
    }
    return false;
  }

  private boolean isApart(Member m, Draft d) {
    for (Member n : d.members()) {
      if (joiner.areApart(n.node(), m.node())) {
        return true;
      }
    }
    for (Pile p : d.beside) {
      for (Member n : p.members()) {
        if (n.supports() && joiner.areApart(n.node(), m.node())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Claims of other facts stand beside what the leader says; of those whose sentence makes a claim
   * of its own that gives the leader's value, under whatever key, that claim counts.
   */
  private void beside(
      NodeRow leader, Pile p, List<Draft> drafts, Function<NodeRow, List<Member>> mates) {
    for (Draft d : drafts) {
      boolean leads = d.members().stream().anyMatch(m -> m.node().id().equals(leader.id()));
      if (leads && d.isLive()) {
        List<Member> own = own(leader, p, d, mates);
        if (!own.isEmpty()) {
          d.add(Pile.of(d.value, own));
        }
        List<Member> fit = p.members().stream().filter(m -> fits(m, d)).toList();
        BucketRow row = p.row().without(own.size());
        d.beside.add(new Pile(p.value(), p.sort(), p.bucket(), row, fit, p.supportedBy()));
      }
    }
  }

  /** Of the articles that stand beside a position, the first claim that gives its value too. */
  private List<Member> own(NodeRow leader, Pile p, Draft d, Function<NodeRow, List<Member>> mates) {
    Map<String, Member> out = new LinkedHashMap<>();
    for (Member told : p.members()) {
      for (Member m : fits(told, d) ? mates.apply(told.node()) : List.<Member>of()) {
        if (m.supports() && joiner.givesToo(leader, m.node()) && !isApart(m, d)) {
          out.putIfAbsent(m.node().uri(), m);
        }
      }
    }
    return List.copyOf(out.values());
  }

  private boolean fits(Member m, Draft d) {
    return m.supports() && !isOf(m, d) && !isApart(m, d);
  }

  /** Whether the claim's article stands in a position already. */
  private static boolean isOf(Member m, Draft d) {
    return d.members().stream().anyMatch(n -> n.node().uri().equals(m.node().uri()));
  }

  /**
   * A bound joins a value only at the same time of validity: published on the same day; "more than
   * 20" does not say "more than 30", nor "thousands" tens of thousands, nor does a country say
   * which of its towns.
   */
  private @Nullable Draft onlyFit(Kind kind, Pile bucket, List<Draft> drafts) {
    Draft only = null;
    boolean several = false;
    for (Draft d : drafts) {
      Values.Match m = d.own ? Values.Match.APART : values.match(kind, d.value, bucket.value());
      if (m == Values.Match.SAME) {
        return d;
      }
      if (m == Values.Match.FITS && !(kind == Kind.TIME && isOtherHour(bucket, d))) {
        if (isSameNumber(kind, bucket, d)) {
          return d;
        }
        several |= only != null;
        only = d;
      }
    }
    if (several) {
      return null;
    }
    if (only == null || values.isWide(kind, bucket.value())) {
      return null;
    }
    boolean bound = values.isBound(kind, bucket.value());
    boolean bounds = values.isBound(kind, only.value);
    boolean apart =
        bound && bounds
            || !sameDay(bucket.members(), only.members())
            || values.isFar(kind, bucket.value(), only.value);
    return (bound || bounds) && apart ? null : only;
  }

  /**
   * For "around 4 a.m." something was announced, at "4.40 a.m." it happened: in no zone the same.
   */
  private static boolean isOtherHour(Pile bucket, Draft d) {
    Claim a = bucket.members().get(0).claim();
    Claim b = d.first().claim();
    int x = NamedValue.clock(a);
    int y = NamedValue.clock(b);
    boolean outcome = (a.modality() == Modality.PLANNED) != (b.modality() == Modality.PLANNED);
    int gap = Math.abs(x - y);
    return outcome && x >= 0 && y >= 0 && Math.min(gap, HALF_DAY - gap) > MINUTES_APART;
  }

  /**
   * "At least 14" is 14 rather than a higher number of the same day; what does not grow, as a
   * sentence does not, is that on any day.
   */
  private boolean isSameNumber(Kind kind, Pile bucket, Draft d) {
    Double a = kind == Kind.QUANTITY ? values.number(bucket.value()) : null;
    Double b = kind == Kind.QUANTITY ? values.number(d.value) : null;
    About about = bucket.members().get(0).claim().about();
    boolean still = Counted.isAmount(about) && !Counted.isCount(about);
    return a != null && a.equals(b) && (still || sameDay(bucket.members(), d.members()));
  }

  private static boolean sameDay(List<Member> a, List<Member> b) {
    Set<String> days = new TreeSet<>();
    a.forEach(m -> days.add(day(m)));
    return b.stream().anyMatch(m -> days.contains(day(m)));
  }

  private static String day(Member m) {
    String t = m.node().time();
    return t.substring(0, Math.min(10, t.length()));
  }

  static String value(Claim c) {
    if (c.isTold()) {
      return Claim.TOLD;
    }
    if (c.kind() == Kind.EVENT) {
      EventStatus s = c.eventStatus();
      String word = s == null ? "occurred" : s.name().toLowerCase(java.util.Locale.ROOT);
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

  /** Marks the positions that two origins' own values hold apart; says whether there are any. */
  private boolean dispute(Kind kind, List<Draft> drafts) {
    List<RivalTolls.Pair> rivals = kind == Kind.QUANTITY ? tolls.rivals(drafts) : List.of();
    boolean any = false;
    for (int i = 0; i < drafts.size(); i++) {
      for (int j = i + 1; j < drafts.size(); j++) {
        Draft a = drafts.get(i);
        Draft b = drafts.get(j);
        boolean known = a.status == FactStatus.DISPUTED && b.status == FactStatus.DISPUTED;
        if (!known
            && !a.superseded
            && !b.superseded
            && stand(kind, a, b)
            && (ownValuesDiffer(a, b) && clash(a, b)
                || kind == Kind.QUANTITY && areTwoParties(a, b, rivals))) {
          a.status = FactStatus.DISPUTED;
          b.status = FactStatus.DISPUTED;
          any = true;
        }
      }
    }
    return any;
  }

  /** Whether the two may stand against each other by what they say alone. */
  private boolean stand(Kind kind, Draft a, Draft b) {
    boolean text = kind == Kind.QUOTE || kind == Kind.STATEMENT;
    if (kind == Kind.EVENT && isDenial(a.value) == isDenial(b.value)) {
      return false; // "are investigating", "continue to investigate": how far it is, not whether
    }
    return kind != Kind.PLACE
        && (text || values.match(kind, a.value, b.value) == Values.Match.APART);
  }

  private static boolean isDenial(String status) {
    return status.equals("did_not_occur")
        || status.equals("cancelled")
        || status.equals("not planned");
  }

  /** Whether any two claims of theirs speak of the same thing. */
  private boolean clash(Draft a, Draft b) {
    for (Member m : a.members()) {
      for (Member n : b.members()) {
        boolean live = m.supports() && n.supports();
        if (live && (areAgainst(m.node(), n.node()) || joiner.areRivals(m.node(), n.node()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two origins at least tell of two parties that each keep to a number of its own. */
  private boolean areTwoParties(Draft a, Draft b, List<RivalTolls.Pair> rivals) {
    Set<String> origins = new TreeSet<>(a.origins());
    origins.addAll(b.origins());
    return origins.size() > 1
        && (tolls.areRivals(a, b, rivals)
            || a.members().stream()
                .filter(Member::supports)
                .anyMatch(
                    m ->
                        b.members().stream()
                            .filter(Member::supports)
                            .anyMatch(n -> joiner.areRivals(m.node(), n.node()))));
  }

  private boolean areAgainst(NodeRow m, NodeRow n) {
    return clash.between(m, n) && clash.isTold(m, n);
  }

  /** An origin that gives both values gives neither against the other. */
  private static boolean ownValuesDiffer(Draft a, Draft b) {
    return a.origins().stream().anyMatch(o -> !b.isSupportedBy(o))
        && b.origins().stream().anyMatch(o -> !a.isSupportedBy(o));
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
      boolean known = drafts.stream().anyMatch(d -> shown(d).equals(value));
      for (Draft d : drafts) {
        d.superseded = known ? !shown(d).equals(value) : d.superseded;
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

  private Position position(Draft d, int room) {
    List<Evidence> evidence = evidence(d, room);
    int beside = d.beside.stream().mapToInt(p -> p.row().supports()).sum();
    return new Position(
        shown(d),
        d.status,
        isCurrent(d.status),
        d.originCount(),
        d.originNames(),
        attributedTo(d),
        deniedBy(d),
        evidence,
        d.sum(BucketRow::all) + beside - evidence.size());
  }

  /**
   * The one that gives the value its words, one of each origin, then others, as far as they fit.
   */
  private static List<Evidence> evidence(Draft d, int room) {
    Map<String, Member> order = new LinkedHashMap<>();
    Member best = best(d);
    if (best != null) {
      order.put(best.node().id(), best);
    }
    Set<String> origins = new TreeSet<>();
    for (Member m : d.members()) {
      if (origins.add(m.originKey())) {
        order.putIfAbsent(m.node().id(), m);
      }
    }
    d.members().forEach(m -> order.putIfAbsent(m.node().id(), m));
    List<Member> chosen = new ArrayList<>();
    int left = room;
    for (Member m : order.values()) {
      left -= m.claim().shownText().length();
      if (chosen.size() < EVIDENCE && (left > 0 || chosen.isEmpty())) {
        chosen.add(m);
      }
    }
    chosen.sort(Comparator.comparing(Member::node, Place.CANONICAL));
    List<Evidence> out = new ArrayList<>();
    chosen.forEach(m -> out.add(evidence(m, true, d.lender(m))));
    Set<String> shown = new TreeSet<>();
    for (Member m : d.besides()) {
      left -= m.claim().shownText().length();
      if (out.size() < EVIDENCE && left > 0 && shown.add(m.node().uri())) {
        out.add(evidence(m, false, null));
      }
    }
    return out;
  }

  /**
   * @param lender whose words the claim's article has, so that it has the origin of that one
   */
  private static Evidence evidence(Member m, boolean counts, Draft.@Nullable Lender lender) {
    NodeRow n = m.node();
    Speaker s = n.claim().speaker();
    boolean gone = n.standing() == Standing.RETRACTED;
    return new Evidence(
        n.uri(),
        n.version(),
        m.provider(),
        lender == null ? m.originName() : lender.originName(),
        lender == null ? m.assumed() : lender.assumed(),
        n.claim().shown().start(),
        n.claim().shown().end(),
        gone ? "" : n.claim().shownText(),
        gone || s == null ? null : s.name(),
        n.claim().modality(),
        counts,
        lender == null ? null : lender.uri());
  }

  /** The value as a reader sees it: of words the fullest; nothing of a killed article. */
  private static String shown(Draft d) {
    Member best = best(d);
    if (best == null) {
      return "";
    }
    return isText(best.claim()) ? cut(Wording.content(best.claim()), TEXT) : value(best.claim());
  }

  /** The claim that gives a position its value; null if nothing but a killed article does. */
  private static @Nullable Member best(Draft d) {
    Member best = null;
    for (Member m : d.members()) {
      if (m.node().standing() == Standing.RETRACTED) {
        continue;
      }
      if (!isText(m.claim())) {
        if (value(m.claim()).equals(d.value)) {
          return m;
        }
        best = best == null ? m : best;
      } else if (best == null
          || (m.isLive() && !best.isLive())
          || (m.isLive() == best.isLive()
              && Wording.content(m.claim()).length() > Wording.content(best.claim()).length())) {
        best = m;
      }
    }
    return best;
  }

  private static List<String> attributedTo(Draft d) {
    Map<String, String> out = new TreeMap<>();
    boolean any = false;
    for (Member m : d.members()) {
      if (!m.supports()) {
        continue;
      }
      Speaker s = m.claim().speaker();
      if (s == null || s.type() == Speaker.Type.OUTLET) {
        return List.of();
      }
      any = true;
      String name = s.type() == Speaker.Type.UNNAMED ? UNNAMED : s.name();
      out.merge(NameKeys.key(name), name, (a, b) -> a.length() >= b.length() ? a : b);
    }
    return any && out.size() <= 2 ? List.copyOf(out.values()) : List.of();
  }

  private static List<String> deniedBy(Draft d) {
    Map<String, String> out = new TreeMap<>();
    for (Member m : d.members()) {
      if (m.isLive() && m.claim().modality() == Modality.DENIED) {
        Speaker s = m.claim().speaker();
        String name = s == null ? m.claim().about().holder() : s.name();
        if (name != null) {
          out.merge(NameKeys.key(name), name, (a, b) -> a.length() >= b.length() ? a : b);
        }
      }
    }
    return List.copyOf(out.values());
  }

  private String gist(List<Draft> drafts, Function<NodeRow, List<String>> sentences) {
    List<Draft> disputed = drafts.stream().filter(d -> d.status == FactStatus.DISPUTED).toList();
    Draft first = disputed.isEmpty() ? drafts.get(0) : disputed.get(0);
    Member best = teller(first);
    for (Draft d : drafts) {
      Member other = best == null || askew(best.claim()) ? teller(d) : null;
      best = other != null && !askew(other.claim()) ? other : best;
    }
    if (best == null) {
      return KILLED;
    }
    String text = isText(best.claim()) ? hedged(best.claim()) : whole(best.node(), sentences);
    if (disputed.size() < 2 || isText(best.claim())) {
      return cut(text, GIST);
    }
    StringBuilder b = new StringBuilder(cut(text, GIST / 2)).append(" [");
    for (int i = 0; i < Math.min(3, disputed.size()); i++) {
      b.append(i == 0 ? "" : " against ").append(cut(shown(disputed.get(i)), 60));
    }
    return b.append(']').toString();
  }

  /**
   * The claim whose words tell a position: one that says so before one that denies it, one that
   * tells it straight, one that begins as a sentence does, and one that is no remark; of these the
   * first.
   */
  private @Nullable Member teller(Draft d) {
    Comparator<Member> best =
        Comparator.comparing((Member m) -> !m.supports())
            .thenComparing(m -> askew(m.claim()))
            .thenComparing(m -> !isSentence(m.claim().text()))
            .thenComparing(m -> isSpoken(m.claim().text()));
    return d.members().stream()
        .filter(m -> m.node().standing() != Standing.RETRACTED)
        .min(best)
        .orElse(null);
  }

  /** "Neither took questions during the briefing" tells of a briefing, but reads like a denial. */
  private boolean askew(Claim c) {
    return c.kind() == Kind.EVENT
        && !c.isTold()
        && c.polarity() == Polarity.POSITIVE
        && c.eventStatus() != EventStatus.DID_NOT_OCCUR
        && wording.has(c, denials);
  }

  private static boolean isSentence(String text) {
    return !text.isEmpty() && !Character.isLowerCase(text.codePointAt(0));
  }

  private static boolean isText(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT || c.isTold();
  }

  /** Of a claim that is a part of a sentence ("where he died") all of that, if it is short. */
  private static String whole(NodeRow n, Function<NodeRow, List<String>> sentences) {
    String text = n.claim().text();
    if (!isSentence(text)) {
      for (String s : sentences.apply(n)) {
        if (isSentence(s) && s.length() <= GIST && s.contains(text)) {
          return s.strip();
        }
      }
    }
    return hedged(n.claim());
  }

  /** Whether it begins in somebody's speech. */
  private static boolean isSpoken(String text) {
    String whole = quoted(text);
    return !text.isEmpty() && OPENING_MARKS.indexOf(whole.charAt(0)) >= 0;
  }

  /** Puts back the mark of speech out of which a claim's words were cut. */
  private static String quoted(String s) {
    int at = onlyMark(s);
    return switch (at < 0 ? ' ' : s.charAt(at)) {
      case '\u201c' -> s + '\u201d';
      case '\u201d' -> '\u201c' + s;
      case '"' -> at == 0 || s.charAt(at - 1) == ' ' ? s + '"' : '"' + s;
      default -> s;
    };
  }

  /** Where the one mark of speech in it stands; -1 if it has none, or several. */
  private static int onlyMark(String s) {
    int at = -1;
    for (int i = 0; i < s.length(); i++) {
      if (MARKS.indexOf(s.charAt(i)) >= 0) {
        if (at >= 0) {
          return -1;
        }
        at = i;
      }
    }
    return at;
  }

  /** A claim's words with who says so and "allegedly" kept. */
  private static String hedged(Claim c) {
    String text = quoted(c.text().strip());
    if (c.modality() == Modality.ALLEGED
        && !text.toLowerCase(java.util.Locale.ROOT).contains("alleg")) {
      text = "Allegedly: " + text;
    }
    Speaker s = c.speaker();
    if (s == null) {
      return text;
    }
    List<String> parts = Wording.words(s.name());
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    if (text.toLowerCase(java.util.Locale.ROOT).contains(last)) {
      return text;
    }
    String first = text.substring(0, Math.max(0, text.indexOf(' ')));
    return PRONOUNS.contains(first)
        ? s.name() + text.substring(first.length())
        : capitalised(s.name()) + ": " + text;
  }

  private static String capitalised(String name) {
    int end = name.offsetByCodePoints(0, Math.min(1, name.length()));
    return name.substring(0, end).toUpperCase(java.util.Locale.ROOT) + name.substring(end);
  }

  static String cut(String s, int max) {
    String one = s.replace('\n', ' ').replace('\r', ' ');
    if (one.length() <= max) {
      return one;
    }
    int at = one.lastIndexOf(' ', max - 1);
    int end = at > max / 2 ? at : max - 1;
    if (Character.isHighSurrogate(one.charAt(end - 1))) {
      end--;
    }
    return one.substring(0, end) + "\u2026";
  }

  /**
   * What one origin alone says has not turned, unless it is an event that an article opens with:
   * that is news. What several tell of an event has, even if each tells it in its own way, and what
   * is told otherwise since.
   */
  private static boolean isTurned(Kind kind, FactStatus status, List<Draft> drafts) {
    boolean moved = drafts.stream().anyMatch(d -> d.moved);
    boolean alone = status == FactStatus.SINGLE_SOURCE || status == FactStatus.SUPERSEDED;
    if (alone && kind == Kind.QUANTITY && isRunningCount(drafts)) {
      return false;
    }
    if (status != FactStatus.SINGLE_SOURCE || moved || kind != Kind.EVENT) {
      return status != FactStatus.SINGLE_SOURCE || moved;
    }
    Set<String> origins = new TreeSet<>();
    boolean news = false;
    for (Draft d : drafts) {
      origins.addAll(Draft.keys(d.tellers()));
      news |= d.members().stream().anyMatch(m -> m.supports() && isNews(m.claim()));
      for (Pile p : d.beside) {
        if (p.own()) {
          p.members().forEach(m -> origins.add(m.originKey()));
          news |= p.members().stream().anyMatch(m -> isNews(m.claim()));
        }
      }
    }
    return news || origins.size() > 1;
  }

  /**
   * A count of cases, homes or flights moves with every report, and that it moved is no turn of the
   * story: who tells its days names what happened, and the toll. Two numbers held against each
   * other are one, and so is a correction.
   */
  private static boolean isRunningCount(List<Draft> drafts) {
    return Counted.isAmount(drafts.get(0).first().claim().about());
  }

  private static boolean isNews(Claim c) {
    return !c.isTold() && !c.about().background() && Scene.isOpening(c.span().start());
  }

  /**
   * The days on which the fact turned, each once: on which it happened, if the claim says so, else
   * on which it was first published; not by arrival.
   */
  private static List<Fact.Turn> turns(Kind kind, List<Draft> drafts, @Nullable Outcome outcome) {
    List<Map.Entry<NodeRow, ChangeReason>> all = new ArrayList<>();
    List<Draft> order = new ArrayList<>(kind == Kind.EVENT ? byValue(drafts) : drafts);
    order.sort(Comparator.comparing(d -> d.first(), Place.CANONICAL));
    for (int i = 0; i < order.size(); i++) {
      Draft d = order.get(i);
      NodeRow first = d.first();
      ChangeReason reason = ChangeReason.NEW_CLAIM;
      if (i > 0) {
        reason =
            d.status == FactStatus.DISPUTED
                ? ChangeReason.CONFLICT_OPENED
                : outcome == Outcome.FULFILLED && d.value.equals("occurred")
                    ? ChangeReason.FULFILLED
                    : outcome == Outcome.NOT_FULFILLED
                        ? ChangeReason.NOT_FULFILLED
                        : isCurrent(d.status) && order.get(0).superseded
                            ? ChangeReason.SUPERSEDED
                            : ChangeReason.NEW_CLAIM;
      }
      all.add(Map.entry(first, reason));
      String origin = d.members().get(0).originKey();
      for (Member m : d.tellers()) {
        if (!m.originKey().equals(origin)) {
          boolean copies = d.lender(m) != null;
          all.add(Map.entry(m.node(), copies ? ChangeReason.COPY_ADDED : ChangeReason.NEW_ORIGIN));
          break;
        }
      }
    }
    all.sort(Map.Entry.comparingByKey(Place.CANONICAL));
    Map<String, Fact.Turn> out = new LinkedHashMap<>();
    for (Map.Entry<NodeRow, ChangeReason> e : all) {
      String day = turned(e.getKey());
      if (out.size() < TURNS || out.containsKey(day)) {
        Fact.Turn turn = new Fact.Turn(day, e.getValue(), e.getKey().uri());
        out.merge(day, turn, (a, b) -> isMore(a) || !isMore(b) ? a : b);
      }
    }
    return List.copyOf(out.values());
  }

  /** An event turns when it is told to stand otherwise, not when it is told in other words. */
  private static List<Draft> byValue(List<Draft> drafts) {
    Map<String, Draft> out = new LinkedHashMap<>();
    for (Draft d : drafts) {
      boolean first = !out.containsKey(d.value);
      Draft all = out.computeIfAbsent(d.value, v -> d.anew(v));
      d.piles.forEach(all::add);
      d.beside.stream().filter(Pile::own).forEach(all::add);
      all.status = first || d.status.compareTo(all.status) < 0 ? d.status : all.status;
      all.superseded = d.superseded && (first || all.superseded);
    }
    return List.copyOf(out.values());
  }

  /** Whether it is more than that something was said, or said again. */
  private static boolean isMore(Fact.Turn turn) {
    return switch (turn.reason()) {
      case NEW_CLAIM, NEW_ORIGIN, COPY_ADDED -> false;
      default -> true;
    };
  }

  private static String turned(NodeRow n) {
    String published = n.time().substring(0, Math.min(10, n.time().length()));
    About about = n.claim().about();
    String value = n.claim().value();
    String when = n.claim().kind() == Kind.TIME && value != null ? value : about.when();
    if (when == null || when.length() < 10 || when.indexOf('/') >= 0) {
      return published;
    }
    if (about.background() || isText(n.claim())) {
      return published;
    }
    String day = when.substring(0, 10);
    boolean isDay = day.charAt(4) == '-' && Character.isDigit(day.charAt(9));
    return isDay && day.compareTo(published) <= 0 ? day : published;
  }
}
