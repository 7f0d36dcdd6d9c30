package news.slugline.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.event.Tellings;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;

/**
 * Makes claims of what the first sentences tell, in whatever words: to be known again elsewhere.
 * What somebody is quoted as telling is marked so: it may stand beside what is told elsewhere.
 */
final class ToldClaims {
  /** So many sentences of an article are kept as what they tell: news comes first. */
  private static final int TOLD = 20;

  /** A sentence of fewer words of weight tells nothing that could be known again. */
  private static final int FEWEST = 4;

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final Passages passages;
  private final Claims claims;

  ToldClaims(Materials m) {
    r = m.reading();
    d = m.document();
    t = m.tokens();
    passages = m.passages();
    claims = m.claims();
  }

  /** What each of the first sentences tells. */
  void add() {
    for (Sentence s : d.sentences().subList(0, Math.min(TOLD, d.sentences().size()))) {
      Tellings.Telling m = d.isStamp(s) ? null : Tellings.of(d, s);
      List<String> terms = passages.terms(s.start(), s.end());
      if (m != null && terms.size() >= FEWEST) {
        add(s, m, terms);
      }
    }
  }

  private void add(Sentence s, Tellings.Telling m, List<String> terms) {
    EventMention of = null;
    Set<String> classes = new TreeSet<>();
    for (EventMention e : r.events.get(s.index())) {
      boolean named = !e.family().equals("none") && !e.family().equals("speech");
      of = of == null && named ? e : of;
      if (!e.family().equals("none")) {
        classes.add(e.type());
      }
    }
    Set<Participant> who = new LinkedHashSet<>();
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      Mention n = r.names.at(i);
      if (n != null && n.firstToken() == i) {
        boolean before = t.get(i).start() < m.start();
        who.add(
            new Participant(before ? Participant.Role.AGENT : Participant.Role.PATIENT, n.name()));
      }
    }
    String trigger = of == null ? "" : of.type();
    String when = of == null ? null : of.when();
    claims.add(
        Kind.EVENT,
        new int[] {s.start(), s.end()},
        new int[] {m.start(), m.end()},
        m.status().name().toLowerCase(Locale.ROOT),
        m.modality(),
        m.negative() ? Polarity.NEGATIVE : Polarity.POSITIVE,
        m.status(),
        null,
        new About(
            trigger,
            false,
            false,
            List.copyOf(who),
            isQuoted(s) ? Claim.REMARK : Claim.TOLD,
            null,
            when,
            null,
            terms,
            List.copyOf(classes)));
  }

  private boolean isQuoted(Sentence s) {
    int quoted = 0;
    for (Attribution a : r.said.get(s.index())) {
      if (a.kind() == Kind.QUOTE) {
        quoted += Math.min(a.contentEnd(), s.end()) - Math.max(a.contentStart(), s.start());
      }
    }
    return quoted * 2 > s.end() - s.start();
  }
}
