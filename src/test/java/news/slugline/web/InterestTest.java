package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import news.slugline.story.ChangeReason;
import news.slugline.story.LifeState;
import org.junit.jupiter.api.Test;

class InterestTest {
  private final Notice notice =
      new Notice(
          "s-1",
          LifeState.DEVELOPING,
          2,
          List.of("Anna María Berg"),
          Set.of(ChangeReason.NEW_CLAIM, ChangeReason.DENIED));

  @Test
  void everyConditionThatIsGivenMustHold() {
    assertThat(Interest.ALL.wants(notice)).isTrue();
    assertThat(of("denied,retracted", "", "", "", 0).wants(notice)).isTrue();
    assertThat(of("RETRACTED", "", "", "", 0).wants(notice)).isFalse();
    assertThat(of("DENIED", "s-1", "developing", "berg", 2).wants(notice)).isTrue();
    assertThat(of("DENIED", "s-1", "developing", "berg", 3).wants(notice)).isFalse();
    assertThat(of("", "s-2", "", "", 0).wants(notice)).isFalse();
  }

  @Test
  void aPersonIsMeantByAllTheWordsGiven() {
    assertThat(of("", "", "", "anna berg", 0).wants(notice)).isTrue();
    assertThat(of("", "", "", "MARÍA", 0).wants(notice)).isTrue();
    assertThat(of("", "", "", "anna bergman", 0).wants(notice)).isFalse();
  }

  @Test
  void anUnknownWordIsNamedWithWhatIsAccepted() {
    assertThatThrownBy(() -> of("SHOUTED", "", "", "", 0))
        .hasMessageContaining("SHOUTED")
        .hasMessageContaining("CONFLICT_OPENED");
  }

  private static Interest of(
      String reason, String story, String state, String person, int origins) {
    return Interest.of(List.of(reason), List.of(story), List.of(state), List.of(person), origins);
  }
}
