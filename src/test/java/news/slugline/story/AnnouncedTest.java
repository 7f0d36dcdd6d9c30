package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;

/** Who announces something does not say that it was done, however alike the words. */
class AnnouncedTest {
  private static List<Fact> facts(String a, String b) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, a).build());
    if (!b.isEmpty()) {
      desk.arrive(Desk.article("b", "1", 40, b).build());
    }
    return desk.tick(41).facts();
  }

  private static boolean anySaidByTwo(List<Fact> facts) {
    return facts.stream()
        .filter(f -> f.kind() == Kind.STATEMENT || f.topicKey().startsWith("told"))
        .anyMatch(f -> f.status() == FactStatus.CORROBORATED);
  }

  @Test
  void aPlanAndItsOutcomeAreNotOneStatement() {
    assertThat(
            anySaidByTwo(
                facts(
                    "Two recorders were found and will be opened in Larch on Wednesday, the safety"
                        + " board said.",
                    "The recorders were opened in Larch on Wednesday, the safety board said.")))
        .isFalse();
  }

  @Test
  void twoAnnouncementsAre() {
    assertThat(
            anySaidByTwo(
                facts(
                    "Two recorders were found and will be opened in Larch on Wednesday, the safety"
                        + " board said.",
                    "The recorders are to be opened in Larch on Wednesday, the safety board"
                        + " said.")))
        .isTrue();
  }

  /** Both name the manager at length; the one opens an inquiry, the other charges him. */
  @Test
  void namingSomebodyAlikeIsNoStatement() {
    assertThat(
            anySaidByTwo(
                facts(
                    "Prosecutor Lena Odum said her office had opened an inquiry into the hospital's"
                        + " technical manager, Ole Bergstrom.",
                    "The hospital's technical manager, Ole Bergstrom, was charged on Friday with"
                        + " seven counts of negligence, prosecutor Lena Odum said.")))
        .isFalse();
  }

  @Test
  void whatWillGoAheadHasNotHappened() {
    List<Fact> facts = facts("The nurses' protest in Larch on Friday will go ahead.", "");
    assertThat(facts)
        .filteredOn(f -> f.kind() == Kind.EVENT && f.topicKey().contains("protest"))
        .isNotEmpty()
        .allMatch(f -> f.positions().stream().allMatch(p -> p.value().equals("planned")));
  }

  @Test
  void aTollIsReadBehindALongName() {
    List<Fact> facts =
        facts(
            "The death toll from an outbreak of Legionnaires' disease at St Brannoc's Hospital in"
                + " Larch has risen to four, doctors said.",
            "");
    assertThat(facts)
        .anyMatch(f -> f.positions().stream().anyMatch(p -> p.value().equals("4 killed")));
  }
}
