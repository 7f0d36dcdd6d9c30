package news.slugline.story;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;

/**
 * Whether two remarks begin alike and go on to say other things: "said she would not call an
 * election", "said she would not raise taxes". The same for (a, b) and (b, a).
 */
final class OtherWords {
  private static final Set<String> SPEECH = Resources.set(Document.class, "speech-verbs.txt");

  /** So many words must begin alike; with fewer the two are compared as a whole. */
  private static final int ALIKE = 2;

  private static final int REMEMBERED = 1_024;

  private final Wording wording;
  private final Clash clash;

  /** By claim what somebody says in it. */
  private final Recent<Claim, List<String>> remarks;

  OtherWords(Wording wording, Clash clash, Memory memory) {
    this.remarks = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.clash = clash;
  }

  boolean follow(Claim a, Claim b) {
    List<String> p = remarks.get(a, this::said);
    List<String> q = p.isEmpty() ? p : remarks.get(b, this::said);
    int same = 0;
    while (same < Math.min(p.size(), q.size()) && p.get(same).equals(q.get(same))) {
      same++;
    }
    if (same < ALIKE) {
      return false;
    }
    Set<String> x = rest(p.subList(same, p.size()));
    Set<String> y = rest(q.subList(same, q.size()));
    return !x.isEmpty() && !y.isEmpty() && Collections.disjoint(x, y);
  }

  /** The words behind the first one of saying, or before who says so; none if nobody does. */
  private List<String> said(Claim c) {
    if (Traits.isSaid(c)) {
      List<String> all = Wording.words(Wording.content(c));
      return all.subList(all.isEmpty() || !all.get(0).equals("that") ? 0 : 1, all.size());
    }
    int comma = c.text().lastIndexOf(", ");
    if (comma > 0 && Wording.words(c.text().substring(comma)).stream().anyMatch(SPEECH::contains)) {
      return Wording.words(c.text().substring(0, comma));
    }
    List<String> all = wording.words(c);
    for (int i = 0; i < all.size(); i++) {
      if (SPEECH.contains(all.get(i))) {
        int from = i + 1;
        while (from < all.size() && isWhen(all.get(from))) {
          from++;
        }
        return all.subList(from, all.size());
      }
    }
    return List.of();
  }

  /** "Said on Thursday that". */
  private boolean isWhen(String word) {
    String term = wording.term(word);
    return word.equals("on")
        || word.equals("that")
        || word.equals("late")
        || term != null && clash.calendar().contains(term);
  }

  private Set<String> rest(List<String> words) {
    Set<String> out = new HashSet<>();
    for (String w : words) {
      String term = wording.term(w);
      if (term != null && !clash.calendar().contains(term)) {
        out.add(term);
      }
    }
    return out;
  }
}
