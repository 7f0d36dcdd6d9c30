package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;

/** Plans that were moved, and what came instead. */
class ChangedPlanTest {
  private final Desk desk = new Desk();

  @Test
  void anAnnouncedHourAgreesWithNoOtherAtWhichItCame() {
    arrive(
        "a",
        0,
        "The storm bureau in Dorn put the winds at 195 kph, and said the eye of the storm"
            + " would come ashore between Vik and Larch at around 4 a.m. on Tuesday. Boats"
            + " were hauled up the beach.");
    arrive(
        "b",
        26,
        "The eye of the storm came ashore near Larch at 4:40 a.m. (0840 GMT) on Tuesday with"
            + " winds of 190 kph, the weather institute said. It tore the roof off the"
            + " church.");
    List<Fact> facts =
        desk.tick(40).facts().stream().filter(f -> f.topicKey().endsWith("storm/start")).toList();
    assertThatNoneAgree(facts);
  }

  @Test
  void whoHadNoPlansToDoItHasDoneIt() {
    String line = "Ida Moe, the chief executive of Norland Lines";
    arrive("a", 0, line + ", said on Monday that she had no plans to resign.");
    arrive("b", 40, line + ", resigned on Tuesday, the ferry company said.");
    List<Fact> facts =
        desk.tick(50).facts().stream().filter(f -> f.topicKey().contains("resign/status")).toList();
    assertThat(facts).as(facts.toString()).hasSize(1);
    assertThat(facts.get(0).outcome()).isNull();
    assertThat(Desk.stands(facts, "did_not_occur", FactStatus.SUPERSEDED)).isTrue();
    assertThat(Desk.stands(facts, "occurred", FactStatus.SINGLE_SOURCE)).isTrue();
  }

  @Test
  void thatItDidNotComeAboutIsNotWhatWasAnnounced() {
    String where = "Trains between Halden and the capital of Norland ";
    arrive("a", 0, where + "will run again on Thursday, the state railway said.");
    arrive("b", 60, where + "did not run on Thursday as planned, the state railway said.");
    List<Fact> facts =
        desk.tick(70).facts().stream().filter(f -> f.kind() == Kind.STATEMENT).toList();
    assertThatNoneAgree(facts);
  }

  @Test
  void aVisitThatWasPutOffAndThenCancelledIsAPlanThatWasCancelled() {
    arrive(
        "a",
        0,
        "Foreign Minister Claire Holm put off a visit to Larch that had been planned for"
            + " Thursday.");
    arrive("b", 40, "Foreign Minister Claire Holm cancelled her visit to Larch.");
    assertThat(desk.tick(41).facts())
        .filteredOn(f -> f.topicKey().equals("event:visit/status"))
        .singleElement()
        .satisfies(f -> assertThat(f.outcome()).isEqualTo(Outcome.CANCELLED))
        .satisfies(
            f ->
                assertThat(f.positions())
                    .extracting(Position::value)
                    .containsExactlyInAnyOrder("cancelled", "postponed"));
  }

  private static void assertThatNoneAgree(List<Fact> facts) {
    assertThat(facts).isNotEmpty();
    assertThat(facts)
        .flatExtracting(Fact::positions)
        .as(facts.toString())
        .allMatch(p -> p.evidence().size() == 1);
  }

  private void arrive(String uri, int hour, String body) {
    desk.arrive(Desk.article(uri, "1", hour, body).build());
  }
}
