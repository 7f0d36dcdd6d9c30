package news.slugline.ingest;

import static news.slugline.ingest.IngestBench.await;
import static news.slugline.ingest.IngestBench.folder;
import static news.slugline.ingest.IngestBench.names;
import static news.slugline.ingest.IngestBench.ninjs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import news.slugline.topology.ControlHeaders;
import news.slugline.wire.Parsed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
  @TempDir Path home;
  private IngestBench bench;
  private Path in;

  @BeforeEach
  void open() throws Exception {
    bench = IngestBench.open();
    in = Files.createDirectory(home.resolve("in"));
  }

  @Test
  void aFileIsPublishedAsItWasFoundAndArchived() throws Exception {
    String text = ninjs("urn:a", 1, "Ferry freed");
    Files.writeString(in.resolve("a.json"), text);
    bench.take(folder(in, "provider", "Harbour Wire"));
    assertThat(bench.uris()).containsExactly("urn:a");
    assertThat(new String(bench.raw().get(0).record().value(), "UTF-8")).isEqualTo(text);
    assertThat(bench.raw().get(0).header(ControlHeaders.SOURCE)).isEqualTo("drop/a.json");
    assertThat(bench.raw().get(0).header(ControlHeaders.PROVIDER)).isEqualTo("Harbour Wire");
    assertThat(names(in)).isEmpty();
    assertThat(names(home.resolve("in-archive"))).containsExactly("a.json");
  }

  @Test
  void eachItemOfAFileOfManyIsPublishedByItselfAndOnlyTheBadLineIsRefused() throws Exception {
    Files.writeString(
        in.resolve("many.jsonl"),
        ninjs("urn:a", 1, "One") + "\n{\"uri\": broken}\n" + ninjs("urn:b", 1, "Two") + "\n");
    bench.take(folder(in));
    assertThat(bench.uris()).containsExactly("urn:a", "urn:b");
    assertThat(bench.raw())
        .filteredOn(r -> r.refused() != null)
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.refused()).isEqualTo("bad_json");
              assertThat(new String(r.record().value(), "UTF-8")).isEqualTo("{\"uri\": broken}");
              assertThat(r.header(ControlHeaders.POSITION)).startsWith("line 2");
            });
    assertThat(names(home.resolve("in-archive"))).containsExactly("many.jsonl");
  }

  @Test
  void aFileThatCannotBeReadIsRefusedAndQuarantined() throws Exception {
    Files.writeString(in.resolve("bad.xml"), "<newsItem><unclosed");
    bench.take(folder(in));
    assertThat(bench.raw()).singleElement().matches(r -> r.refused() != null);
    assertThat(names(in)).isEmpty();
    assertThat(names(home.resolve("in-quarantine"))).containsExactly("bad.xml");
  }

  @Test
  void aFileIsTakenOnlyWhenItHasStoppedGrowing() throws Exception {
    String text = ninjs("urn:slow", 1, "Slowly sent");
    try (Ingester ingester =
        bench.ingester(
            false, InputStream.nullInputStream(), folder(in, "settle", "1s", "patience", "30s"))) {
      ingester.start();
      try (RandomAccessFile file = new RandomAccessFile(in.resolve("slow.json").toFile(), "rw")) {
        for (byte b : text.getBytes("UTF-8")) {
          file.write(b);
          Thread.sleep(5);
        }
      }
      await("published", () -> !bench.raw().isEmpty());
    }
    assertThat(bench.uris()).containsExactly("urn:slow");
  }

  @Test
  void aCutOffFileIsGivenTimeBeforeItIsGivenUp() throws Exception {
    String text = ninjs("urn:stalled", 1, "Stalled on its way");
    Path file = in.resolve("stalled.json");
    Files.writeString(file, text.substring(0, 40));
    try (Ingester ingester =
        bench.ingester(false, InputStream.nullInputStream(), folder(in, "patience", "30s"))) {
      ingester.start();
      Thread.sleep(1_000);
      assertThat(bench.raw()).isEmpty();
      Files.writeString(file, text);
      await("published", () -> !bench.raw().isEmpty());
    }
    assertThat(bench.uris()).containsExactly("urn:stalled");
  }

  @Test
  void unfinishedAndHiddenFilesAreLeftAlone() throws Exception {
    Files.writeString(in.resolve("a.json.part"), ninjs("urn:a", 1, "A"));
    Files.writeString(in.resolve(".b.json"), ninjs("urn:b", 1, "B"));
    Files.writeString(in.resolve("c.json.filepart"), ninjs("urn:c", 1, "C"));
    bench.take(folder(in));
    assertThat(bench.raw()).isEmpty();
    assertThat(names(in)).hasSize(3);
  }

  @Test
  void withAMarkerOnlyMarkedFilesAreTaken() throws Exception {
    Files.writeString(in.resolve("a.json"), ninjs("urn:a", 1, "A"));
    Files.writeString(in.resolve("b.json"), ninjs("urn:b", 1, "B"));
    Files.createFile(in.resolve("b.json.ok"));
    try (Ingester ingester =
        bench.ingester(false, InputStream.nullInputStream(), folder(in, "marker", ".ok"))) {
      ingester.start();
      await("published", () -> !bench.raw().isEmpty());
    }
    assertThat(bench.uris()).containsExactly("urn:b");
    assertThat(names(in)).containsExactly("a.json");
  }

  @Test
  void aSidecarGoesWithItsText() throws Exception {
    Files.writeString(in.resolve("a.txt"), "Ferry freed\n\nThe ferry was freed on Sunday.\n");
    Files.writeString(in.resolve("a.json"), "{\"uri\":\"urn:described\",\"source\":\"Harbour\"}");
    bench.take(folder(in));
    assertThat(bench.uris()).containsExactly("urn:described");
    assertThat(names(home.resolve("in-archive"))).containsExactly("a.json", "a.txt");
  }

  @Test
  void packedFilesAreUnpackedAndBombsRefused() throws Exception {
    Files.write(in.resolve("a.json.gz"), gzip(ninjs("urn:packed", 1, "A").getBytes("UTF-8")));
    Files.write(in.resolve("bomb.gz"), gzip(new byte[30 << 20]));
    bench.take(folder(in));
    assertThat(bench.uris()).containsExactly("urn:packed");
    assertThat(bench.raw())
        .filteredOn(r -> r.refused() != null)
        .extracting(IngestBench.Raw::refused)
        .containsExactly("too_large");
  }

  @Test
  void whatIsTooLargeToBeSentIsNamedByDigestAndPlace() throws Exception {
    Files.writeString(in.resolve("large.xml"), "<unknown>" + "x".repeat(2 << 20) + "</unknown>");
    bench.take(folder(in));
    IngestBench.Raw raw = bench.raw().get(0);
    assertThat(raw.record().value()).isNull();
    assertThat(raw.header(ControlHeaders.SHA256)).hasSize(64);
    assertThat(Path.of(raw.header(ControlHeaders.LIES))).exists();
  }

  @Test
  void aRestartTakesNothingTwice() throws Exception {
    SourceSpec keep = folder(in, "after", "keep");
    for (int i = 0; i < 5; i++) {
      Files.writeString(in.resolve(i + ".json"), ninjs("urn:" + i, 1, "Number " + i));
    }
    bench.take(keep);
    bench.take(keep);
    Files.writeString(in.resolve("3.json"), ninjs("urn:3", 2, "Changed"));
    bench.take(keep);
    assertThat(bench.uris())
        .containsExactlyInAnyOrder("urn:0", "urn:1", "urn:2", "urn:3", "urn:4", "urn:3");
    assertThat(names(in)).hasSize(5);
  }

  @Test
  void aFileThatWasPublishedButNotMovedIsOnlyMoved() throws Exception {
    String text = ninjs("urn:a", 1, "A");
    Files.writeString(in.resolve("a.json"), text);
    bench.take(folder(in, "after", "keep"));
    bench.take(folder(in));
    assertThat(bench.uris()).containsExactly("urn:a");
    assertThat(names(in)).isEmpty();
    assertThat(names(home.resolve("in-archive"))).containsExactly("a.json");
  }

  @Test
  void theSameNameMayComeAgainWithOtherCopy() throws Exception {
    for (int i = 1; i <= 3; i++) {
      Files.writeString(in.resolve("a.json"), ninjs("urn:a", i, "Version " + i));
      bench.take(folder(in));
    }
    assertThat(bench.raw())
        .extracting(r -> ((Parsed.Article) r.parsed().get(0)).article().version())
        .containsExactly("1", "2", "3");
    assertThat(names(home.resolve("in-archive"))).containsExactly("a.json", "a.json.2", "a.json.3");
  }

  @Test
  void linksAreNotFollowed() throws Exception {
    Path secret = home.resolve("secret.json");
    Files.writeString(secret, ninjs("urn:secret", 1, "Not wire"));
    Files.createSymbolicLink(in.resolve("link.json"), secret);
    bench.take(folder(in));
    assertThat(bench.raw()).isEmpty();
  }

  @Test
  void aFolderThatIsMissingIsReportedAndTriedAgain() throws Exception {
    Path later = home.resolve("later");
    try (Ingester ingester = bench.ingester(false, InputStream.nullInputStream(), folder(later))) {
      ingester.start();
      await(
          "reported", () -> bench.sources().stream().anyMatch(s -> s.getState().equals("failing")));
      assertThat(bench.sources().get(0).getDetail()).contains("later");
      Files.createDirectory(later);
      Files.writeString(later.resolve("a.json"), ninjs("urn:late", 1, "Late"));
      await("published", () -> !bench.raw().isEmpty());
    }
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
