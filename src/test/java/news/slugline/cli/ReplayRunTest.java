package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.slugline.runtime.Results;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.StoryState;
import news.slugline.testing.Golden;
import org.junit.jupiter.api.Test;

class ReplayRunTest {

  @Test
  void theSeedsGoThroughAKafkaOfTheirOwnOnThreePartitions() throws Exception {
    ReplayInput input = ReplayInput.read(List.of(Path.of("seeds")));
    List<ReplayInput.Item> items = new ArrayList<>(input.items());
    items.add(new ReplayInput.Item("broken", null, "{not json".getBytes(StandardCharsets.UTF_8)));
    Results results;
    try (OwnCluster own = new OwnCluster()) {
      results = own.replay(3, 2).run(items, placed -> {});
    }

    assertThat(results.articles()).hasSize(5);
    assertThat(results.rejected())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getReason()).isEqualTo("bad_json");
              assertThat(r.getSource()).isEqualTo("broken");
            });
    assertThat(results.assignments()).hasSize(5);
    assertThat(results.stories()).hasSize(1);
    Golden.assertMatches(
        "seeds-updates.jsonl",
        results.updates().stream()
            .map(u -> ExportFiles.update(u) + "\n")
            .collect(Collectors.joining()));
    everyOriginIsHeardBeforeOneIsHeardTwice(results.stories().get(0));
  }

  private static void everyOriginIsHeardBeforeOneIsHeardTwice(StoryState story) {
    assertThat(story.facts())
        .flatExtracting(Fact::positions)
        .allSatisfy(
            p -> {
              long origins =
                  p.evidence().stream()
                      .filter(Evidence::counts)
                      .map(Evidence::origin)
                      .distinct()
                      .count();
              List<Evidence> shown = StoryPage.shown(p);
              assertThat(shown.stream().map(Evidence::origin).distinct())
                  .hasSize((int) Math.min(origins, shown.size()));
            });
  }
}
