package news.slugline.claim.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.quote.Saying.Content;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import org.junit.jupiter.api.Test;

class ContentsTest {

  /** The content that the words between two of a one-sentence text have, beside a cue. */
  private static Content content(String text, String cue, String first, String last) {
    Document d = Document.of(text);
    List<Quotation> quotations = Quotation.of(d);
    Reading r = new Reading(d, Names.of(d, null), d.sentences().get(0), quotations);
    int from = d.tokenAt(text.indexOf(first));
    int end = d.tokenAt(text.indexOf(last)) + 1;
    return new Contents(d, quotations).of(r, text.indexOf(cue), from, end);
  }

  private static String words(String text, Content c) {
    return text.substring(c.start(), c.end());
  }

  @Test
  void aCommaInsideTheMarksEndsWhatIsSaid() {
    String text = "\"The pier is shut,\" the warden said.";
    Content c = content(text, "said", "The", "shut");
    assertThat(words(text, c)).isEqualTo("The pier is shut,");
    assertThat(c.quote()).isTrue();
  }

  @Test
  void aColonBeforeAnOpeningMarkBeginsTheSpeech() {
    String text = "The warden said that he was tired: \"The pier is shut today.\"";
    Content c = content(text, "said", "he", "today");
    assertThat(words(text, c)).isEqualTo("The pier is shut today.");
    assertThat(c.quote()).isTrue();
  }

  @Test
  void aBracketThatOpensInWhatIsSaidClosesInIt() {
    String text = "The warden said that it sank at five (three in London)";
    Content c = content(text, "said", "it", "London");
    assertThat(words(text, c)).isEqualTo("it sank at five (three in London)");
    assertThat(c.quote()).isFalse();
  }
}
