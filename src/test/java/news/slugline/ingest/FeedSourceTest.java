package news.slugline.ingest;

import static news.slugline.ingest.IngestBench.await;
import static news.slugline.ingest.LyingServer.body;
import static news.slugline.ingest.LyingServer.bytes;
import static news.slugline.ingest.LyingServer.cutOff;
import static news.slugline.ingest.LyingServer.stalled;
import static news.slugline.ingest.LyingServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.avro.SourceRecord;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedSourceTest {
  private IngestBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = IngestBench.open();
  }

  private static SourceSpec feed(LyingServer server, String... fields) throws BadConfig {
    Map<String, String> all = new HashMap<>();
    all.put("type", "feed");
    all.put("name", "paper");
    all.put("url", server.url());
    all.put("every", "1s");
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return IngestFile.source(all, "test", Map.of("TOKEN", "secret"));
  }

  private static String rss(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String t : titles) {
      items
          .append("<item><guid>urn:")
          .append(t.replace(' ', '-'))
          .append("</guid><title>")
          .append(t)
          .append("</title><description>The harbour said so on Sunday.</description></item>");
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Harbour"
        + " Paper</title><link>https://harbour.example/</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  private void until(LyingServer server, int requests, SourceSpec source) throws Exception {
    try (Ingester ingester = bench.ingester(false, InputStream.nullInputStream(), source)) {
      ingester.start();
      await(requests + " requests", () -> server.requests.size() >= requests);
    }
  }

  private String trouble(LyingServer server, SourceSpec source) throws Exception {
    try (Ingester ingester = bench.ingester(false, InputStream.nullInputStream(), source)) {
      ingester.start();
      await("trouble", () -> ingester.failures().containsKey("paper"));
      String failure = String.valueOf(ingester.failures().get("paper"));
      await(
          "reported", () -> bench.sources().stream().anyMatch(s -> s.getState().equals("failing")));
      return failure;
    }
  }

  @Test
  void eachItemIsPublishedOnceHoweverOftenTheFeedRepeatsIt() throws Exception {
    try (LyingServer server =
        new LyingServer(body(rss("Two", "One")), body(rss("Three", "Two", "One")))) {
      until(server, 4, feed(server));
    }
    assertThat(bench.uris()).containsExactly("urn:One", "urn:Two", "urn:Three");
  }

  @Test
  void aRestartGoesOnWithTheCondition() throws Exception {
    try (LyingServer server =
        new LyingServer(
            body(rss("One"), "ETag", "\"v1\"", "Last-Modified", "Sun, 01 Mar 2026 08:00:00 GMT"),
            status(304))) {
      bench.take(feed(server));
      bench.take(feed(server));
      assertThat(server.requests.get(0)).doesNotContainKey("If-none-match");
      assertThat(server.requests.get(1).get("If-none-match")).containsExactly("\"v1\"");
      assertThat(server.requests.get(1).get("If-modified-since"))
          .containsExactly("Sun, 01 Mar 2026 08:00:00 GMT");
      assertThat(server.requests.get(1).get("User-agent")).allMatch(a -> a.startsWith("Slugline/"));
    }
    assertThat(bench.uris()).containsExactly("urn:One");
  }

  @Test
  void anItemThatChangesIsPublishedAgain() throws Exception {
    try (LyingServer server =
        new LyingServer(body(rss("One")), body(rss("One").replace("on Sunday", "on Monday")))) {
      until(server, 3, feed(server));
    }
    assertThat(bench.uris()).containsExactly("urn:One", "urn:One");
  }

  @Test
  void aServerThatWantsToBeLeftAloneIsLeftAloneAlsoAfterARestart() throws Exception {
    try (LyingServer server =
        new LyingServer(status(429, "Retry-After", "3600"), body(rss("One")))) {
      assertThat(trouble(server, feed(server))).contains("429");
      int before = server.requests.size();
      try (Ingester again = bench.ingester(false, InputStream.nullInputStream(), feed(server))) {
        again.start();
        Thread.sleep(2_500);
      }
      assertThat(server.requests).hasSize(before);
    }
    assertThat(bench.raw()).isEmpty();
  }

  @Test
  void anErrorIsReportedAndTriedAgain() throws Exception {
    try (LyingServer server = new LyingServer(status(500), status(503), body(rss("One")))) {
      until(server, 4, feed(server));
    }
    assertThat(bench.uris()).containsExactly("urn:One");
  }

  @Test
  void anAnswerThatIsCutOffIsNotReadAndTriedAgain() throws Exception {
    String all = rss("Three", "Two", "One");
    try (LyingServer server = new LyingServer(cutOff(all, all.length() / 2), body(all))) {
      until(server, 3, feed(server));
    }
    assertThat(bench.uris()).containsExactly("urn:One", "urn:Two", "urn:Three");
    assertThat(bench.raw()).allMatch(r -> r.refused() == null);
  }

  @Test
  void aServerThatStallsIsGivenUpAfterTheTimeout() throws Exception {
    try (LyingServer server = new LyingServer(stalled(), body(rss("One")))) {
      until(server, 3, feed(server, "timeout", "1s"));
    }
    assertThat(bench.uris()).containsExactly("urn:One");
  }

  @Test
  void aWrongCharsetIsSeenThrough() throws Exception {
    byte[] latin =
        rss("One")
            .replace("harbour said", "harbour of Öresund said")
            .replace("UTF-8", "ISO-8859-1")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf8 = rss("Two").replace("harbour said", "harbour of Öresund said").getBytes("UTF-8");
    try (LyingServer server =
        new LyingServer(
            bytes(latin, "Content-Type", "application/rss+xml; charset=utf-8"),
            bytes(utf8, "Content-Type", "text/xml; charset=iso-8859-1"))) {
      until(server, 3, feed(server));
    }
    assertThat(bench.raw())
        .extracting(r -> ((Parsed.Article) r.parsed().get(0)).article())
        .extracting(WireArticle::body)
        .allMatch(b -> b.contains("Öresund"));
  }

  @Test
  void aRedirectIsFollowedButNotInACircle() throws Exception {
    try (LyingServer circle = new LyingServer(status(302, "Location", "/feed"))) {
      assertThat(trouble(circle, feed(circle))).contains("redirects");
      assertThat(circle.requests).hasSizeGreaterThanOrEqualTo(6);
    }
    try (LyingServer server =
        new LyingServer(status(301, "Location", "/new"), body(rss("Moved")))) {
      bench.take(feed(server));
      assertThat(bench.uris()).containsExactly("urn:Moved");
    }
  }

  @Test
  void aRedirectToAnotherSchemeIsNotFollowed() throws Exception {
    try (LyingServer server = new LyingServer(status(302, "Location", "file:///etc/passwd"))) {
      assertThat(trouble(server, feed(server))).contains("not to http");
    }
  }

  @Test
  void whatIsNoFeedIsRejectedOnceAndReported() throws Exception {
    try (LyingServer server = new LyingServer(body("<notafeed>sorry</notafeed>"))) {
      until(server, 4, feed(server));
    }
    assertThat(bench.raw()).singleElement().matches(r -> "unknown_format".equals(r.refused()));
    SourceRecord source = bench.sources().get(0);
    assertThat(source.getRefused()).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsTooLargeIsNotReadToItsEnd() throws Exception {
    try (LyingServer server = new LyingServer(bytes(new byte[(20 << 20) + 1]))) {
      assertThat(trouble(server, feed(server))).contains("larger than");
    }
  }

  @Test
  void twoSourcesOfOneHostAskOneAfterTheOther() throws Exception {
    LyingServer.Answer slow =
        e -> {
          Thread.sleep(300);
          body(rss("One")).to(e);
        };
    try (LyingServer server = new LyingServer(slow)) {
      SourceSpec[] sources = new SourceSpec[4];
      for (int i = 0; i < sources.length; i++) {
        sources[i] = feed(server, "name", "paper-" + i);
      }
      bench.take(sources);
      assertThat(server.requests).hasSize(4);
      assertThat(server.most()).isEqualTo(1);
    }
  }

  @Test
  void theTokenIsSentButNotToAnotherHost() throws Exception {
    try (LyingServer other = new LyingServer(body(rss("One")));
        LyingServer server =
            new LyingServer(
                status(302, "Location", other.url().replace("127.0.0.1", "localhost")))) {
      bench.take(feed(server, "token-env", "TOKEN"));
      assertThat(server.requests.get(0).get("Authorization")).isEqualTo(List.of("Bearer secret"));
      assertThat(other.requests.get(0)).doesNotContainKey("Authorization");
    }
  }

  @Test
  void aSourceThatFailsDoesNotHoldUpAnother() throws Exception {
    try (LyingServer bad = new LyingServer(stalled());
        LyingServer good = new LyingServer(body(rss("One")))) {
      try (Ingester ingester =
          bench.ingester(
              false,
              InputStream.nullInputStream(),
              feed(bad, "name", "bad", "timeout", "60s"),
              IngestFile.source(
                  Map.of(
                      "type",
                      "feed",
                      "name",
                      "good",
                      "url",
                      good.url().replace("127.0.0.1", "localhost")),
                  "test",
                  Map.of()))) {
        ingester.start();
        await("the good one", () -> !bench.raw().isEmpty());
      }
    }
  }
}
