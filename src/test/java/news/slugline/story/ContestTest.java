package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor is shown as a conflict, and what only reads like one: copy of two outlets. */
class ContestTest {
  private static final String FIRE = "A fire swept through the Alder Hotel in Marlow. ";
  private static final String COURT = "Rafael Ortega was arrested after the robbery in Marlow. ";

  /** The values that are held against each other in the facts that two articles make. */
  private static List<List<String>> disputes(String a, String b) {
    List<List<String>> out = new ArrayList<>();
    for (Fact f : new Desk().factsOf(a, b)) {
      if (f.status() == FactStatus.DISPUTED) {
        out.add(f.positions().stream().map(Position::value).sorted().toList());
      }
    }
    return out;
  }

  static Stream<Arguments> conflicts() {
    return Stream.of(
        arguments(
            "one person's age",
            COURT + "Rafael Ortega, 31, was charged with robbery.",
            COURT + "Police charged Rafael Ortega, 33, with robbery."),
        arguments(
            "arrest on two weekdays",
            COURT + "Ortega was arrested in Marlow on Saturday by harbour police.",
            COURT + "Harbour police arrested Ortega in Marlow on Sunday."),
        arguments(
            "a clock time",
            FIRE + "The fire broke out in the hotel at 3:50 a.m. Sunday.",
            FIRE + "The fire broke out in the hotel at 3:10 a.m. Sunday."),
        arguments(
            "months in prison",
            COURT + "Rafael Ortega served four months in Marlow prison for robbery.",
            COURT + "Rafael Ortega served five months in the Marlow prison for robbery."),
        arguments(
            "who live somewhere",
            FIRE + "The island of Alder, home to 9,000 people, was hit by a strong quake.",
            FIRE + "A strong quake hit the island of Alder, home to 6,000 people."),
        arguments(
            "a length of time of one thing",
            FIRE + "Firefighters battled the blaze at the hotel for six hours.",
            FIRE + "Firefighters battled the blaze at the hotel for nine hours."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conflicts")
  void whatDiffersOfOneThingIsDisputed(String name, String a, String b) {
    assertThat(disputes(a, b)).as(name).isNotEmpty();
    assertThat(disputes(b, a)).as(name).isNotEmpty();
  }

  @Test
  void aLowerTollIsHeldAgainstOneBeforeItAndAHigherOneReplacesIt() {
    String nine = FIRE + "Nine people were injured in the fire, police said.";
    String six = FIRE + "Six people were injured in the fire, the hospital said.";
    assertThat(disputes(nine, six)).containsExactly(List.of("6 injured", "9 injured"));
    assertThat(disputes(six, nine)).isEmpty();
  }

  @Test
  void aLowerTollOfDaysLaterIsNotHeldAgainstTheOneBefore() {
    Desk d = new Desk();
    d.factsOf(FIRE + "Nine people were injured in the fire, police said.", FIRE);
    d.arrive(
        Desk.article("c", "1", 100, FIRE + "Six people were injured in the fire, police said.")
            .build());
    assertThat(d.tick(101).facts()).noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  static Stream<Arguments> none() {
    return Stream.of(
        arguments(
            "a day reckoned from the day of writing",
            COURT + "Ortega was arrested in Marlow yesterday by harbour police.",
            COURT + "Harbour police arrested Ortega in Marlow on Saturday."),
        arguments(
            "the day of something else in the sentence",
            COURT + "Officers were back at the bank Sunday where police arrested Rafael Ortega.",
            COURT + "Harbour police arrested Ortega in Marlow on Saturday."),
        arguments(
            "one night of two days",
            COURT + "Harbour police arrested Ortega in Marlow Saturday night.",
            COURT + "Harbour police arrested Ortega in Marlow early Sunday."),
        arguments(
            "hours apart",
            FIRE + "The fire in the hotel on Quay Street broke out at 2:40 p.m. Sunday.",
            FIRE + "The fire in the hotel on Quay Street broke out at 4:35 a.m. Sunday."),
        arguments(
            "more of them",
            FIRE + "Nine people were injured in the fire, police said.",
            FIRE + "Six more people were injured in the fire, police said."),
        arguments(
            "one of the hurt has died since",
            FIRE + "Four people were injured in the fire.",
            FIRE + "The fire left one person dead and three injured."),
        arguments(
            "nobody was known to be hurt",
            FIRE + "Nobody was injured in the fire.",
            FIRE + "Three people were injured in the fire."),
        arguments(
            "a grandchild's age",
            COURT + "Nina Ortega, 47, his mother, spoke to reporters.",
            COURT + "Nina Ortega's 33-year-old nephew spoke to reporters."),
        arguments(
            "father and son",
            COURT + "Rafael Ortega, 31, was charged with robbery.",
            COURT + "Rafael Ortega, 58, his father, wept in the courtroom."),
        arguments(
            "an age at the trial",
            COURT + "Rafael Ortega, 31, was charged with robbery.",
            COURT + "A jury found Rafael Ortega, 33, guilty of robbery."),
        arguments(
            "the age of who is named next",
            COURT + "They held officer Rafael Ortega, 32-year-old officer Leo Brandt and others.",
            COURT + "They held officer Rafael Ortega, 44, and others."),
        arguments(
            "tolls of two years",
            "Nine people were killed in the fire at Alder Hotel in March 2011, officials said.",
            "Four people were killed in the fire at Alder Hotel on Sunday, officials said."),
        arguments(
            "a round and the bout",
            FIRE + "Dana Cole landed 28 punches on Ivy Reyes during the round.",
            FIRE + "Dana Cole landed 41 punches on Ivy Reyes."),
        arguments(
            "a quarter and the game",
            FIRE + "Dana Cole scored 22 points against Alder in the first quarter.",
            FIRE + "Dana Cole ended with 41 points against Alder."),
        arguments(
            "two offers",
            FIRE + "The Reds offered Marlow 30 million kronor for striker Ivo Lang.",
            FIRE + "On Friday the Blues offered Marlow 35 million kronor for striker Ivo Lang."),
        arguments(
            "dollars of two countries",
            FIRE + "The ministers agreed a €20 billion ($30 billion) loan for Norland on Friday.",
            FIRE + "The ministers agreed a €20 billion ($22 billion) loan for Norland on Friday."),
        arguments(
            "one night and the week",
            FIRE + "Police in Marlow held 30 people that night over the riot.",
            FIRE + "Police in Marlow have held 50 people this week over the riot."),
        arguments(
            "a month without its year",
            "The ship Tern seized ropes near Osterby on Monday, the fifth raid since March.",
            "The ship Tern seized ropes near Osterby on Monday, the fifth raid since March 2011."),
        arguments(
            "a quake of long ago",
            FIRE + "The quake in Norland killed 12 people on Saturday.",
            FIRE + "The 1990 quake in Norland killed 15 people."),
        arguments(
            "suspected and confirmed",
            FIRE + "Flu has killed 48 people in Norland.",
            FIRE + "Flu is suspected of having killed 80 people in Norland."),
        arguments(
            "two numbers of a unit",
            FIRE + "Cole finished with 269 yards in Marlow and caught 29 passes for 201 yards.",
            FIRE + "Cole ran for 166 yards in Marlow."),
        arguments(
            "another quake",
            FIRE + "A quake destroyed the town of Alder and killed 19 people.",
            FIRE + "On Saturday a quake destroyed the town of Birch and killed 12 people."),
        arguments(
            "a plea that contests nothing",
            COURT + "Rafael Ortega pleaded no contest to armed robbery in Marlow on Friday.",
            COURT + "Rafael Ortega pleaded guilty to armed robbery in Marlow on Friday."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("none")
  void whatOnlyReadsLikeAConflictIsNone(String name, String a, String b) {
    assertThat(Map.of("ab", disputes(a, b), "ba", disputes(b, a)))
        .as(name)
        .allSatisfy((order, d) -> assertThat(d).isEmpty());
  }

  @Test
  void clockTimesThatLookAlikeAreNotHeldAgainstEachOtherForTheirZones() {
    About of = Desk.about("sink", "start", null, "Petrel");
    Claim a =
        Desk.claim(Kind.TIME, "The Petrel sank off Marlow at 3:20 p.m.", "2026-03-01T20:20Z", of);
    Claim b =
        Desk.claim(Kind.TIME, "The Petrel sank off Marlow at 3:17 p.m.", "2026-03-01T22:17Z", of);
    Claim c =
        Desk.claim(Kind.TIME, "The Petrel sank off Marlow at 4:20 p.m.", "2026-03-01T21:20Z", of);
    assertThat(contested(a, b)).isFalse();
    assertThat(contested(a, c)).isTrue();
  }

  @Test
  void theSecondInTwoDaysIsNoConflictWithOneDayAfterAnother() {
    About of = Desk.about("injury", "duration", null, "Cole");
    Claim a =
        Desk.claim(
            Kind.QUANTITY, "One day after Cole, Reyes broke an ankle for Marlow.", "1 d", of);
    Claim b =
        Desk.claim(
            Kind.QUANTITY,
            "Reyes is the second after Cole in two days to break an ankle.",
            "2 d",
            of);
    assertThat(contested(a, b)).isFalse();
  }

  @Test
  void aTextThatGivesBothNumbersGivesThemOfTwoThings() {
    String both = "Dana Cole had 14 points and Ivy Reyes 11 points as Marlow beat Alder 65-53.";
    About of = Desk.about("", "amount:point", null, "Marlow", "Alder");
    Claim a = Desk.claim(Kind.QUANTITY, both, "14 point", of);
    Claim b = Desk.claim(Kind.QUANTITY, "Reyes: " + both, "11 point", of);
    Claim c =
        Desk.claim(
            Kind.QUANTITY, "Dana Cole had 12 points as Marlow beat Alder 65-53.", "12 point", of);
    assertThat(contested(a, b)).isFalse();
    assertThat(contested(a, c)).isTrue();
  }

  @Test
  void anAgeIsHeldAgainstAnotherOfTheSameFullNameOnly() {
    About town = Desk.about("", "age", "Chester");
    Claim a = Desk.claim(Kind.QUANTITY, "A 16-year-old Chester boy was held.", "16 y", town);
    Claim b = Desk.claim(Kind.QUANTITY, "The Chester woman, 23, was freed.", "23 y", town);
    assertThat(contested(a, b)).isFalse();
  }

  private static boolean contested(Claim a, Claim b) {
    Desk desk = new Desk(Map.of(a.text(), a, b.text(), b));
    return desk.factsOf(a.text(), b.text()).stream()
        .anyMatch(f -> f.status() == FactStatus.DISPUTED);
  }
}
