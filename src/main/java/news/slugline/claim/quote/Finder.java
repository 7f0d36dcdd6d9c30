package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;

/**
 * One search through one document: what the cues of its sentences ascribe, then the quotations that
 * no cue took, then what the layout says of speakers, which goes before all else.
 */
final class Finder {
  private final Document document;
  private final Names names;
  private final List<Quotation> quotations;
  private final Contents contents;
  private final Models models = new Models();
  private final List<Saying> sayings = new ArrayList<>();

  Finder(Document document, Names names) {
    this.document = document;
    this.names = names;
    quotations = Quotation.of(document).stream().filter(q -> !isOutlet(q)).toList();
    contents = new Contents(document, quotations);
  }

  /** "Reuters" in marks is a name, nobody's words. */
  private boolean isOutlet(Quotation q) {
    Mention m = names.at(document.tokenAt(q.start()));
    return m != null
        && document.tokens().get(m.firstToken()).start() == q.trimmedStart(document.text())
        && document.tokens().get(m.endToken() - 1).end() == q.trimmedEnd(document.text())
        && Speakers.outletWord(m.name());
  }

  List<Attribution> find() {
    CueScan cues = new CueScan(document, names, quotations, contents, models);
    for (Sentence s : document.sentences()) {
      cues.read(s, sayings);
    }
    OwnCues own = new OwnCues(document, names, quotations, models);
    sayings.addAll(new LooseQuotations(document, names, contents, own, sayings).of(quotations));
    new LabelledSpeech(document, names, contents).put(quotations, sayings);
    return attributions();
  }

  /** By start, then end; of two sayings of the same words that of the surer cue. */
  private List<Attribution> attributions() {
    TreeMap<Long, Saying> best = new TreeMap<>();
    for (Saying s : sayings) {
      long place = ((long) s.start() << 32) | s.end();
      best.merge(place, s, (known, x) -> x.by().score() > known.by().score() ? x : known);
    }
    Speakers speakers = new Speakers(document, names);
    List<Attribution> out = new ArrayList<>();
    best.values().forEach(s -> out.add(speakers.attribution(s)));
    return out;
  }
}
