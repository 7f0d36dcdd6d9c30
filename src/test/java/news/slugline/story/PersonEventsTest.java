package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What befell two persons are two events, whatever the words; what befell one is one. */
class PersonEventsTest {
  private static final String PORT =
      "Two men stood trial over bribes at the port of Larch on Monday, prosecutor Ann Holm said. ";

  /** How many origins each position of the events of a class has. */
  private static List<Integer> origins(String type, String a, String b) {
    List<Integer> out = new ArrayList<>();
    for (Fact f : new Desk().factsOf(a, b)) {
      if (f.topicKey().equals("event:" + type + "/status")) {
        f.positions().forEach(p -> out.add(p.origins()));
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plea|Torvo Quist pleaded guilty to bribery on Monday.|Lukko Verhoff pleaded guilty to bribery on Monday.",
        "plea|Torvo Quist pleaded guilty to bribery on Monday.|Torvo Quist pleaded not guilty to bribery on Monday.",
        "charge|Prosecutors on Monday charged Torvo Quist with bribery and fraud at the port.|Prosecutors on Monday charged Lukko Verhoff with bribery and fraud at the port.",
        "conviction|Torvo Quist was convicted of bribery and fraud on Monday.|Lukko Verhoff was convicted of bribery and fraud on Monday.",
        "arrest|Torvo Quist was arrested on Monday over bribes at the port.|Lukko Verhoff was arrested on Monday over bribes at the port.",
        "arrest|Torvo Quist and Lukko Verhoff were arrested on Monday over bribes at the port.|Lukko Verhoff was arrested on Monday over bribes at the port.",
        "fine|Torvo Quist was fined for bribes on Monday by the court of Larch.|Lukko Verhoff was fined for bribes on Monday by the court of Larch.",
        "appoint|The port on Monday appointed Torvo Quist as its chief executive.|The port on Monday appointed Lukko Verhoff as its chief executive.",
        "plea|A former port official pleaded guilty to bribery on Monday. Torvo Quist was charged with bribery. Mirra Zandt was charged with fraud.|Lukko Verhoff pleaded guilty to two counts of bribery.",
      })
  void twoPersonsEventsAreTwo(String type, String a, String b) {
    assertThat(origins(type, PORT + a, PORT + b)).isNotEmpty().allMatch(n -> n == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plea|Torvo Quist pleaded guilty to bribery on Monday.|On Monday Quist pleaded guilty to bribery.",
        "charge|Prosecutors on Monday charged Torvo Quist with bribery at the port.|Torvo Quist was charged with bribery on Monday.",
        "arrest|Torvo Quist was arrested on Monday over bribes at the port.|Police arrested Torvo Quist over the bribes on Monday.",
        "arrest|A man of 34 was arrested on Monday after he threw paint at the port. Torvo Quist resigned. Lukko Verhoff was elected.|On Monday a man of 34 was arrested for throwing paint at a wall. Torvo Quist resigned. Lukko Verhoff was elected.",
        "sentence|Lukko Verhoff was sentenced to six years for bribery and Torvo Quist to four years on Monday.|Torvo Quist was sentenced to four years for bribery on Monday.",
      })
  void onePersonsEventsMeet(String type, String a, String b) {
    assertThat(origins(type, PORT + a, PORT + b)).contains(2);
  }

  @Test
  void aSentenceOfTwoIsTwoFacts() {
    String a = "Lukko Verhoff was sentenced to six years and Torvo Quist to four years on Monday.";
    String b = "A court on Monday sentenced Lukko Verhoff to six years and Torvo Quist to four.";
    assertThat(origins("sentence", PORT + a, PORT + b)).containsExactly(2, 2);
  }

  @Test
  void whatIsReleasedIsOneThingOnlyIfBothSayWhat() {
    String head = "A boy shot his brother in Larch on Monday. ";
    String names = head + "The names of the brothers were not released.";
    String details = head + "No further details have been released at this time.";
    assertThat(releases(names, details)).hasSize(2);
    String one = head + "Police later released two hostages.";
    String other = head + "Two hostages were later released by the police.";
    assertThat(releases(one, other)).hasSize(1);
  }

  private static List<Fact> releases(String one, String other) {
    return new Desk()
        .factsOf(one, other).stream()
            .filter(f -> f.topicKey().equals("event:release/status"))
            .toList();
  }
}
