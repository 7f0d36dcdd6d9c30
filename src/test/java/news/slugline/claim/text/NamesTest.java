package news.slugline.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static List<String> people(String text) {
    return Names.of(Document.of(text), null).mostMentioned(EntityType.PERSON);
  }

  @Test
  void lastNamesAndTitlesResolveToTheFullName() {
    Document d =
        Document.of(
            "Mayor Olga Brandt spoke on Monday. Ms. Brandt said the bridge is safe. \"It holds,\""
                + " Brandt said.");
    Names names = Names.of(d, null);
    assertThat(names.mostMentioned(EntityType.PERSON)).containsExactly("Olga Brandt");
    assertThat(names.mentions()).hasSize(3);
  }

  @Test
  void placesAndOrganisationsAreToldFromPersons() {
    Names names =
        Names.of(
            Document.of(
                "The Federal Harbour Commission (FHC) met in Oslo. The FHC fined Karl Lindqvist, a"
                    + " U.S. citizen."),
            null);
    assertThat(names.mostMentioned(EntityType.ORGANISATION))
        .containsExactly("Federal Harbour Commission");
    assertThat(names.mostMentioned(EntityType.PLACE)).containsExactly("Oslo", "United States");
    assertThat(names.mostMentioned(EntityType.PERSON)).containsExactly("Karl Lindqvist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prime Minister Anilo Sharmado will visit Oslo. | Anilo Sharmado",
        "Leeds Mayor Janica Roev will visit Oslo. | Janica Roev",
        "The water minister, Meenara Borak, will visit Oslo. | Meenara Borak",
        "The mayor of Larchfield, Meenara Borak, will visit Oslo. | Meenara Borak",
        "It was welcomed by the minister for water, Meenara Borak. | Meenara Borak",
        "Chief Financial Officer Meenara Borak will visit Oslo. | Meenara Borak",
        "State Arbitrator Meenara Borak will visit Oslo. | Meenara Borak"
      })
  void anOfficeMakesANameThatOfAPerson(String text, String name) {
    Document d = Document.of(text);
    assertThat(Names.of(d, null).mostMentioned(EntityType.PERSON)).containsExactly(name);
  }

  /** "Per" and "Will" begin sentences, and they are given names. */
  @Test
  void aGivenNameThatIsAnOpenerBelongsToTheName() {
    assertThat(people("The party's leader Per Sandvik left. Nothing was heard of Will Sharpe."))
        .containsExactlyInAnyOrder("Per Sandvik", "Will Sharpe");
    assertThat(people("Last May Brussels fined it. Ms Holm said so in May."))
        .containsExactly("Holm");
  }

  @Test
  void aNumberThatOpensASentenceIsNoName() {
    Names names =
        Names.of(Document.of("Fourteen of the boats sank. Ninety were saved, Eleven said."), null);
    assertThat(names.mentions()).extracting(Mention::name).doesNotContain("Fourteen", "Ninety");
  }

  @Test
  void twoPeopleOfOneSurnameStayApart() {
    assertThat(people("Peter Holm met Anna Holm in Rome. Anna Holm left early."))
        .containsExactly("Anna Holm", "Peter Holm");
  }

  @ParameterizedTest
  @CsvSource({
    "Zelensky, Zelenskyy",
    "Volodymyr Zelenskiy, Zelensky",
    "Mohammed Said, Muhammad Saïd",
    "Gen. Erich Müller, Erich Muller",
    "J. R. Whitcombe Jr., John Whitcombe",
    "Bashar al-Assad, Assad",
    "Yuri Rabinovitch, Yury Rabinovich",
  })
  void spellingsOfOneNameShareTheirKey(String a, String b) {
    assertThat(NameKeys.key(a)).isEqualTo(NameKeys.key(b));
    assertThat(NameKeys.same(a, b)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Donald Trump, Melania Trump", "Peter Holm, Anna Holm", "Putin, Pushkin"})
  void differentPeopleAreNotTheSame(String a, String b) {
    assertThat(NameKeys.same(a, b)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "said, say",
    "stated, state",
    "denies, deny",
    "warned, warn",
    "planning, plan",
    "acknowledged, acknowledge",
    "announces, announce",
    "believing, believe",
    "hoped, hope",
    "told, tell",
    "added, add",
    "admitted, admit",
    "promised, promise",
    "called, call",
    "watches, watch",
    "argued, argue",
    "expressed, express",
    "cited, cite",
    "worrying, worry"
  })
  void verbsHaveTheirLemmas(String form, String lemma) {
    assertThat(Verbs.lemma(form)).isEqualTo(lemma);
  }

  @Test
  void tagsComeASentenceAtATime() {
    Document d = Document.of("The mayor didn't speak. She left.");
    assertThat(d.tokens()).extracting(Token::text).contains("did", "n't");
    assertThat(d.tag(1)).isEqualTo("NOUN");
    assertThat(d.tag(4)).isEqualTo("VERB");
  }
}
