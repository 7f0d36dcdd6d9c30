package news.slugline.story;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.text.Verbs;

/**
 * Whether one of two sentences announces what the other tells as done: "the recorders will be
 * opened", "the recorders were opened". However alike the words, who says the one does not say the
 * other. The same for (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class Announced {
  private static final int REMEMBERED = 1_024;

  /** Words from the one that announces to the verb: "will not now be", "to soon be". */
  private static final int REACH = 3;

  private static final Set<String> BE = Set.of("be", "have", "been", "not", "also", "now", "soon");

  private final Set<String> announcing = Lists.of("change-words.tsv", "announcing");
  private final Wording wording;
  private final Recent<Claim, Verb> looks;

  /**
   * The verbs of a claim, as lemmas.
   *
   * @param ahead of what is to be
   * @param done of what was or has been
   */
  private record Verb(Set<String> ahead, Set<String> done) {}

  Announced(Wording wording, Memory memory) {
    this.wording = wording;
    this.looks = memory.byObject(REMEMBERED);
  }

  boolean isByOne(Claim a, Claim b) {
    Verb p = looks.get(a, this::look);
    Verb q = looks.get(b, this::look);
    return isOutcome(p, q) || isOutcome(q, p);
  }

  /** Of copy that tells both, as "will appeal, as she had appealed before", nothing follows. */
  private static boolean isOutcome(Verb plan, Verb outcome) {
    return !Collections.disjoint(plan.ahead, outcome.done)
        && Collections.disjoint(plan.done, outcome.done)
        && Collections.disjoint(plan.ahead, outcome.ahead);
  }

  private Verb look(Claim c) {
    List<String> words = wording.words(c);
    Set<String> ahead = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String lemma = Verbs.lemma(word);
      boolean past = !word.equals(lemma) && !word.endsWith("s") && !word.endsWith("ing");
      if (isAnnounced(words, i)) {
        ahead.add(lemma);
      } else if (past && wording.term(word) != null) {
        done.add(lemma);
      }
    }
    return new Verb(Set.copyOf(ahead), Set.copyOf(done));
  }

  private boolean isAnnounced(List<String> words, int verb) {
    if (wording.term(words.get(verb)) == null) {
      return false;
    }
    int i = verb - 1;
    while (i >= 0 && verb - i < REACH && BE.contains(words.get(i))) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    boolean to = i > 0 && words.get(i).equals("to");
    return to ? announcing.contains(words.get(i - 1) + " to") : announcing.contains(words.get(i));
  }
}
