package news.slugline.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final String TEXT = "The ferry sank. Two men swam.\n\nNobody was hurt.";
  private static final Document COPY = Document.of(TEXT);

  @Test
  void anOffsetLeadsToTheTokenThereOrTheNext() {
    int ferry = TEXT.indexOf("ferry");
    assertThat(COPY.tokens().get(COPY.tokenAt(ferry + 3)).text()).isEqualTo("ferry");
    assertThat(COPY.tokens().get(COPY.tokenAt(ferry + 5)).text()).isEqualTo("sank");
    assertThat(COPY.tokenAt(TEXT.length())).isEqualTo(COPY.tokens().size());
  }

  @Test
  void anOffsetLeadsToItsSentenceAndBehindTheCopyToTheLast() {
    assertThat(COPY.sentenceAt(0)).isZero();
    assertThat(COPY.sentenceAt(TEXT.indexOf("men"))).isEqualTo(1);
    assertThat(COPY.sentenceAt(TEXT.length())).isEqualTo(2);
  }

  @Test
  void anOffsetLeadsToTheParagraphThatBeganLast() {
    assertThat(COPY.paragraphAt(TEXT.indexOf("swam"))).isZero();
    assertThat(COPY.paragraphAt(TEXT.indexOf("Nobody"))).isEqualTo(1);
    assertThat(COPY.paragraphAt(TEXT.length())).isEqualTo(1);
  }

  @Test
  void anAgencysLettersCloseADatelineBehindItsDate() {
    Document d = Document.of("Larch, Jun 9 (BSS) As many as 22 people died in a crash.");
    assertThat(d.sentences()).hasSize(1);
    assertThat(d.text(d.sentences().get(0).start(), d.sentences().get(0).end()))
        .startsWith("As many as");
  }

  @Test
  void aNameInBracketsBehindATownIsNoDateline() {
    Document d = Document.of("Larch, said Berg (BSS) As many as 22 people died in a crash.");
    assertThat(d.dateline()).isNull();
  }
}
