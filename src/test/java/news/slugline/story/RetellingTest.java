package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

/** Whether sentences of two articles, invented ones, tell of one happening. */
class RetellingTest {
  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");
  private static final ClaimExtractor EXTRACTOR = ClaimExtractor.standard();

  /** Where among the features of what is told these stand. */
  private static final int BOTH = 4;

  private static final int BEGINNINGS = 20;
  private static final int CLASSES = 21;

  private final Wording wording = Wording.english(Memory.LEAST);
  private final Retelling retelling = new Retelling(wording, Memory.LEAST);

  private record Copy(Claim first, Scene scene) {}

  private static final String FERRY =
      "A fire broke out on a ferry off Skelby on Tuesday, killing four passengers. ";

  private Copy copy(String headline, String body) {
    WireArticle a = WireArticle.builder("u", "1", "p").headline(headline).body(body).build();
    Claim first =
        EXTRACTOR.extract(a, TIME).claims().stream()
            .filter(Claim::isTold)
            .findFirst()
            .orElseThrow(() -> new AssertionError("tells nothing: " + body));
    return new Copy(first, Scene.of(headline, body, List.of(), wording));
  }

  private double same(Copy a, Copy b) {
    double out = retelling.same(a.first(), a.scene(), b.first(), b.scene());
    assertThat(retelling.same(b.first(), b.scene(), a.first(), a.scene()))
        .as("the other way round")
        .isEqualTo(out);
    return out;
  }

  private double[] features(Copy a, Copy b) {
    return retelling.toldFeatures(a.first(), a.scene(), b.first(), b.scene());
  }

  private final Copy fire =
      copy(
          "Four die in ferry fire off Skelby",
          FERRY
              + "The Marlow Star had left Skelby in March with 212 people aboard. Captain Ivo Lang"
              + " said the fire began on the car deck. Rescuers from Larch took 208 people off.");

  private final Copy sameFire =
      copy(
          "Ferry burns near Skelby",
          "Four passengers were killed when a fire broke out on the ferry Marlow Star near Skelby."
              + " Ivo Lang, the captain, called for help soon after the car deck caught fire. Larch"
              + " rescuers took 208 of 212 people off, in the worst accident of March.");

  private final Copy otherFire =
      copy(
          "Ferry burns near Corran",
          "Four passengers were killed when a fire broke out on the ferry Birch Queen near Corran."
              + " Una Moss, the captain, called for help soon after the engine room caught fire."
              + " Dunmore rescuers took 71 of 75 people off, in the worst accident of October.");

  @Test
  void toldOfOneMatterOutweighsLikeWordsOfAnother() {
    assertThat(same(fire, sameFire)).isGreaterThan(Retelling.SAME);
    assertThat(same(fire, otherFire)).isLessThan(Retelling.SAME);
    assertThat(retelling.oneMatter(fire.scene(), sameFire.scene()))
        .isGreaterThan(retelling.oneMatter(fire.scene(), otherFire.scene()));
  }

  /** The first sentences are the same; only what their articles say after them differs. */
  @Test
  void whatTheOtherArticleNeverNamesSpeaksAgainstIt() {
    Copy a =
        copy(
            "Ferry fire",
            FERRY + "The Marlow Star had 212 people aboard. Ivo Lang said so in Larch in March.");
    Copy like =
        copy(
            "Ferry fire",
            FERRY + "In Larch, Ivo Lang spoke of 212 aboard the Marlow Star. It was in March.");
    Copy unlike =
        copy(
            "Ferry fire",
            FERRY + "In Dunmore, Una Moss spoke of 75 aboard the Birch Queen. It was in October.");
    assertThat(same(a, like)).isGreaterThan(same(a, unlike));
  }

  @Test
  void allEventsOfASentenceAreHeldAgainstThoseOfTheOther() {
    Copy both = copy("", "A court sentenced Ivo Lang on Monday after he was arrested in Skelby.");
    Copy one = copy("", "Police in Skelby arrested Ivo Lang, the ferry's captain, on Sunday.");
    Copy none = copy("", "The ferry Marlow Star is the pride of Skelby and of its long harbour.");
    assertThat(both.first().about().classes()).hasSizeGreaterThan(1).contains("arrest");
    assertThat(none.first().about().classes()).isEmpty();
    assertThat(features(both, one)[CLASSES]).isEqualTo(1);
    assertThat(features(both, none)[CLASSES]).isZero();
  }

  /** Terms are compared as numbers; what is counted must be what their texts say. */
  @Test
  void countsTermsAndTheirBeginningsAsTheirTextsDo() {
    List<Copy> all =
        List.of(
            fire,
            sameFire,
            otherFire,
            copy("", "The boiler exploded on Monday; explosive gas had burned in the boiler room."),
            copy(
                "", "An explosion of gas shook the room, and the burning boilers exploded again."));
    for (Copy a : all) {
      for (Copy b : all) {
        Set<String> p = new HashSet<>(a.first().about().terms());
        Set<String> q = new HashSet<>(b.first().about().terms());
        Set<String> both = new HashSet<>(p);
        both.retainAll(q);
        Set<String> begins = Likeness.beginnings(p, both);
        begins.retainAll(Likeness.beginnings(q, both));
        assertThat(features(a, b)[BOTH]).isEqualTo(both.size() / 5.0);
        assertThat(features(a, b)[BEGINNINGS]).isEqualTo(begins.size() / 2.0);
      }
    }
  }

  @Test
  void aSceneKeepsTheFiguresAndMonthsOfItsArticle() {
    assertThat(fire.scene().figures()).contains("212", "208", "mar");
    assertThat(otherFire.scene().figures()).contains("71", "75", "oct").doesNotContain("mar");
    assertThat(fire.scene().bits()).hasSizeLessThan(600);
  }
}
