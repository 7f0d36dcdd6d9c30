package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;

/** Plans that were moved, and what came instead. */
class ChangedPlanTest {
  @Test
  void anAnnouncedHourAgreesWithNoOtherAtWhichItCame() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article(
                "a",
                "1",
                0,
                "The storm bureau in Dorn put the winds at 195 kph, and said the eye of the storm"
                    + " would come ashore between Vik and Larch at around 4 a.m. on Tuesday. Boats"
                    + " were hauled up the beach.")
            .build());
    desk.arrive(
        Desk.article(
                "b",
                "1",
                26,
                "The eye of the storm came ashore near Larch at 4:40 a.m. (0840 GMT) on Tuesday with"
                    + " winds of 190 kph, the weather institute said. It tore the roof off the"
                    + " church.")
            .build());
    List<Fact> facts =
        desk.tick(40).facts().stream().filter(f -> f.topicKey().endsWith("storm/start")).toList();
    assertThat(facts).isNotEmpty();
    assertThat(facts)
        .flatExtracting(Fact::positions)
        .as(facts.toString())
        .allMatch(p -> p.evidence().size() == 1);
  }

  @Test
  void whoHadNoPlansToDoItHasDoneIt() {
    Desk desk = new Desk();
    String line = "Ida Moe, the chief executive of Norland Lines";
    desk.arrive(
        Desk.article("a", "1", 0, line + ", said on Monday that she had no plans to resign.")
            .build());
    desk.arrive(
        Desk.article("b", "1", 40, line + ", resigned on Tuesday, the ferry company said.")
            .build());
    List<Fact> facts =
        desk.tick(50).facts().stream().filter(f -> f.topicKey().contains("resign/status")).toList();
    assertThat(facts).as(facts.toString()).hasSize(1);
    assertThat(facts.get(0).outcome()).isNull();
    assertThat(Desk.stands(facts, "did_not_occur", FactStatus.SUPERSEDED)).isTrue();
    assertThat(Desk.stands(facts, "occurred", FactStatus.SINGLE_SOURCE)).isTrue();
  }

  @Test
  void thatItDidNotComeAboutIsNotWhatWasAnnounced() {
    Desk desk = new Desk();
    String where = "Trains between Halden and the capital of Norland ";
    desk.arrive(
        Desk.article("a", "1", 0, where + "will run again on Thursday, the state railway said.")
            .build());
    desk.arrive(
        Desk.article(
                "b", "1", 60, where + "did not run on Thursday as planned, the state railway said.")
            .build());
    List<Fact> facts =
        desk.tick(70).facts().stream().filter(f -> f.kind() == Kind.STATEMENT).toList();
    assertThat(facts).isNotEmpty();
    assertThat(facts)
        .flatExtracting(Fact::positions)
        .as(facts.toString())
        .allMatch(p -> p.evidence().size() == 1);
  }

  @Test
  void aVisitThatWasPutOffAndThenCancelledIsAPlanThatWasCancelled() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article(
                "a",
                "1",
                0,
                "Foreign Minister Claire Holm put off a visit to Larch that had been planned for"
                    + " Thursday.")
            .build());
    desk.arrive(
        Desk.article("b", "1", 40, "Foreign Minister Claire Holm cancelled her visit to Larch.")
            .build());
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
}
