package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/** Makes a fact of the claims that belong together: positions, statuses, outcome, gist. */
final class FactMaker {
  static final int EVIDENCE = 12;
  private static final int POSITIONS = 24;

  /** Characters of evidence that a fact's row holds, so that it stays within its bound. */
  private static final int ROOM = 60_000;

  private static final int TURNS = 24;
  static final int GIST = 240;

  /** Characters of a wording that a position shows. */
  static final int TEXT = 1_000;

  private static final String UNNAMED = "unnamed sources";
  static final String KILLED = "retracted claim";

  private final Joiner joiner;
  private final Values values;
  private final Supersession supersession;

  FactMaker(Joiner joiner, Values values, Supersession supersession) {
    this.joiner = joiner;
    this.values = values;
    this.supersession = supersession;
  }

  /** A position in the making. */
  static final class Draft {
    final String value;
    final List<Member> members = new ArrayList<>();
    FactStatus status = FactStatus.SINGLE_SOURCE;
    boolean superseded;

    Draft(String value) {
      this.value = value;
    }

    /** Normalised names of the origins that say so and still do, and have not revised it. */
    Set<String> origins() {
      Set<String> out = new TreeSet<>();
      for (Member m : members) {
        if (m.supports()) {
          out.add(m.originKey());
        }
      }
      return out;
    }

    boolean isLive() {
      return members.stream().anyMatch(Member::isLive);
    }
  }

  /**
   * @param members in canonical order, at least one
   * @param overdue whether the time of what is planned has passed
   */
  Fact make(List<Member> members, String topicKey, boolean overdue) {
    Member first = members.get(0);
    Kind kind = first.claim().kind();
    List<Draft> drafts = drafts(kind, members);
    Set<String> origins = new TreeSet<>();
    String ruling = ruling(members);
    Outcome outcome = outcome(kind, drafts, overdue);
    supersession.settle(kind, first.claim().about().slot(), drafts);
    rule(ruling, drafts);
    boolean disputed = !ruling.equals("dismissed") && dispute(kind, drafts);
    for (Draft d : drafts) {
      d.status = status(d, disputed && d.status == FactStatus.DISPUTED);
      origins.addAll(d.origins());
    }
    drafts.sort(
        Comparator.comparing((Draft d) -> !isCurrent(d.status))
            .thenComparing(d -> -d.origins().size())
            .thenComparing(d -> d.members.get(0).node(), Member.CANONICAL));
    List<Position> positions = new ArrayList<>();
    int room = ROOM;
    for (Draft d : drafts.subList(0, Math.min(POSITIONS, drafts.size()))) {
      Position p = position(d, room);
      for (Evidence e : p.evidence()) {
        room -= e.text().length();
      }
      positions.add(p);
    }
    boolean retracted = members.stream().allMatch(m -> m.node().standing() == Standing.RETRACTED);
    return new Fact(
        first.node().id(),
        retracted ? KILLED : topicKey,
        kind,
        status(drafts),
        outcome,
        retracted ? KILLED : gist(drafts),
        positions,
        turns(drafts, outcome));
  }

  private List<Draft> drafts(Kind kind, List<Member> members) {
    List<Draft> out = new ArrayList<>();
    if (kind == Kind.QUOTE || kind == Kind.STATEMENT) {
      texts(members, out);
      return out;
    }
    Map<String, List<Member>> byValue = new LinkedHashMap<>();
    for (Member m : members) {
      byValue.computeIfAbsent(value(m.claim()), v -> new ArrayList<>()).add(m);
    }
    List<Map.Entry<String, List<Member>>> buckets = new ArrayList<>(byValue.entrySet());
    buckets.sort(
        Comparator.comparing(
                (Map.Entry<String, List<Member>> e) ->
                    e.getValue().stream().noneMatch(Member::isLive))
            .thenComparing(e -> values.vagueness(kind, e.getKey()))
            .thenComparing(e -> e.getValue().get(0).node(), Member.CANONICAL));
    for (Map.Entry<String, List<Member>> b : buckets) {
      Draft only = onlyFit(kind, b, out);
      if (only == null) {
        only = new Draft(b.getKey());
        out.add(only);
      }
      only.members.addAll(b.getValue());
    }
    out.forEach(d -> d.members.sort(Comparator.comparing(Member::node, Member.CANONICAL)));
    return out;
  }

  /** A bound joins a value only at the same time of validity: published on the same day. */
  private @Nullable Draft onlyFit(
      Kind kind, Map.Entry<String, List<Member>> bucket, List<Draft> drafts) {
    Draft only = null;
    for (Draft d : drafts) {
      Values.Match m = values.match(kind, d.value, bucket.getKey());
      if (m == Values.Match.SAME) {
        return d;
      }
      if (m == Values.Match.FITS) {
        if (only != null) {
          return null;
        }
        only = d;
      }
    }
    if (only != null
        && (values.isBound(kind, bucket.getKey()) || values.isBound(kind, only.value))
        && !sameDay(bucket.getValue(), only.members)) {
      return null;
    }
    return only;
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

  private void texts(List<Member> members, List<Draft> out) {
    List<Member> order = new ArrayList<>(members);
    order.sort(Comparator.comparing(m -> !m.isLive()));
    for (Member m : order) {
      Draft home = null;
      for (Draft d : out) {
        if (m.claim().text().isEmpty() || !joiner.contradict(d.members.get(0).claim(), m.claim())) {
          home = d;
          break;
        }
      }
      if (home == null) {
        home = new Draft(m.node().id());
        out.add(home);
      }
      home.members.add(m);
    }
    out.forEach(d -> d.members.sort(Comparator.comparing(Member::node, Member.CANONICAL)));
  }

  static String value(Claim c) {
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
    return c.polarity() == Polarity.NEGATIVE ? "not " + v : v;
  }

  /** Marks the positions that two origins' own values hold apart; says whether there are any. */
  private boolean dispute(Kind kind, List<Draft> drafts) {
    boolean any = false;
    for (int i = 0; i < drafts.size(); i++) {
      for (int j = i + 1; j < drafts.size(); j++) {
        Draft a = drafts.get(i);
        Draft b = drafts.get(j);
        if (!a.superseded && !b.superseded && apart(kind, a, b) && ownValuesDiffer(a, b)) {
          a.status = FactStatus.DISPUTED;
          b.status = FactStatus.DISPUTED;
          any = true;
        }
      }
    }
    return any;
  }

  private boolean apart(Kind kind, Draft a, Draft b) {
    if (kind == Kind.PLACE) {
      return false;
    }
    return kind == Kind.QUOTE
        || kind == Kind.STATEMENT
        || values.match(kind, a.value, b.value) == Values.Match.APART;
  }

  /** An origin that gives both values gives neither against the other. */
  private static boolean ownValuesDiffer(Draft a, Draft b) {
    Set<String> x = a.origins();
    Set<String> y = b.origins();
    Set<String> onlyX = new TreeSet<>(x);
    onlyX.removeAll(y);
    Set<String> onlyY = new TreeSet<>(y);
    onlyY.removeAll(x);
    return !onlyX.isEmpty() && !onlyY.isEmpty();
  }

  private static FactStatus status(Draft d, boolean disputed) {
    boolean corrected = false;
    boolean revised = false;
    boolean live = false;
    for (Member m : d.members) {
      corrected |= m.node().standing() == Standing.CORRECTED;
      revised |= m.node().standing() == Standing.REVISED;
      live |= m.isLive();
    }
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

  private static @Nullable Outcome outcome(Kind kind, List<Draft> drafts, boolean overdue) {
    if (kind != Kind.EVENT) {
      return null;
    }
    Set<String> all = new TreeSet<>();
    for (Draft d : drafts) {
      if (!d.origins().isEmpty()) {
        all.add(d.value);
      }
    }
    if (!all.contains("planned")) {
      return null;
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
    int left = room;
    List<Evidence> evidence = new ArrayList<>();
    List<Member> order = new ArrayList<>(d.members);
    Map<String, String> names = new TreeMap<>();
    for (Member m : order) {
      left -= m.claim().text().length();
      if (evidence.size() < EVIDENCE && (left > 0 || evidence.isEmpty())) {
        evidence.add(evidence(m));
      }
      if (m.supports()) {
        names.merge(m.originKey(), m.originName(), Origins::better);
      }
    }
    boolean current = isCurrent(d.status);
    return new Position(
        shown(d),
        d.status,
        current,
        names.size(),
        names.values().stream().sorted().toList(),
        attributedTo(d),
        deniedBy(d),
        evidence,
        order.size() - evidence.size());
  }

  static Evidence evidence(Member m) {
    NodeRow n = m.node();
    Speaker s = n.claim().speaker();
    boolean gone = n.standing() == Standing.RETRACTED;
    return new Evidence(
        n.uri(),
        n.version(),
        m.provider(),
        m.originName(),
        m.assumed(),
        n.claim().span().start(),
        n.claim().span().end(),
        gone ? "" : n.claim().text(),
        gone || s == null ? null : s.name(),
        n.claim().modality());
  }

  /** The value as a reader sees it: of words the fullest; nothing of a killed article. */
  private static String shown(Draft d) {
    Member best = null;
    for (Member m : d.members) {
      if (m.node().standing() == Standing.RETRACTED) {
        continue;
      }
      boolean text = m.claim().kind() == Kind.QUOTE || m.claim().kind() == Kind.STATEMENT;
      if (!text) {
        if (value(m.claim()).equals(d.value)) {
          return d.value;
        }
        best = best == null ? m : best;
      } else if (best == null
          || (m.isLive() && !best.isLive())
          || (m.isLive() == best.isLive()
              && Wording.content(m.claim()).length() > Wording.content(best.claim()).length())) {
        best = m;
      }
    }
    if (best == null) {
      return "";
    }
    boolean text = best.claim().kind() == Kind.QUOTE || best.claim().kind() == Kind.STATEMENT;
    return text ? cut(Wording.content(best.claim()), TEXT) : value(best.claim());
  }

  private static List<String> attributedTo(Draft d) {
    Map<String, String> out = new TreeMap<>();
    boolean any = false;
    for (Member m : d.members) {
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
    for (Member m : d.members) {
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

  private static String gist(List<Draft> drafts) {
    List<Draft> disputed = drafts.stream().filter(d -> d.status == FactStatus.DISPUTED).toList();
    Draft first = disputed.isEmpty() ? drafts.get(0) : disputed.get(0);
    Member best = null;
    for (Member m : first.members) {
      if (m.node().standing() != Standing.RETRACTED
          && (best == null || (m.supports() && !best.supports()))) {
        best = m;
      }
    }
    if (best == null) {
      return KILLED;
    }
    String text = hedged(best.claim());
    if (disputed.size() < 2 || isText(best.claim())) {
      return cut(text, GIST);
    }
    StringBuilder b = new StringBuilder(cut(text, GIST / 2)).append(" [");
    for (int i = 0; i < Math.min(3, disputed.size()); i++) {
      b.append(i == 0 ? "" : " against ").append(cut(shown(disputed.get(i)), 60));
    }
    return b.append(']').toString();
  }

  private static boolean isText(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT;
  }

  /** A claim's words with who says so and "allegedly" kept. */
  private static String hedged(Claim c) {
    String text = c.text().strip();
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
    return text.toLowerCase(java.util.Locale.ROOT).contains(last) ? text : s.name() + ": " + text;
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

  /** The days on which the fact turned, by the articles' own times and not by their arrival. */
  private static List<Fact.Turn> turns(List<Draft> drafts, @Nullable Outcome outcome) {
    List<Map.Entry<NodeRow, ChangeReason>> all = new ArrayList<>();
    List<Draft> order = new ArrayList<>(drafts);
    order.sort(Comparator.comparing(d -> d.members.get(0).node(), Member.CANONICAL));
    for (int i = 0; i < order.size(); i++) {
      Draft d = order.get(i);
      NodeRow first = d.members.get(0).node();
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
      String origin = d.members.get(0).originKey();
      for (Member m : d.members) {
        if (m.supports() && !m.originKey().equals(origin)) {
          all.add(Map.entry(m.node(), ChangeReason.NEW_ORIGIN));
          break;
        }
      }
    }
    all.sort(Map.Entry.comparingByKey(Member.CANONICAL));
    List<Fact.Turn> out = new ArrayList<>();
    for (Map.Entry<NodeRow, ChangeReason> e : all.subList(0, Math.min(TURNS, all.size()))) {
      String t = e.getKey().time();
      out.add(
          new Fact.Turn(t.substring(0, Math.min(10, t.length())), e.getValue(), e.getKey().uri()));
    }
    return out;
  }
}
