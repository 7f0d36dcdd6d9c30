package news.slugline.claim.quote;

import java.util.List;
import news.slugline.claim.quote.Ascription.Source;
import news.slugline.claim.quote.Labels.Label;
import news.slugline.claim.quote.Saying.Content;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Paragraph;

/** Speech whose speaker stands in the layout, which goes before what the sentences seem to say. */
final class LabelledSpeech {
  private final Document document;
  private final Contents contents;
  private final Labels labels;

  LabelledSpeech(Document document, Names names, Contents contents) {
    this.document = document;
    this.contents = contents;
    labels = new Labels(document, names);
  }

  /** Puts it in place of what covers it. */
  void put(List<Quotation> quotations, List<Saying> sayings) {
    for (Quotation q : quotations) {
      marked(q, sayings);
    }
    if (labels.transcript()) {
      for (Paragraph p : document.paragraphs()) {
        unmarked(p, quotations, sayings);
      }
    }
  }

  /** A quotation behind a label, or with its speaker behind a dash below. */
  private void marked(Quotation q, List<Saying> sayings) {
    int paragraph = document.paragraphAt(q.start());
    Label label = labels.of(paragraph);
    label = label == null ? labels.credit(q, paragraph) : label;
    if (label == null) {
      return;
    }
    int speech = label.content();
    if (labels.opens(paragraph) || speech < 0 || q.start() > speech) {
      int end = q.trimmedEnd(document.text());
      int start = speech >= q.end() ? q.end() : Math.max(q.trimmedStart(document.text()), speech);
      put(label, paragraph, contents.of(start, end), sayings);
    }
  }

  /** A paragraph of a transcript, which needs no marks to be a quote. */
  private void unmarked(Paragraph p, List<Quotation> quotations, List<Saying> sayings) {
    Label label = labels.opens(p.index()) ? labels.of(p.index()) : null;
    int q = Quotation.firstEndingAfter(quotations, p.start());
    boolean marked = q < quotations.size() && quotations.get(q).start() < p.end();
    if (label != null && !marked) {
      put(label, p.index(), new Content(label.content(), p.end(), true), sayings);
    }
  }

  private void put(Label label, int paragraph, Content content, List<Saying> sayings) {
    if (content.start() >= content.end()) {
      return;
    }
    Ascription by = Ascription.of(Source.of(document, label.first(), label.end()));
    int sentence = document.sentenceAt(content.start());
    sayings.removeIf(s -> s.covers(content.start(), content.end()));
    sayings.add(new Saying(sentence, paragraph, content, by));
  }
}
