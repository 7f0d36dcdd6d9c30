package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a later report replaces, and the look-alikes that it leaves as they are. */
class SupersededTest {
  private static List<Fact> facts(int hours, String a, String b) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, a).build());
    if (!b.isEmpty()) {
      desk.arrive(Desk.article("b", "1", hours, b).build());
    }
    return desk.tick(hours + 1).facts();
  }

  private static final String PLAN =
      "Anna Moe, the finance minister of Norland, will visit the harbour of Vik on Friday, her"
          + " office said.";
  private static final String VISITED =
      "Anna Moe, the finance minister of Norland, visited the harbour of Vik on Friday.";
  private static final String REED_HURT = "Tom Reed was injured when a crane fell in Larch.";
  private static final String REED_DEAD = "Tom Reed died in Larch on Tuesday, doctors said.";

  static Stream<Arguments> replaced() {
    return Stream.of(
        arguments("planned", 96, PLAN, VISITED),
        arguments("occurred", 30, REED_HURT, REED_DEAD),
        arguments(
            "7 killed",
            20,
            "Seven people were killed when a ferry sank off Vik, rescuers said.",
            "The death toll from the sinking of a ferry off Vik rose to 11 people killed,"
                + " rescuers said."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("replaced")
  void whatBecameOfItReplacesIt(String old, int hours, String a, String b) {
    List<Fact> facts = facts(hours, a, b);
    assertThat(Desk.stands(facts, old, FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
  }

  private static final String MET = "The talks of Anna Moe with the shipowners were long.";

  static Stream<Arguments> kept() {
    return Stream.of(
        arguments(
            "one article tells of two visits",
            5,
            "Anna Moe will visit the savings bank in Larch. Anna Moe visited the savings bank of"
                + " Vik.",
            ""),
        arguments(
            "it goes on all the same",
            20,
            "Police in Larch are investigating the fire at the savings bank.",
            "The fire at the savings bank in Larch was investigated by police for a second day."),
        arguments(
            "nobody announces that he is hurt",
            20,
            "Anna Moe said the wall will kill somebody in Larch.",
            "Anna Moe said the wall killed somebody in Larch."),
        arguments(
            "what would have been is no plan",
            20,
            "Anna Moe said she would have visited the savings bank in Larch.",
            "Anna Moe visited the savings bank in Larch, she said."),
        arguments(
            "he had been, not: he would be",
            20,
            "Ole Bergstrom claimed he'd been arrested at the savings bank in Larch.",
            "Ole Bergstrom was arrested at the savings bank in Larch."),
        arguments(
            "a habit is no plan",
            20,
            "The minister, Anna Moe, will usually visit the harbour of Vik on Friday.",
            "The minister, Anna Moe, visited the harbour of Vik on Friday."),
        arguments(
            "somebody else was hurt",
            20,
            "Tom Reed was killed and another was injured when a crane fell in Larch.",
            "Tom Reed died in Larch on Tuesday, doctors said."),
        arguments(
            "who tells of it again from elsewhere moves it nowhere",
            20,
            "Anna Moe met the shipowners in Larch on Monday. " + MET,
            "Anna Moe met the shipowners in Vik on Monday. " + MET),
        arguments(
            "up to 80 is no fewer than 80",
            20,
            "As many as 80 people were wounded in the quake near Vik, rescuers said.",
            "The quake near Vik wounded 80 people, rescuers said."),
        arguments(
            "a day brings seldom a birthday",
            20,
            "Ole Bergstrom, 44, was arrested at the savings bank in Larch.",
            "Ole Bergstrom, 45, was arrested at the savings bank in Larch on Monday."),
        arguments(
            "each names a place of its own",
            20,
            "The fever outbreak killed three people in Larch, doctors said.",
            "The fever outbreak killed 12 people in Vik, doctors said."),
        arguments(
            "those confirmed are no more of those suspected",
            20,
            "The fever outbreak in Vik is suspected of having killed three people, doctors said.",
            "The fever outbreak in Vik was confirmed to have killed 12 people, doctors said."),
        arguments(
            "who faces charges has been charged",
            20,
            "Ole Bergstrom is facing a murder charge over the death of Anna Moe in Larch.",
            "Ole Bergstrom was charged with murder over the death of Anna Moe in Larch."),
        arguments(
            "where one comes from is no older value",
            20,
            "Ole Bergstrom, 45, originally from Vik, was arrested at the bank in Larch.",
            "Ole Bergstrom, 44, was arrested at the bank in Larch on Monday."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void whatIsNotOneThingReplacesNothing(String why, int hours, String a, String b) {
    assertThat(facts(hours, a, b))
        .as(why)
        .isNotEmpty()
        .noneMatch(f -> f.status() == FactStatus.SUPERSEDED || f.outcome() == Outcome.FULFILLED);
  }

  @Test
  void whatIsToldOtherwiseSinceListsItsDaysThoughNothingReplacesIt() {
    List<Fact> facts =
        facts(
            40,
            "Police in Larch are investigating the fire at the savings bank.",
            "The fire at the savings bank in Larch was investigated by police for a second day.");
    assertThat(facts)
        .filteredOn(f -> f.positions().size() > 1 && f.kind() == Kind.EVENT)
        .isNotEmpty()
        .allMatch(f -> f.status() == FactStatus.SINGLE_SOURCE)
        .allMatch(f -> f.changes().size() > 1);
  }

  @Test
  void aPlanIsNotOverdueWhileWhatMayHaveComeOfItIsTold() {
    Desk desk = new Desk();
    String plan = "Anna Moe said the wall will kill somebody in Larch on Tuesday.";
    desk.arrive(Desk.article("a", "1", 0, plan).build());
    assertThat(desk.tick(100).facts()).anyMatch(f -> f.outcome() == Outcome.OVERDUE);
    String came = "Anna Moe said the wall killed somebody in Larch on Tuesday.";
    desk.arrive(Desk.article("b", "1", 101, came).build());
    assertThat(desk.tick(102).facts())
        .filteredOn(f -> f.positions().stream().anyMatch(p -> p.value().equals("planned")))
        .isNotEmpty()
        .allMatch(f -> f.outcome() == Outcome.OPEN);
  }

  @Test
  void howFarItIsToldToBeIsNoDispute() {
    assertThat(
            facts(
                5,
                "Police in Larch are investigating the shootings that killed two men.",
                "Police in Larch continue to investigate the shootings that killed two men."))
        .isNotEmpty()
        .noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  @Test
  void whoTellsTheEndTooKnewIt() {
    List<Fact> facts =
        facts(
            5,
            "Ann Holm died on Monday in Larch after suffering a heart attack, her agent said.",
            "The singer Ann Holm has died in Larch.");
    assertThat(facts).isNotEmpty().noneMatch(f -> f.status() == FactStatus.SUPERSEDED);
  }
}
