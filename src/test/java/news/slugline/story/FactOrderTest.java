package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;

/**
 * What an editor reads first, and on which days a fact turns, of articles read from their words.
 */
class FactOrderTest {
  private static final String PLAN = "Ada Marsh and Leo Brandt are set to meet in Paris on Monday.";
  private static final String FILLER =
      " The talks follow months of letters, of which none was ever published by either of the two."
          + " Their offices have said little, and the town has seen few visitors since the autumn."
          + " Hotels near the river are booked out all the same, and the square has been swept."
          + " Nobody expects a treaty, though the flags of both countries hang from the balconies."
          + " A brass band has been rehearsing in the courtyard of the town hall every evening. ";

  @Test
  void theGistTellsWhatHappenedOnceItHas() {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", -20, PLAN).build());
    desk.arrive(Desk.article("b", "1", -19, "Marsh and Brandt will meet in Paris Monday.").build());
    desk.arrive(Desk.article("c", "1", -18, PLAN + " The talks begin at noon.").build());
    assertThat(desk.tick(0).gist()).contains("meet in Paris");
    String met = "Ada Marsh and Leo Brandt met in Paris on Monday for two hours.";
    desk.arrive(Desk.article("d", "1", 12, met).build());
    assertThat(desk.tick(13).gist()).isEqualTo(met);
  }

  @Test
  void anEventThatAnArticleOpensWithIsNewsAndStandsBeforeOneInItsBody() {
    Desk desk = new Desk();
    String lead = "Leo Brandt resigned on Sunday.";
    String body = "Ada Marsh married on Sunday.";
    desk.arrive(Desk.article("a", "1", 0, lead + FILLER + body).build());
    List<Fact> events =
        desk.tick(1).facts().stream()
            .filter(f -> f.kind() == Kind.EVENT && !f.topicKey().startsWith("told"))
            .filter(f -> f.gist().equals(lead) || f.gist().equals(body))
            .toList();
    assertThat(events).extracting(Fact::gist).containsExactly(lead, body);
    assertThat(events.get(0).changes())
        .containsExactly(new Fact.Turn("2026-03-01", ChangeReason.NEW_CLAIM, "a"));
    assertThat(events.get(1).changes()).isEmpty();
  }

  @Test
  void whatIsToldOtherwiseSinceStandsBehindCorroboratedAndBeforeWhatIsToldOnce() {
    Desk desk = new Desk();
    String fire = "Police in Larch are investigating the fire at the bank.";
    String again = "The fire at the bank in Larch was investigated by police for a second day.";
    String other =
        " The pair had known each other since school, and the rings were made by her brother. A cake"
            + " of nine layers was cut at the harbour, where a crowd sang until the rain began. Her"
            + " aunt gave them a boat, and his neighbours a pair of goats that ate the flowers. The"
            + " organ had been out of tune for years, so a choir of miners sang without it. ";
    desk.arrive(Desk.article("a", "1", 0, "Leo Brandt resigned." + FILLER + fire).build());
    desk.arrive(Desk.article("b", "1", 20, "Ada Marsh married." + other + other + again).build());
    assertThat(desk.tick(21).facts())
        .extracting(Fact::topicKey)
        .containsSubsequence(
            "event:fire/status", "event:investigation/status", "event:wedding/status");
  }

  /** A toll that rose is not told as it was. */
  @Test
  void theGistGivesNoNumberThatWasReplaced() {
    Desk desk = new Desk();
    String sank = " people died when a ferry sank off Larch on Sunday, police said." + FILLER;
    desk.arrive(Desk.article("a", "1", 0, "Nine" + sank).build());
    desk.arrive(Desk.article("b", "1", 1, "At least nine" + sank).build());
    desk.arrive(
        Desk.article(
                "c",
                "1",
                20,
                "The death toll from the sinking of a ferry off Larch on Sunday rose to 14, police said."
                    + FILLER)
            .build());
    assertThat(desk.tick(21).gist()).contains("14").doesNotContain("ine people");
  }

  /** Of events that as many tell of, the one with which articles open is what they are about. */
  @Test
  void theGistTellsWhatArticlesOpenWithAndBeginsWithNoPronoun() {
    Desk desk = new Desk();
    String next = " The bank next meets on July 16.";
    desk.arrive(
        Desk.article("a", "1", 0, "It sank. The bank cut its rate to 2% on Sunday." + FILLER + next)
            .build());
    desk.arrive(
        Desk.article("b", "1", 1, "The bank on Sunday cut its rate to 2%." + FILLER + next)
            .build());
    assertThat(desk.tick(2).gist()).contains("cut its rate");
  }
}
