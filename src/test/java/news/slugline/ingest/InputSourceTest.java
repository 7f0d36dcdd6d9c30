package news.slugline.ingest;

import static news.slugline.ingest.IngestBench.ninjs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputSourceTest {
  private IngestBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = IngestBench.open();
  }

  private void read(String text) throws Exception {
    SourceSpec source =
        IngestFile.source(Map.of("type", "stdin", "name", "stdin"), "test", Map.of());
    try (Ingester ingester =
        bench.ingester(
            false, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source)) {
      ingester.start();
      ingester.awaitEnd();
      assertThat(ingester.failures()).isEmpty();
    }
  }

  @Test
  void jsonLinesArePublishedOneByOneInTheirOrder() throws Exception {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      text.append(ninjs("urn:" + i, 1, "Number " + i)).append("\n");
      expected.add("urn:" + i);
    }
    read(text.toString());
    assertThat(bench.uris()).isEqualTo(expected);
  }

  @Test
  void anotherDocumentIsReadWhole() throws Exception {
    read("Ferry freed at last\n\nThe ferry was freed on Sunday.\n\nIt sails again.\n");
    assertThat(bench.uris()).singleElement().asString().startsWith("file:stdin/");
  }

  @Test
  void aLineThatCannotBeReadDoesNotTakeItsNeighboursAlong() throws Exception {
    read(ninjs("urn:a", 1, "A") + "\n{\"uri\":\n\n" + ninjs("urn:b", 1, "B"));
    assertThat(bench.uris()).containsExactly("urn:a", "urn:b");
    assertThat(bench.raw()).filteredOn(r -> r.refused() != null).hasSize(1);
  }

  @Test
  void anEmptyInputIsNoFault() throws Exception {
    read("");
    assertThat(bench.raw()).isEmpty();
  }
}
