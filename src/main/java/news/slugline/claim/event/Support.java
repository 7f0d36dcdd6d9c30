package news.slugline.claim.event;

import java.util.HashMap;
import java.util.Map;
import news.slugline.claim.text.Resources;

/** Verbs that say of an event named by a noun whether it takes place ("held", "called off"). */
final class Support {
  /** What the verb says of the event. */
  enum Effect {
    HAPPENS,
    CANCELS,
    POSTPONES,
    PLANS
  }

  private static final Support TABLE = new Support();
  private final Map<String, Effect> effects = new HashMap<>();

  private Support() {
    for (String line : Resources.lines(Support.class, "support-verbs.tsv")) {
      String[] c = line.split("\t");
      for (String w : c[1].split("\\|")) {
        effects.put(w, Effect.valueOf(c[0]));
      }
    }
  }

  /** By lemma; null if the verb says nothing of the kind. */
  static @org.jspecify.annotations.Nullable Effect of(String lemma) {
    int n = lemma.length();
    boolean doubled = n > 3 && lemma.charAt(n - 1) == lemma.charAt(n - 2);
    Effect e = TABLE.effects.get(lemma);
    return e == null && doubled ? TABLE.effects.get(lemma.substring(0, n - 1)) : e;
  }
}
