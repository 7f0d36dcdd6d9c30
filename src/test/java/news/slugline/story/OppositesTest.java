package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that share nearly all their words and say the contrary, or something else. */
class OppositesTest {
  private static final String CUT =
      "Norland's central bank cut its key rate on Thursday to 9.5%, it said.";

  private static List<Fact> facts(String a, String b) {
    return new Desk().factsOf(a, b);
  }

  private static List<Fact> of(List<Fact> facts, FactStatus status) {
    return facts.stream()
        .filter(f -> f.positions().stream().anyMatch(p -> p.status() == status))
        .toList();
  }

  private static boolean isText(Fact f) {
    return f.kind() == Kind.STATEMENT || f.topicKey().contains("told");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A court in Larch acquitted former minister Per Holm of fraud on Thursday over a $40 million dam contract, his lawyer said. | Former minister Per Holm was found guilty of fraud by a Larch court on Thursday in a case over a $40 million dam contract.
          The Norland Commission on Wednesday approved the 2 billion euro takeover of shoemaker Corv by fashion house Dahl. | The Norland Commission blocked fashion house Dahl's 2 billion euro takeover of shoemaker Corv on Wednesday, citing competition concerns.
          Norland's central bank cut its key rate on Thursday to 9.5%, the bank said in a statement. | Norland's central bank left its key rate unchanged at 9.75% on Thursday, it said in a statement.
          Larch coach Mark Riv has resigned after Saturday's 4-0 defeat, the Norland soccer club said on Monday. | Norland soccer club Larch sacked coach Mark Riv on Monday following the 4-0 home defeat on Saturday, club president Al Ner told reporters.
          """)
  void theContraryIsDisputed(String a, String b) {
    List<Fact> facts = facts(a, b);
    assertThat(of(facts, FactStatus.CORROBORATED)).noneMatch(OppositesTest::isText);
    assertThat(of(facts, FactStatus.DISPUTED)).anyMatch(OppositesTest::isText);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Prime Minister Lou Hart said on Thursday she would not call an early election. | Prime Minister Lou Hart said on Thursday she would not raise taxes in the autumn budget.
          Doctors in Larch hospitals would stop work on Monday, union leader Rui Salg said. | Doctors in Larch hospitals would vote on Monday on a pay offer, union secretary Rui Salg said.
          Trade talks between Norland and Vik will open in Larch on Thursday, the foreign ministry said. | Trade talks between Norland and Vik planned for Thursday in Larch were cancelled on Wednesday, the foreign ministry said.
          Anna Kov of Norland won gold in the 1,500 metres in Larch on Friday. | Lisa Jans of Vik won silver in the 1,500 metres in Larch on Friday.
          """)
  void somethingElseIsNotCounted(String a, String b) {
    List<Fact> facts = facts(a, b);
    assertThat(of(facts, FactStatus.CORROBORATED)).noneMatch(OppositesTest::isText);
  }

  @Test
  void theSameInOtherWordsIsCounted() {
    String same = "The central bank of Norland on Thursday cut its key rate to 9.5%, it said.";
    assertThat(of(facts(CUT, same), FactStatus.CORROBORATED)).anyMatch(OppositesTest::isText);
    assertThat(of(facts(CUT, same), FactStatus.DISPUTED)).isEmpty();
  }

  @Test
  void whoTellsBothTellsNeitherAgainstTheOther() {
    String both =
        "Norland's central bank, which raised its key rate in May, cut it on Thursday to 9.5%, it said.";
    assertThat(of(facts(CUT, both), FactStatus.DISPUTED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          At least 17 people were killed when shells fell on a market in Larch on Tuesday, doctors said. | An attack on the market of Larch on Tuesday in which 19 people died was condemned.
          Some 500 farmers blocked the road at Larch on Monday. | Hundreds of farmers blocked the road at Larch on Monday.
          Thousands of teachers marched through Larch on Monday. | About 4,000 teachers marched through Larch on Monday.
          """)
  void aVagueNumberIsNoExactOne(String a, String b) {
    assertThat(of(facts(a, b), FactStatus.CORROBORATED)).noneMatch(f -> f.kind() == Kind.QUANTITY);
  }
}
