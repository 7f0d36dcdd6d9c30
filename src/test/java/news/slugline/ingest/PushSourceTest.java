package news.slugline.ingest;

import static news.slugline.ingest.IngestBench.await;
import static news.slugline.ingest.IngestBench.ninjs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PushSourceTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private IngestBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = IngestBench.open();
  }

  private static SourceSpec push(String... fields) throws BadConfig {
    Map<String, String> all = new HashMap<>(Map.of("type", "push", "name", "desk", "port", "0"));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return IngestFile.source(all, "test", Map.of("TOKEN", "open sesame"));
  }

  /** Uses a running server. */
  @FunctionalInterface
  private interface Use {
    void of(URI url) throws Exception;
  }

  private void running(SourceSpec source, Use use) throws Exception {
    try (Ingester ingester = bench.ingester(false, InputStream.nullInputStream(), source)) {
      ingester.start();
      await("listening", () -> ingester.port("desk") > 0);
      use.of(URI.create("http://127.0.0.1:" + ingester.port("desk") + "/articles"));
    }
  }

  private HttpResponse<String> post(URI url, String body, String... headers) throws Exception {
    HttpRequest.Builder b =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      b.headers(headers);
    }
    return http.send(b.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatIsAnsweredWith202IsInKafka() throws Exception {
    running(
        push(),
        url -> {
          HttpResponse<String> r = post(url, ninjs("urn:a", 1, "Ferry freed"));
          assertThat(r.statusCode()).isEqualTo(202);
          assertThat(r.body()).contains("urn:a 1");
          assertThat(bench.uris()).containsExactly("urn:a");
        });
  }

  @Test
  void manyAtOnceAllArrive() throws Exception {
    running(
        push(),
        url -> {
          List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
          List<String> expected = new ArrayList<>();
          for (int i = 0; i < 200; i++) {
            expected.add("urn:" + i);
            HttpRequest request =
                HttpRequest.newBuilder(url)
                    .POST(HttpRequest.BodyPublishers.ofString(ninjs("urn:" + i, 1, "Number " + i)))
                    .build();
            answers.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
          }
          for (CompletableFuture<HttpResponse<String>> a : answers) {
            assertThat(a.join().statusCode()).isEqualTo(202);
          }
          assertThat(bench.uris()).containsExactlyInAnyOrderElementsOf(expected);
        });
  }

  @Test
  void whatCannotBeReadIsAnsweredWithTheReasonAndRecorded() throws Exception {
    running(
        push(),
        url -> {
          HttpResponse<String> r = post(url, "{\"uri\": oops}");
          assertThat(r.statusCode()).isEqualTo(422);
          assertThat(r.body()).contains("bad_json");
          assertThat(bench.raw()).singleElement().matches(raw -> "bad_json".equals(raw.refused()));
        });
  }

  @Test
  void ofSeveralItemsTheGoodOnesAreTaken() throws Exception {
    running(
        push(),
        url -> {
          HttpResponse<String> r =
              post(url, ninjs("urn:a", 1, "A") + "\n{nope}\n" + ninjs("urn:b", 1, "B"));
          assertThat(r.statusCode()).isEqualTo(202);
          assertThat(bench.uris()).containsExactly("urn:a", "urn:b");
        });
  }

  @Test
  void withoutTheTokenNothingIsTaken() throws Exception {
    running(
        push("token-env", "TOKEN"),
        url -> {
          String copy = ninjs("urn:a", 1, "A");
          assertThat(post(url, copy).statusCode()).isEqualTo(401);
          assertThat(post(url, copy, "Authorization", "Bearer open says me").statusCode())
              .isEqualTo(401);
          assertThat(bench.raw()).isEmpty();
          assertThat(post(url, copy, "Authorization", "Bearer open sesame").statusCode())
              .isEqualTo(202);
        });
  }

  @Test
  void withoutATokenWebPagesAreRefused() throws Exception {
    running(
        push(),
        url -> {
          assertThat(
                  post(url, ninjs("urn:a", 1, "A"), "Origin", "https://evil.example").statusCode())
              .isEqualTo(403);
          assertThat(bench.raw()).isEmpty();
        });
  }

  @Test
  void whatIsTooLargeIsRefusedAlsoWhenItsLengthIsNotTold() throws Exception {
    running(
        push("limit", "1KB"),
        url -> {
          String large = ninjs("urn:a", 1, "x".repeat(2_000));
          assertThat(post(url, large).statusCode()).isEqualTo(413);
          HttpRequest untold =
              HttpRequest.newBuilder(url)
                  .POST(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> new java.io.ByteArrayInputStream(large.getBytes())))
                  .build();
          assertThat(http.send(untold, HttpResponse.BodyHandlers.ofString()).statusCode())
              .isEqualTo(413);
          assertThat(bench.raw()).isEmpty();
        });
  }

  @Test
  void emptyBodiesAndOtherPathsAreRefused() throws Exception {
    running(
        push(),
        url -> {
          assertThat(post(url, "").statusCode()).isEqualTo(400);
          assertThat(post(url.resolve("/other"), "x").statusCode()).isEqualTo(404);
        });
  }

  @Test
  void anOpenAddressNeedsAToken() {
    assertThatThrownBy(() -> push("bind", "0.0.0.0"))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("from anybody");
  }

  @Test
  void ofATakenPortOnlyOneLineIsLogged() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      root.addAppender(logged);
      try (Ingester ingester =
          bench.ingester(false, InputStream.nullInputStream(), push("port", port))) {
        ingester.start();
        await("the failure", () -> !ingester.failures().isEmpty());
        assertThat(ingester.failures().get("desk")).contains("cannot listen at 127.0.0.1:" + port);
      }
    } finally {
      root.detachAppender(logged);
    }
    assertThat(List.copyOf(logged.list))
        .filteredOn(e -> e.getLevel().isGreaterOrEqual(Level.WARN))
        .isNotEmpty()
        .allMatch(e -> e.getLoggerName().equals(Supervisor.class.getName()))
        .allMatch(e -> e.getThrowableProxy() == null);
  }
}
