package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement is what is said; who is said to have said it copy names in many ways. */
class VoicesTest {
  private static final String BUS = "A school bus hit a wall in Larch on Friday morning. ";

  /** The articles of the facts of statements that hold two of them. */
  private static Set<String> together(String a, String b) {
    Set<String> out = new TreeSet<>();
    for (Fact f : new Desk().factsOf(BUS + a, BUS + b)) {
      if (f.kind() == Kind.STATEMENT || f.kind() == Kind.QUOTE) {
        for (Position p : f.positions()) {
          List<String> articles =
              p.evidence().stream()
                  .filter(Evidence::counts)
                  .map(Evidence::article)
                  .distinct()
                  .toList();
          if (articles.size() > 1) {
            out.addAll(articles);
          }
        }
      }
    }
    return out;
  }

  @Test
  void statementsWithOtherNumbersAreTwo() {
    assertThat(
            together(
                "The bus company lost the data of 800,000 riders, the company said.",
                "The bus company lost the data of 1.2 million riders, a police officer said."))
        .isEmpty();
  }

  static Stream<Arguments> one() {
    return Stream.of(
        arguments(
            "The injuries of the driver were not life-threatening, the sergeant said.",
            "Police said the driver's injuries were not life-threatening."),
        arguments(
            "A spokesman said the brakes of the bus had failed on the hill.",
            "The company said the brakes of the bus failed on the hill."),
        arguments(
            "Larch Transit said the brakes of the bus had failed on the hill.",
            "A spokeswoman for the operator said the brakes of the bus failed on the hill."),
        arguments(
            "Detective Ida Moe said the brakes of the bus had failed on the hill.",
            "Investigators said the brakes of the bus failed on the hill."));
  }

  @ParameterizedTest
  @MethodSource("one")
  void whatOneBodySaysIsOneStatementHoweverItsSpeakerIsNamed(String a, String b) {
    assertThat(together(a, b)).hasSize(2);
    assertThat(together(b, a)).hasSize(2);
  }

  static Stream<Arguments> two() {
    return Stream.of(
        arguments(
            "Ida Moe said the brakes of the bus had failed on the hill.",
            "Ole Berg said the brakes of the bus failed on the hill."),
        arguments(
            "The mayor said the brakes of the bus had failed on the hill.",
            "A nurse said the brakes of the bus failed on the hill."),
        arguments(
            "Mayor Ida Moe said the brakes of the bus had failed on the hill.",
            "The coach said the brakes of the bus failed on the hill."),
        arguments(
            "Police said three pupils on the bus had broken their arms.",
            "The sergeant said five pupils on the bus had broken their arms."),
        arguments(
            "Police said the driver of the bus was on his phone.",
            "The sergeant said the driver of the bus was not on his phone."),
        arguments(
            "Police said the pupils of the bus were taken to Birch Hospital.",
            "The sergeant said the pupils of the bus were taken to Larch Hospital."),
        arguments(
            "Larch Chamber of Commerce welcomed the rule change.",
            "Officials opposed the rule change."),
        arguments(
            "Police said the driver of the bus had been drinking at home.",
            "The sergeant said the driver of the bus had slept for two hours."));
  }

  @ParameterizedTest
  @MethodSource("two")
  void whatTwoSayOrTwoThingsAreTwoStatements(String a, String b) {
    assertThat(together(a, b)).isEmpty();
    assertThat(together(b, a)).isEmpty();
  }
}
