package news.slugline.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  private static List<String> sentences(String text) {
    Document d = Document.of(text);
    List<String> out = new ArrayList<>();
    for (Sentence s : d.sentences()) {
      out.add(d.text(s));
    }
    return out;
  }

  @Test
  void ninetyNineOfAHundredHardCasesAreCutRight() {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String line : Resources.lines(SentencesTest.class, "sentences.txt")) {
      cases++;
      List<String> want = new ArrayList<>();
      for (String s : line.split("[\u2016\u205d]")) {
        want.add(s.strip());
      }
      String text = line.replace(" \u2016", "\u2016").replace("\u2016", " ").replace("\u205d", "");
      if (!sentences(text).equals(want)) {
        wrong.add(line);
      }
    }
    assertThat(cases).isGreaterThanOrEqualTo(300);
    assertThat(wrong).hasSizeLessThanOrEqualTo(cases / 100);
  }

  /** The table was written before any output was looked at; its labels were not changed since. */
  @Test
  void casesThatNobodyHadSeenAreCutRightToo() {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String line : Resources.lines(SentencesTest.class, "sentences-unseen.txt")) {
      cases++;
      List<String> want = new ArrayList<>();
      for (String s : line.split("[\u2016\u205d]")) {
        want.add(s.strip());
      }
      String text = line.replace(" \u2016", "\u2016").replace("\u2016", " ").replace("\u205d", "");
      List<String> cut = new ArrayList<>();
      for (int[] s : Sentences.split(text, 0, text.length())) {
        cut.add(text.substring(s[0], s[1]));
      }
      if (!cut.equals(want)) {
        wrong.add(line);
      }
    }
    assertThat(cases).isGreaterThanOrEqualTo(300);
    assertThat(wrong).hasSizeLessThanOrEqualTo(cases / 100);
  }

  @Test
  void furnitureHasNoSentences() {
    Document d =
        Document.of(
            "The ferry sank on Monday.\nAlso Read: Ferry owner denies blame\nNobody was hurt.\n"
                + "Jane Moss/Harbour Press\nThe owner was fined.\nShare this on social media\n"
                + "Port To Open Again Next Week\nMinister Visits Flooded Town");
    assertThat(d.sentences())
        .extracting(d::text)
        .containsExactly("The ferry sank on Monday.", "Nobody was hurt.", "The owner was fined.");
  }

  @Test
  void whatEditorsTellEditorsIsFurniture() {
    Document d =
        Document.of(
            "(Corrects number of hurt in second paragraph to 36, not 46)\n"
                + "The ferry sank on Monday.\n(Adds quote, byline)\n"
                + "(Corrections officers had been on strike.)\n(He left at noon.)");
    assertThat(d.sentences())
        .extracting(d::text)
        .containsExactly(
            "The ferry sank on Monday.",
            "(Corrections officers had been on strike.)",
            "(He left at noon.)");
  }

  @Test
  void aMarkOfAListIsNoPartOfItsSentence() {
    Document d =
        Document.of("* Raises its forecast\n\u2022 Says demand was weak\n\u2022\n-5 degrees");
    assertThat(d.sentences())
        .extracting(d::text)
        .containsExactly("Raises its forecast", "Says demand was weak", "-5 degrees");
  }

  @Test
  void aLineThatOnlySaysWhenIsAStamp() {
    Document d =
        Document.of(
            "Updated: Monday, Aug. 17, 2015 3:19 PM EDT\nThe ferry sank on Monday.\n"
                + "Ferry Sinks Posted: Monday, Aug. 17, 2:27 PM\n"
                + "Call reporter Jane Moss at (317) 555-0101\n10:10 AM PDT 6/6/2013\n"
                + "Nobody was hurt.\nThursday 29 July 2004 08.23 BST\nIt sank in May 2015.");
    assertThat(d.sentences().stream().filter(s -> !d.isStamp(s)).map(d::text))
        .containsExactly("The ferry sank on Monday.", "Nobody was hurt.", "It sank in May 2015.");
    assertThat(d.sentences().stream().filter(d::isStamp)).hasSize(3);
  }

  @Test
  void datelineAndSignatureStandApart() {
    Document d =
        Document.of(
            "OSLO, Norway (Fjord News) \u2014 The ferry sank.\n\nNobody was hurt. \u2013 Fjord News");
    assertThat(d.sentences())
        .extracting(d::text)
        .containsExactly("The ferry sank.", "Nobody was hurt.");
    assertThat(d.dateline()).isNotNull();
    assertThat(d.dateline().text()).isEqualTo("OSLO, Norway (Fjord News)");
    assertThat(d.signature()).isNotNull();
    assertThat(d.signature().text()).isEqualTo("Fjord News");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextIsCutIntoOrderedSentencesAndTokens(long seed) {
    Random random = new Random(seed);
    String[] bits = {
      "\"", "'", "\u201c", "\u201d", "\u2019", ". ", "... ", " ", "\n", "Mr. ", "U.S. ", "said ",
          "(", ")", "he ",
      "Anna Holm ", "9 a.m. ", "\u2014", "\ud83d\ude00", "\u00a0", "!", "?", "n't", ", ", ":",
          "that ", "#", "\u0301", "3.5", "-"
    };
    for (int round = 0; round < 40; round++) {
      StringBuilder b = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        b.append(
            random.nextInt(9) == 0
                ? String.valueOf((char) random.nextInt(0x3000))
                : bits[random.nextInt(bits.length)]);
      }
      check(Document.of(b.toString()), seed);
    }
  }

  private static void check(Document d, long seed) {
    int at = 0;
    int token = 0;
    for (Sentence s : d.sentences()) {
      assertThat(s.start()).as("seed %d", seed).isGreaterThanOrEqualTo(at);
      assertThat(s.end()).isGreaterThan(s.start());
      assertThat(s.firstToken()).isEqualTo(token);
      int from = s.start();
      for (Token t : d.tokens(s)) {
        assertThat(t.start()).as("seed %d", seed).isGreaterThanOrEqualTo(from);
        assertThat(d.text(t.start(), t.end())).isEqualTo(t.text());
        from = t.end();
      }
      assertThat(from).isLessThanOrEqualTo(s.end());
      at = s.end();
      token = s.endToken();
    }
  }
}
