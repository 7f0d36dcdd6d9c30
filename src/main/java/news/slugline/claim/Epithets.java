package news.slugline.claim;

import java.util.Map;
import java.util.Set;
import news.slugline.claim.event.EventNouns;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.TimeMention;

/**
 * Times that say of which kind something is, and not when anything happened: "the 1950s star died",
 * "holds Sunday services". That of an event itself is no such word: "the 1990s war".
 */
final class Epithets {
  private static final WordGroups WORDS = WordGroups.of(Epithets.class, "assembly-words.tsv");
  private static final Set<String> SAYS = WORDS.get("says");
  private static final Set<String> UNITS = WORDS.get("units of time");
  private static final Map<String, String> EVENTS = EventNouns.classes();

  private Epithets() {}

  static boolean is(Document d, Sentence s, TimeMention m) {
    boolean decade = m.type() == TimeMention.Type.DECADE;
    if (!decade && (m.type() != TimeMention.Type.DAY || m.clock() != null)) {
      return false;
    }
    int i = s.firstToken();
    while (i < s.endToken() && d.tokens().get(i).start() < m.start()) {
      i++;
    }
    int next = i + 1;
    if (next >= s.endToken() || d.tokens().get(i).end() != m.end() || !names(d, next)) {
      return false;
    }
    return decade ? isDecade(d, s, i) : isHabit(d, s, i);
  }

  /** Whether a common noun follows, and no event. */
  private static boolean names(Document d, int next) {
    Token noun = d.tokens().get(next);
    boolean nominal = d.tag(next).equals("NOUN") || d.tag(next).equals("ADJ");
    return nominal && !noun.isCapitalised() && !EVENTS.containsKey(noun.lower());
  }

  /** "In the 1950s farmers left" says when. */
  private static boolean isDecade(Document d, Sentence s, int i) {
    int before = i - 1;
    if (before >= s.firstToken() && d.tag(before).equals("DET")) {
      before--;
    }
    return before < s.firstToken() || !d.tag(before).equals("ADP");
  }

  /** A weekday before several things is that of each week; "said Sunday officers came" is not. */
  private static boolean isHabit(Document d, Sentence s, int i) {
    if (i == s.firstToken()) {
      return false;
    }
    String before = d.tokens().get(i - 1).lower();
    String noun = d.tokens().get(i + 1).lower();
    boolean many = noun.endsWith("s") && !noun.endsWith("ss") && !UNITS.contains(noun);
    String tag = d.tag(i - 1);
    boolean ends = i + 2 >= s.endToken() || !d.tag(i + 2).equals("VERB");
    boolean object = tag.equals("VERB") && !SAYS.contains(before) && ends;
    return many && (object || tag.equals("DET") || tag.equals("ADJ"));
  }
}
