package news.slugline.claim.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.slugline.claim.Kind;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionsTest {

  private static List<Attribution> find(String text) {
    Document d = Document.of(text);
    return Attributions.find(d, Names.of(d, null));
  }

  private static Attribution only(String text) {
    List<Attribution> all = find(text);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static String content(String text, Attribution a) {
    return text.substring(a.contentStart(), a.contentEnd());
  }

  @Test
  void aQuotationCarriesTheNameBesideItsCue() {
    String text = "\u201cThe bridge is safe to cross,\u201d Mayor Olga Brandt said on Monday.";
    Attribution a = only(text);
    assertThat(a.kind()).isEqualTo(Kind.QUOTE);
    assertThat(content(text, a)).startsWith("The bridge is safe to cross");
    assertThat(a.speaker()).isEqualTo("Olga Brandt");
    assertThat(a.speakerType()).isEqualTo(Speaker.Type.PERSON);
    assertThat(a.cueLemma()).isEqualTo("say");
  }

  @Test
  void aPronounLeadsBackToThePersonNamedBefore() {
    String text =
        "Mayor Olga Brandt opened the bridge on Monday.\n\n\"We waited nine years for this,\" she"
            + " said.";
    Attribution a = find(text).get(0);
    assertThat(a.speaker()).isEqualTo("Olga Brandt");
    assertThat(text.substring(a.speakerStart(), a.speakerEnd())).isEqualTo("she");
  }

  /** A participle behind its noun, and what is done with "off", say nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The two boats promised by Spain did not arrive on Wednesday morning because of thick fog.",
        "Storm Nell slammed into the harbour of Larch on Monday, sinking six boats.",
        "Nurses in Larch called off a walkout on Saturday after the hospital gave way."
      })
  void whatIsDoneToSomethingIsNotSaidByIt(String text) {
    assertThat(find(text))
        .extracting(Attribution::speaker)
        .doesNotContain("The two boats", "Storm Nell", "Nurses");
  }

  @Test
  void aNameThatEndsTheSentenceIsTheSpeakers() {
    assertThat(only("\"We can live with it,\" said the yard's boss, Odd-Arne Vik.").speaker())
        .isEqualTo("Odd-Arne Vik");
  }

  @Test
  void theHeadOfSomethingIsWhoTheCommaNames() {
    assertThat(only("\"The well is dry,\" the head of the board, Clara Ebel, said.").speaker())
        .isEqualTo("Clara Ebel");
  }

  @Test
  void aFireBrigadeIsNoFire() {
    assertThat(only("A barn burned down in Larch, the Larch fire brigade said.").speaker())
        .isEqualTo("the Larch fire brigade");
  }

  @Test
  void whatItSaidIsOfTheBodyThatSpokeLast() {
    List<Attribution> all =
        find(
            "Members of the Western League blocked a road in Larch, the transport ministry said."
                + "\n\nThree lorries were damaged, it said.");
    assertThat(all).extracting(Attribution::speaker).containsOnly("the transport ministry");
  }

  @Test
  void aPronounLeadsBackToTheHolderOfAnOfficeOfSomewhere() {
    List<Attribution> all =
        find(
            "Six barns burned, the mayor of Larch, Oio Tavarez, told Radio North. Tavarez said it"
                + " was deliberate. \"It was arson, I have no doubt of it,\" he said.");
    assertThat(all).extracting(Attribution::speaker).containsOnly("Oio Tavarez");
  }

  @Test
  void anInterruptedQuotationHasOneSpeakerAndCue() {
    String text = "\"We lost,\" Karl Lindqvist said, \"because we did not train hard enough.\"";
    List<Attribution> all = find(text);
    assertThat(all).hasSize(2);
    assertThat(all).allSatisfy(a -> assertThat(a.speaker()).isEqualTo("Karl Lindqvist"));
    assertThat(all).extracting(Attribution::cueStart).containsOnly(text.indexOf("said"));
    assertThat(all).allSatisfy(a -> assertThat(a.start()).isLessThanOrEqualTo(a.cueStart()));
  }

  @Test
  void indirectSpeechIsAStatement() {
    String text = "The harbour commission said that the ferry had left the port too late.";
    Attribution a = only(text);
    assertThat(a.kind()).isEqualTo(Kind.STATEMENT);
    assertThat(content(text, a)).contains("the ferry had left the port too late");
    assertThat(text.substring(a.speakerStart(), a.speakerEnd())).contains("commission");
  }

  @Test
  void accordingToIsACue() {
    String text = "The ferry had left the port too late, according to police.";
    Attribution a = only(text);
    assertThat(content(text, a)).isEqualTo("The ferry had left the port too late");
    assertThat(text.substring(a.cueStart(), a.cueEnd())).isEqualTo("according to");
  }

  @Test
  void denialsAreMarked() {
    assertThat(only("The owner denied that the ferry was overloaded.").denied()).isTrue();
    String withdrawn =
        "Mayor Olga Brandt withdrew her statement that the ferry had been overloaded.";
    assertThat(only(withdrawn).denied()).isTrue();
  }

  @Test
  void whoIsToldIsNoPartOfWhatIsSaid() {
    String text = "Four of the seven boats sank, a port spokesman told Coast Radio.";
    assertThat(content(text, only(text))).isEqualTo("Four of the seven boats sank");
    assertThat(find("Ohm told Coast Radio.")).isEmpty();
  }

  @Test
  void aBracketInWhatIsSaidIsClosed() {
    String text = "The ferry sank shortly after 5 a.m. (0300 GMT), the port authority said.";
    assertThat(content(text, only(text))).endsWith("(0300 GMT)");
  }

  @Test
  void aNameBehindAnOfficeSpeaks() {
    String text =
        "The board sent eight divers. Its head, Bo Strand, said it was too early to name a cause.";
    assertThat(only(text).speaker()).isEqualTo("Bo Strand");
  }

  @Test
  void whoIsPutIntoAnothersClauseSaysWhatFollows() {
    String text = "Crews searched the river for the diver officials say left the boat alone.";
    Attribution a = find(text).stream().filter(x -> x.cueLemma().equals("say")).findFirst().get();
    assertThat(a.speaker()).isEqualTo("officials");
    assertThat(content(text, a)).isEqualTo("left the boat alone");
    String who = "The diver, who police say knew the river, was found on Sunday.";
    assertThat(find(who)).extracting(Attribution::speaker).contains("police").doesNotContain("who");
  }

  @Test
  void whoStandsForTheNounBeforeIt() {
    String text = "A pilot who said he had seen the light called the harbour.";
    assertThat(find(text))
        .extracting(Attribution::speaker)
        .contains("A pilot")
        .doesNotContain("who");
    assertThat(only("The pilots' chairman, Karl Lindqvist, said the port was shut.").speaker())
        .isEqualTo("Karl Lindqvist");
  }

  @Test
  void whoSpokeLastGoesOnSpeaking() {
    String text =
        "Captain Karl Lindqvist will visit the port on Monday. The port's chairwoman, Olga Brandt,"
            + " denied the report. \"It is false from end to end,\" she said.";
    assertThat(find(text)).extracting(Attribution::speaker).containsOnly("Olga Brandt");
  }

  @Test
  void theyAreWhoSpokeBefore() {
    String text = "Officials said the port was shut. They said it would open on Monday.";
    assertThat(find(text)).extracting(Attribution::speaker).containsOnly("Officials");
  }

  @Test
  void sheIsTheSpokeswomanWhenNobodyIsNamed() {
    String text = "A spokeswoman said the port was shut. She said it would open on Monday.";
    assertThat(find(text)).extracting(Attribution::speaker).containsOnly("A spokeswoman");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The crew fired a flare to warn the tanker.",
        "Divers are looking for the captain.",
        "The pilots were called at two in the morning.",
        "The council has not said whether the port was inspected.",
        "The owner declined to say how many boats were lost.",
        "The captain is not expected to return.",
        "A pilot accused of theft pleaded guilty.",
        "Pilot charged after two boats sank",
        "The port has seen prolonged drought.",
        "The owner's reluctance to sell the boat surprised the town.",
        "The council would not name the type of engine.",
        "The owner declined to comment.",
        "The crowd observed a minute of quiet.",
        "The owner is weighing whether to sell the boat.",
        "UPDATE: Crews battle a fire in the port.",
        "The former captain must report to prison on Monday.",
        "Soldiers must report to their units by Friday.",
        "Dockers must report to work on Monday.",
        "Sailors are ordered to report to the harbour office.",
        "The problem: nobody knows who built the dam.",
        "The plan, approved last year: two new bridges over the river.",
        "The decision, made on Friday: one of three ports will be closed.",
        "Officers responded to a report of smoke and found a boat ablaze."
      })
  void whatNobodySaidIsNoStatement(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void whatIsReportedToThePoliceIsSaid() {
    assertThat(only("Residents reported to the police that the dam was leaking.").speaker())
        .isEqualTo("Residents");
  }

  @Test
  void aTitleInMarksIsNoSpeech() {
    assertThat(find("The museum shows \"The Night Ferry\" until May."))
        .noneSatisfy(a -> assertThat(a.kind()).isEqualTo(Kind.QUOTE));
  }

  @Test
  void aQuotationThatRunsOverParagraphsKeepsItsSpeaker() {
    String text =
        "\u201cWe waited nine years for this bridge,\u201d Olga Brandt said. \u201cIt was worth"
            + " it.\n\n\u201cNow the town can grow as it should have done long ago.\u201d";
    List<Attribution> all = find(text);
    assertThat(all).hasSize(3);
    assertThat(all).allSatisfy(a -> assertThat(a.speaker()).isEqualTo("Olga Brandt"));
  }

  @Test
  void aNameBehindADashIsTheSpeaker() {
    String text =
        "\u201cA harbour is a promise.\u201d \u2014 Olga Brandt\n\n"
            + "\u201cWe never close before the last boat is in.\u201d\n\u2013 Karl Lindqvist, pilot\n\n"
            + "The pilots met in spring.\n\nThe town came too.\n\nThe next day was warm.";
    List<Attribution> all = find(text);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).speaker()).isEqualTo("Olga Brandt");
    assertThat(all.get(1).speaker()).isEqualTo("Karl Lindqvist");
  }

  @Test
  void aDashBeforeASentenceCreditsNobody() {
    String text = "\u201cWe will see what happens.\u201d \u2014 Brandt left the room at noon.";
    assertThat(find(text))
        .noneSatisfy(a -> assertThat(text.substring(a.end() - 3, a.end())).isEqualTo("ndt"));
  }

  @Test
  void labelsNameTheSpeakersOfATranscript() {
    String text =
        "\"HOLM: Did you read the report before the vote?\n\n"
            + "\"BRANDT: I did, and I said so at the time.\n\n"
            + "\"Nobody asked me about it then.\n\n"
            + "\"HOLM: So why wait a year?\n\n"
            + "\"BRANDT: Because the court asked us to wait.\"";
    List<Attribution> quotes = find(text).stream().filter(a -> a.kind() == Kind.QUOTE).toList();
    assertThat(quotes)
        .extracting(a -> String.valueOf(a.speaker()).toLowerCase(java.util.Locale.ROOT))
        .containsExactly("holm", "brandt", "brandt", "holm", "brandt");
    assertThat(content(text, quotes.get(0))).startsWith("Did you read");
  }

  @Test
  void aTranscriptNeedsNoMarks() {
    String text =
        "ANNA HOLM: Did you read the report?\n\nOLGA BRANDT: I did.\n\n"
            + "ANNA HOLM: So why wait a year?\n\nOLGA BRANDT: Because the court asked us to.";
    assertThat(find(text).stream().filter(a -> a.kind() == Kind.QUOTE)).hasSize(4);
  }

  @Test
  void wordsWithoutACueBelongToThePersonWithWhomTheParagraphBegins() {
    String text =
        "\"The ferry was old,\" Karl Lindqvist said.\n\n"
            + "Olga Brandt shook her head. \"It was as good as new when it left the yard.\"";
    List<Attribution> all = find(text);
    assertThat(all.get(all.size() - 1).speaker()).isEqualTo("Olga Brandt");
  }

  @Test
  void marksOfTheOtherShapeNestInsideAQuotation() {
    String text =
        "\"We call it \u201cthe long winter\u201d and nobody wants it back,\" Olga Brandt said.";
    Attribution a = find(text).get(0);
    assertThat(content(text, a)).endsWith("nobody wants it back,");
  }

  @Test
  void aShortPieceOfAnInterruptedQuotationIsSpeech() {
    String text = "\"That,\" Olga Brandt said, \"is not what the council voted for in May.\"";
    assertThat(find(text)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void anyTextGivesSpansInsideIt(long seed) {
    Random random = new Random(seed);
    String[] bits = {
      "\"",
      "'",
      "\u201c",
      "\u201d",
      "\u2019",
      "''",
      "``",
      ". ",
      ", ",
      " ",
      "\n",
      "said ",
      "told ",
      "according to ",
      "he ",
      "Anna Holm ",
      "police ",
      "that ",
      "denied ",
      ": ",
      "\ud83d\ude00",
      "the ferry sank ",
      "and ",
      "(",
      ")",
      "not "
    };
    for (int round = 0; round < 30; round++) {
      StringBuilder b = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        b.append(bits[random.nextInt(bits.length)]);
      }
      String text = b.toString();
      for (Attribution a : find(text)) {
        assertThat(a.start()).as("seed %d", seed).isBetween(0, a.contentStart());
        assertThat(a.contentEnd()).as("seed %d", seed).isGreaterThan(a.contentStart());
        assertThat(a.end()).as("seed %d", seed).isBetween(a.contentEnd(), text.length());
        assertThat(a.cueEnd()).isLessThanOrEqualTo(a.end());
      }
    }
  }

  @Test
  void theSameTextGivesTheSameAttributions() {
    String text = "\"We lost,\" Karl Lindqvist said. He added that the team would train.";
    List<List<Attribution>> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      runs.add(find(text));
    }
    assertThat(runs).allSatisfy(r -> assertThat(r).isEqualTo(runs.get(0)));
  }
}
