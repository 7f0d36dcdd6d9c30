package news.slugline.claim.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import news.slugline.claim.EventStatus;
import news.slugline.claim.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The council closed the lantern factory on Monday. | closed | OCCURRED",
        "The lantern factory was closed by the council. | closed | OCCURRED",
        "The council will close the lantern factory in May. | close | PLANNED",
        "The council is set to close the lantern factory. | close | PLANNED",
        "The factory was expected to close in May. | close | PLANNED",
        "The council did not close the lantern factory. | close | DID_NOT_OCCUR",
        "Officials said the lantern factory was closed. | closed | OCCURRED",
        "The factory, which opened in 1921, was never sold. | sold | DID_NOT_OCCUR",
        "The factory is not old. | is | DID_NOT_OCCUR",
        "The two leaders are set to hold talks in May. | hold | PLANNED",
        "The council is expected to close the lantern factory. | close | PLANNED",
        "The lantern factory is expected to be closed in May. | closed | PLANNED",
        "In May the council closed the lantern factory. | closed | OCCURRED",
        "The council agreed to close the lantern factory. | close | PLANNED",
        "The council refused to close the lantern factory. | close | DID_NOT_OCCUR",
        "The lantern factory began to burn on Monday. | burn | OCCURRED",
        "The plan to close the lantern factory was dropped. | dropped | OCCURRED",
        "Council closes lantern factory | Council | OCCURRED"
      })
  void theMainVerbSaysWhetherItHappened(String sentence, String verb, EventStatus status) {
    Document d = Document.of(sentence);
    Tellings.Telling m = Objects.requireNonNull(Tellings.of(d, d.sentences().get(0)));
    assertThat(d.text(m.start(), m.end())).isEqualTo(verb);
    assertThat(m.status()).isEqualTo(status);
    assertThat(m.negative()).isEqualTo(status == EventStatus.DID_NOT_OCCUR);
  }

  @Test
  void aQuestionTellsNothing() {
    Document d = Document.of("Was the lantern factory closed in May?");
    assertThat(Tellings.of(d, d.sentences().get(0))).isNull();
  }

  @Test
  void aLineThatAnnouncesAListTellsNothing() {
    Document d = Document.of("As the council prepares to meet, here is what we know so far:");
    assertThat(Tellings.of(d, d.sentences().get(0))).isNull();
  }
}
