package news.slugline.story;

import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;

/**
 * Whether two quotations or statements say the same, in whatever cut or translation. The same for
 * (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class SameText {
  private static final Set<String> NOT = Set.of("not", "never", "cannot");

  /** "Opposed the rule change", "welcomed the rule change": what is said must be more than that. */
  private static final int FEWEST = 3;

  /** One who says the contrary may be another: above it what two say may be at odds. */
  private static final double DOUBT = 0.5;

  /** Words that may only say who speaks, and when: "police chief", "said on Thursday". */
  private static final int ATTRIBUTION = 4;

  private static final int REMEMBERED = 1_024;

  private final Wording wording;
  private final Likeness likeness;
  private final Apart apart;
  private final Announced announced;
  private final Opposites opposites;
  private final OtherWords others;
  private final Voices voices = new Voices();
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> confirmed = Lists.of("change-words.tsv", "confirmed");

  /** Of quotes and of other claims; each is compared with many. */
  private final Recent<Claim, Said> quoted;

  private final Recent<Claim, Said> said;

  /** Words that are compared as they are. */
  private record Said(
      String text, List<String> words, Set<String> terms, int weight, boolean negated) {}

  SameText(
      Wording wording,
      Likeness likeness,
      Apart apart,
      Announced announced,
      Opposites opposites,
      OtherWords others,
      Memory memory) {
    this.opposites = opposites;
    this.others = others;
    this.quoted = memory.byObject(REMEMBERED);
    this.said = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.likeness = likeness;
    this.apart = apart;
    this.announced = announced;
  }

  /** Whether they say the same, whoever says so. */
  boolean isOne(Claim a, Claim b) {
    boolean quotes = a.kind() == Kind.QUOTE && b.kind() == Kind.QUOTE;
    if (quotes) {
      return joinsQuotes(quoted.get(a, this::quoted), quoted.get(b, this::quoted));
    }
    if (a.kind() != b.kind() && a.about().holder() == null) {
      return false;
    }
    Said p = said.get(a, this::said);
    Said q = said.get(b, this::said);
    Set<String> both = Wording.shared(p.terms, q.terms);
    if (both.size() < 2
        || apart.byBodies(a, b)
        || isSuspected(a, b)
        || isSuspected(b, a)
        || a.kind() == Kind.STATEMENT && b.kind() == a.kind() && p.negated != q.negated
        || apart.byClocks(a, b)
        || announced.isByOne(a, b)
        || opposites.isUndoneByOne(a, b)
        || others.follow(a, b)
        || isOnlyNaming(a, b, p, q, both)) {
      return false;
    }
    if (a.about().holder() != null && b.about().holder() != null) {
      if (a.kind() == Kind.STATEMENT && apart.byCounts(a, b)) {
        return false;
      }
      int run = longestRun(p.words, q.words);
      if (run >= 5 && wording.weight(both) * 3 >= Math.min(p.weight, q.weight)) {
        return true;
      }
    }
    return likeness.of(p.text, q.text).same() >= Likeness.SAME;
  }

  /**
   * Whether what two say who are named differently is one statement: they may be one speaker, and
   * nothing shows that they say two things.
   */
  boolean isOneStatement(Claim a, Claim b) {
    return Traits.isSaid(a)
        && Traits.isSaid(b)
        && voices.mayBeOne(a, b)
        && a.polarity() == b.polarity()
        && !apart.byCounts(a, b)
        && !apart.byFigures(a, b)
        && !apart.byDates(a, b)
        && !announced.isByOne(a, b)
        && !opposites.are(a, b)
        && !opposites.isUndoneByOne(a, b)
        && !others.follow(a, b)
        && Wording.shared(wording.terms(a), wording.terms(b)).size() >= FEWEST
        && sayNoOther(likeness.of(Wording.content(a), Wording.content(b)));
  }

  /**
   * Whether all that two share is how they name somebody: "an inquiry into the hospital's manager,
   * Viktor Sand", "the hospital's manager, Viktor Sand, was charged".
   */
  private boolean isOnlyNaming(Claim a, Claim b, Said p, Said q, Set<String> both) {
    Set<String> names = Wording.shared(wording.names(a), wording.names(b));
    if (names.isEmpty()) {
      return false;
    }
    List<String> run = longestShared(p.words, q.words);
    Set<String> inRun = wording.terms(String.join(" ", run));
    String last = run.isEmpty() ? null : wording.term(run.get(run.size() - 1));
    return last != null
        && names.contains(last)
        && inRun.containsAll(both)
        && (inRun.size() < p.terms.size() && inRun.size() < q.terms.size());
  }

  private static boolean sayNoOther(Likeness.Scores s) {
    return s.same() >= Likeness.SAME && s.conflict() <= DOUBT;
  }

  private Said quoted(Claim c) {
    return said(Wording.content(c), false);
  }

  private Said said(Claim c) {
    return said(withoutSpeaker(c), isNegated(c));
  }

  private Said said(String text, boolean negated) {
    Set<String> terms = TermSet.copyOf(wording.terms(text));
    return new Said(text, Wording.words(text), terms, wording.weight(terms), negated);
  }

  /**
   * What a claim says without who says it: of a time, place or number that somebody gives, what
   * stands behind the speaker's name, else before it.
   */
  private static String withoutSpeaker(Claim c) {
    String text = Wording.content(c);
    String holder = c.about().holder();
    String last = holder == null ? "" : holder.substring(holder.lastIndexOf(' ') + 1);
    int at = !text.equals(c.text()) || last.isEmpty() ? -1 : text.lastIndexOf(last);
    if (at < 0) {
      return text;
    }
    String behind = text.substring(at + last.length());
    String before = text.substring(0, at);
    boolean says = Wording.words(behind).size() > ATTRIBUTION;
    return says ? behind : Wording.words(before).size() > ATTRIBUTION ? before : "";
  }

  /** "Trains will run on Thursday", "trains did not run on Thursday as planned". */
  private static boolean isNegated(Claim c) {
    return Wording.words(Wording.content(c)).stream()
        .anyMatch(w -> NOT.contains(w) || w.endsWith("n't"));
  }

  /** Cases that are suspected are not yet those that are confirmed. */
  private boolean isSuspected(Claim a, Claim b) {
    return wording.has(a, suspected) && !wording.has(b, suspected) && wording.has(b, confirmed);
  }

  /**
   * Two renderings of one quote share a run of words, or most of the weight of the shorter one; a
   * single shared word is not enough unless it is all there is.
   */
  private boolean joinsQuotes(Said a, Said b) {
    Set<String> both = Wording.shared(a.terms, b.terms);
    int least = Math.min(a.weight, b.weight);
    if (both.isEmpty() || least == 0) {
      return false;
    }
    double kept = (double) wording.weight(both) / least;
    if (both.size() < 2) {
      return kept >= 0.99 && a.terms.size() == b.terms.size();
    }
    int run = longestRun(a.words, b.words);
    return kept >= 0.6 || (run >= 4 && kept >= 0.3) || (run >= 3 && kept >= 0.4);
  }

  private static int longestRun(List<String> a, List<String> b) {
    return longestShared(a, b).size();
  }

  private static List<String> longestShared(List<String> a, List<String> b) {
    int best = 0;
    int end = 0;
    int[] row = new int[b.size() + 1];
    for (String w : a) {
      for (int j = b.size(); j > 0; j--) {
        row[j] = w.equals(b.get(j - 1)) ? row[j - 1] + 1 : 0;
        end = row[j] > best ? j : end;
        best = Math.max(best, row[j]);
      }
    }
    return b.subList(end - best, end);
  }
}
