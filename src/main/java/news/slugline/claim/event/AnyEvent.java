package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * Words for any incident, "the accident", "the tragedy": behind "the" or "this" they mean the one
 * that the copy has told of; alone they name none.
 */
final class AnyEvent {
  /** The class of a word that has none of its own. */
  static final String TYPE = "any";

  private static final WordGroups WORDS = WordGroups.of(AnyEvent.class, "clause-words.tsv");
  private static final Set<String> ACCIDENTS = WORDS.get("accidents");
  private static final Set<String> OF_ACCIDENTS = Set.of("accident", "mishap");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that");

  private final Document d;

  AnyEvent(Document d) {
    this.d = d;
  }

  /** The mentions, such a word as a mention of what it means. */
  List<EventMention> resolved(List<EventMention> mentions) {
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : mentions) {
      boolean any = m.type().equals(TYPE);
      String word = d.text(m.start(), m.end()).toLowerCase(Locale.ROOT);
      boolean accident = OF_ACCIDENTS.contains(word);
      EventMention meant = (any || accident) && isDefinite(m) ? last(out, accident) : null;
      if (meant != null) {
        out.add(m.of(meant));
      } else if (!any) {
        out.add(m);
      }
    }
    return out;
  }

  /** The last incident of which the copy told before. */
  private static @Nullable EventMention last(List<EventMention> told, boolean accident) {
    for (int i = told.size() - 1; i >= 0; i--) {
      EventMention m = told.get(i);
      boolean one = m.incident() && !m.background();
      if (one && (!accident || ACCIDENTS.contains(m.type()))) {
        return m;
      }
    }
    return null;
  }

  /** "The accident", "the tragic accident", not "the accident rate". */
  private boolean isDefinite(EventMention m) {
    int first = d.tokenFrom(m.start());
    int next = d.tokenFrom(m.end());
    boolean compound =
        next < d.tokens().size()
            && d.sentenceOf(next) == m.sentence()
            && (d.tag(next).equals("NOUN") || d.tag(next).equals("PROPN"));
    int the = first - 1;
    if (the > 0 && d.tag(the).equals("ADJ")) {
      the--;
    }
    return !compound && the >= 0 && DEFINITE.contains(d.tokens().get(the).lower());
  }
}
