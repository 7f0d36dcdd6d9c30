package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.story.ArticleUse;
import news.slugline.story.Counts;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.LifeState;
import news.slugline.story.Position;
import news.slugline.story.StoryState;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static final String SENTENCE = "Ivo Lang was taken to hospital, where he later died.";
  private static final String CLAUSE = "where he later died.";

  private static Evidence evidence(String article) {
    return new Evidence(
        article,
        "1",
        "Bay Press",
        "Bay Press",
        false,
        0,
        16,
        CLAUSE,
        null,
        Modality.ASSERTED,
        true,
        null);
  }

  /** The gist that is shown of a death that one clause of these articles tells. */
  private static String gist(Set<String> withdrawn, int folded, String... articles) {
    List<Evidence> evidence = List.of(articles).stream().map(RedactionTest::evidence).toList();
    Position p =
        new Position(
            "occurred",
            FactStatus.SINGLE_SOURCE,
            true,
            1,
            List.of("Bay Press"),
            List.of(),
            List.of(),
            evidence,
            folded);
    Fact f =
        new Fact(
            "f1",
            "event:death",
            Kind.EVENT,
            FactStatus.SINGLE_SOURCE,
            null,
            SENTENCE,
            List.of(p),
            List.of());
    List<StoryState.ArticleRef> refs =
        List.of(articles).stream()
            .map(
                a ->
                    new StoryState.ArticleRef(
                        a, "1", "Bay Press", null, null, "", "2026-03-01", ArticleUse.USED))
            .toList();
    StoryState s =
        new StoryState(
            "s1",
            1,
            LifeState.EMERGING,
            "",
            SENTENCE,
            List.of(),
            List.of(),
            new Counts(1, 1, 1, 0),
            refs,
            List.of(),
            List.of(),
            List.of(f),
            0,
            null,
            "2026-03-01T10:00:00Z",
            "x");
    return new Redaction(withdrawn).state(s).facts().get(0).gist();
  }

  @Test
  void aGistOfWhichAllSourcesAreListedStays() {
    assertThat(gist(Set.of(), 0, "a", "b")).isEqualTo(SENTENCE);
  }

  @Test
  void aGistThatMayBeAWithdrawnArticlesGivesWayToWordsThatMayBeShown() {
    assertThat(gist(Set.of("b"), 0, "a", "b")).isEqualTo(CLAUSE);
    assertThat(gist(Set.of(), 1, "a")).as("not all is listed").isEqualTo(CLAUSE);
    assertThat(gist(Set.of("a"), 0, "a")).doesNotContain("Lang", "died");
  }
}
