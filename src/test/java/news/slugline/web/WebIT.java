package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.testing.Eventually;
import news.slugline.testing.LiveRun;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over a live run: what can be asked, followed and had, and what cannot. */
class WebIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STREAM = "/api/v1/updates/stream";
  private static final Webhooks.Pauses SHORT =
      new Webhooks.Pauses(Duration.ofMillis(20), Duration.ofMillis(50), 3);

  @TempDir static Path folder;
  private static LiveRun run;
  private static int number;
  private static Instant time = Instant.parse("2026-03-01T08:00:00Z");

  private final Path rows = folder.resolve("rows" + ++number);
  private WebServer server;
  private Browserless client;

  @BeforeAll
  static void runIt() throws Exception {
    run = new LiveRun(folder.resolve("state"));
  }

  @AfterAll
  static void stopIt() throws Exception {
    run.close();
  }

  @BeforeEach
  void serve() throws Exception {
    server = serve(rows, Tokens.none());
    client = new Browserless(server.port());
    Eventually.get(server::caughtUp, up -> up);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static WebServer serve(Path rows, Tokens tokens) throws Exception {
    return WebServer.start(
        new WebServer.Options("127.0.0.1", 0, rows, tokens, 50, 0),
        run.topics(),
        run.serdes(),
        run.client(),
        SHORT);
  }

  /** An article about one invented accident; a story of its own by its names. */
  private static WireArticle.Builder article(String uri, String provider, String place) {
    time = time.plusSeconds(60);
    return WireArticle.builder(uri, "1", provider)
        .language("en")
        .versionCreated(time)
        .headline("Ferry with 120 aboard runs aground near " + place)
        .body(
            "A ferry with 120 people on board ran aground near "
                + place
                + " on Sunday, police said.\nThe ferry Aurora "
                + place
                + " was on its way to Helmgard, police in "
                + place
                + " said.");
  }

  private JsonNode storyAbout(String place) throws Exception {
    return Eventually.get(
            () -> client.json("/api/v1/stories?text=" + encoded(place)),
            n -> n.path("stories").size() > 0)
        .path("stories")
        .get(0);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void everyOperationAnswersAsItsDescriptionSays() throws Exception {
    run.publish(article("urn:d:1", "North Wire", "Darnholt").build());
    run.publish(article("urn:d:2", "South Press", "Darnholt").build());
    JsonNode story = storyAbout("Darnholt");
    String id = story.path("storyId").asText();
    Eventually.get(
        () -> client.json("/api/v1/claims?article=urn:d:1").path("claims").size(), n -> n > 0);
    String fact = client.json("/api/v1/stories/" + id).path("facts").get(0).path("factId").asText();
    JsonNode api =
        new YAMLMapper().readTree(Files.readString(Path.of("src/main/resources/api/openapi.yaml")));
    JsonNode hook =
        JSON.readTree(
            client
                .send(
                    "POST",
                    "/api/v1/webhooks",
                    "{\"url\":\"http://127.0.0.1:1/\"}",
                    "Content-Type",
                    "application/json")
                .body());
    List<String> seen = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (String method : List.of("get", "post", "delete")) {
        JsonNode operation = path.getValue().path(method);
        boolean last = method.equals("delete");
        if (operation.isMissingNode() || last || path.getKey().endsWith("/stream")) {
          continue;
        }
        String asked =
            path.getKey()
                .replace("{storyId}", id)
                .replace("{factId}", fact)
                .replace("{webhookId}", hook.path("id").asText());
        if (path.getKey().endsWith("/articles")) {
          asked += "?uri=urn:d:1";
        } else if (path.getKey().endsWith("/claims")) {
          asked += "?article=urn:d:1";
        }
        boolean creates = asked.equals("/api/v1/webhooks") && method.equals("post");
        HttpResponse<String> r =
            client.send(
                method.toUpperCase(java.util.Locale.ROOT),
                asked,
                creates ? "{\"url\":\"http://127.0.0.1:1/\",\"minOrigins\":99}" : "",
                "Content-Type",
                "application/json");
        assertThat(r.statusCode() / 100).as(method + " " + asked + ": " + r.body()).isEqualTo(2);
        check(api, operation, r, method + " " + asked);
        seen.add(operation.path("operationId").asText());
      }
    }
    assertThat(seen).contains("stories", "story", "diff", "claims", "createWebhook");
    HttpResponse<String> none = client.get("/api/v1/stories/none");
    assertThat(none.statusCode()).isEqualTo(404);
    check(api, api.at("/paths/~1api~1v1~1stories~1{storyId}/get"), none, "a story that is not");
    assertThat(client.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v1/stories?limit=many").body()).contains("limit is 'many'");
    HttpResponse<String> misspelt = client.get("/api/v1/stories?reason=RETRACTED");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(misspelt.body()).contains("'reason' is no parameter here", "minOrigins");
    assertThat(
            client.send("DELETE", "/api/v1/webhooks/" + hook.path("id").asText(), "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void valuesStandInWordsBesideTheCanonicalOnes() throws Exception {
    run.publish(
        WireArticle.builder("urn:w:1", "1", "North Wire")
            .language("en")
            .versionCreated(time)
            .headline("Blackout in Wexhollow")
            .body("The blackout in Wexhollow lasted for about 48 hours, police said on Sunday.")
            .build());
    String id = storyAbout("Wexhollow").path("storyId").asText();
    Set<String> words = new TreeSet<>();
    for (JsonNode f : client.json("/api/v1/stories/" + id).path("facts")) {
      f.path("positions")
          .forEach(p -> words.add(p.path("value").asText() + ": " + p.path("readable").asText()));
    }
    assertThat(words).contains("~48 h: about 48 hours");
  }

  @Test
  void everyRouteIsDescribed() throws Exception {
    JsonNode api =
        new YAMLMapper().readTree(Files.readString(Path.of("src/main/resources/api/openapi.yaml")));
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (String method : List.of("get", "post", "delete")) {
        if (path.getValue().has(method)) {
          described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    Set<String> served = new TreeSet<>(server.routes());
    served.removeIf(r -> !r.contains(" /api/") && !r.contains(" /health/"));
    served.add("GET " + STREAM);
    assertThat(served).isEqualTo(described);
  }

  private static void check(JsonNode api, JsonNode operation, HttpResponse<String> r, String what)
      throws Exception {
    JsonNode responses = operation.path("responses");
    JsonNode declared = responses.path(Integer.toString(r.statusCode()));
    if (declared.isMissingNode()) {
      declared = api.at("/components/responses/Problem");
    }
    String type = r.headers().firstValue("content-type").orElse("").split(";")[0];
    assertThat(declared.path("content").has(type)).as(what + " answers " + type).isTrue();
    JsonNode schema = declared.path("content").path(type).path("schema");
    if (schema.isMissingNode()) {
      return;
    }
    com.fasterxml.jackson.databind.node.ObjectNode root = JSON.createObjectNode();
    root.set("components", api.path("components"));
    root.set("allOf", JSON.createArrayNode().add(schema));
    JsonSchema s = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    assertThat(s.validate(JSON.readTree(r.body()))).as(what).isEmpty();
  }

  @Test
  void aStreamGoesOnWithoutGapOrRepeatAfterReconnectAndRestartAndElsewhere() throws Exception {
    String start = client.json("/api/v1/status").path("position").asText();
    for (int i = 0; i < 6; i++) {
      run.publish(article("urn:s:" + i, "Wire " + i, "Selmouth" + (i % 3)).build());
    }
    List<Browserless.Sent> first = client.events(STREAM, start, 3);
    server.close();
    server = serve(rows, Tokens.none());
    client = new Browserless(server.port());
    List<Browserless.Sent> second = client.events(STREAM, last(first), 2);
    // an instance that reads everything anew, in whatever order the partitions come
    try (WebServer other = serve(folder.resolve("other"), Tokens.none())) {
      Browserless elsewhere = new Browserless(other.port());
      Eventually.get(other::caughtUp, up -> up);
      List<Browserless.Sent> third = elsewhere.events(STREAM, last(second), 1);
      List<String> all = new ArrayList<>();
      for (List<Browserless.Sent> part : List.of(first, second, third)) {
        part.forEach(e -> all.add(e.update()));
      }
      List<String> whole = client.events(STREAM, start, 6).stream().map(e -> e.update()).toList();
      assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(whole);
    }
    assertThat(client.events(STREAM, "00000000-1.2", 1))
        .singleElement()
        .satisfies(e -> assertThat(e.event()).isEqualTo("reset"));
  }

  private static String last(List<Browserless.Sent> events) {
    return events.get(events.size() - 1).id();
  }

  @Test
  void aStreamBringsOnlyWhatIsAskedFor() throws Exception {
    String start = client.json("/api/v1/status").path("position").asText();
    run.publish(article("urn:f:1", "North Wire", "Fallmoor").build());
    run.publish(article("urn:f:2", "South Press", "Fallmoor").build());
    JsonNode two =
        Eventually.get(() -> storyAbout("Fallmoor"), s -> s.path("revision").asInt() >= 2);
    List<Browserless.Sent> got = client.events(STREAM + "?minOrigins=2&state=developing", start, 1);
    assertThat(got.get(0).data().at("/counts/origins").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(client.get(STREAM + "?reason=SHOUTED").body()).contains("CONFLICT_OPENED");
    String poll =
        "/api/v1/updates?story=" + two.path("storyId").asText() + "&after=" + encoded(start);
    Eventually.get(() -> client.json(poll).path("updates").size(), n -> n >= 2);
  }

  @Test
  void noWordOfAKilledArticleIsLeftOnAnyPath() throws Exception {
    String start = client.json("/api/v1/status").path("position").asText();
    WireArticle.Builder killed =
        article("urn:k:1", "North Wire", "Kelvenby")
            .headline("Quibblewitz said to be at the gate of Ostermann granary in Kelvenby")
            .body(
                "The roof of the Ostermann granary in Kelvenby gave way on Sunday, police said.\n"
                    + "Watchman Arne Quibblewitz was asleep, Quibblewitz told police in Kelvenby.\n"
                    + "“I was asleep at the gate,” Quibblewitz said.");
    run.publish(killed.build());
    // in words of their own, so that no other test's story is near
    run.publish(
        article("urn:k:2", "South Press", "Kelvenby")
            .headline("Roof of Ostermann granary in Kelvenby gives way")
            .body(
                "The roof of the Ostermann granary in Kelvenby gave way on Sunday, police said.\n"
                    + "Nobody was in the Ostermann granary, police in Kelvenby said.")
            .build());
    run.tick();
    String id =
        Eventually.get(() -> storyAbout("Kelvenby"), s -> s.at("/counts/articles").asInt() == 2)
            .path("storyId")
            .asText();
    assertThat(everything(id, start)).contains("Quibblewitz");
    try (Receiver late = new Receiver()) {
      late.answer(503);
      webhook(late, "");
      run.publish(killed.version("2").signal(Signal.KILL).versionCreated(time).build());
      Eventually.get(() -> client.get("/api/v1/articles?uri=urn:k:1").statusCode(), s -> s == 404);
      // at once, before the story itself has heard of it, and afterwards
      assertThat(everything(id, start)).doesNotContain("Quibblewitz").doesNotContain("asleep");
      run.tick();
      Eventually.get(
          () -> client.json("/api/v1/stories/" + id), s -> s.path("revision").asInt() >= 3);
      assertThat(everything(id, start)).doesNotContain("Quibblewitz").doesNotContain("asleep");
      Eventually.get(() -> late.refused.size(), n -> n > 0);
      late.refused.forEach(g -> assertThat(g.body()).doesNotContain("Quibblewitz"));
    }
    try (WebServer anew = serve(folder.resolve("anew"), Tokens.none())) {
      Browserless elsewhere = new Browserless(anew.port());
      Eventually.get(anew::caughtUp, up -> up);
      Browserless before = client;
      client = elsewhere;
      assertThat(everything(id, start)).doesNotContain("Quibblewitz").doesNotContain("asleep");
      client = before;
    }
  }

  /** Whatever can be read of a story, by every path there is. */
  private String everything(String id, String start) throws Exception {
    StringBuilder all = new StringBuilder();
    String story = "/api/v1/stories/" + id;
    int revision = client.json(story).path("revision").asInt();
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/v1/stories?limit=200",
                "/api/v1/stories?text=quibblewitz",
                story + "?context=true",
                story + "/facts?limit=200",
                story + "/updates?limit=200",
                story + "/updates?limit=200&brief=true",
                story + "/updates.atom",
                story + "/diff?from=1",
                story + "?at=2026-12-31",
                "/api/v1/articles?uri=urn:k:1",
                "/api/v1/articles?uri=urn:k:1&version=1",
                "/api/v1/claims?article=urn:k:1",
                "/api/v1/updates?limit=200&after=" + start));
    for (int r = 1; r <= revision; r++) {
      paths.add(story + "?context=true&revision=" + r);
      paths.add(story + "/facts?limit=200&revision=" + r);
      paths.add(story + "/diff?from=1&to=" + r);
    }
    for (String p : paths) {
      all.append(client.get(p).body()).append('\n');
    }
    int sent =
        client
            .json("/api/v1/updates?limit=200&story=" + id + "&after=" + start)
            .path("updates")
            .size();
    client
        .events(STREAM + "?story=" + id, start, sent)
        .forEach(e -> all.append(e.data()).append('\n'));
    return all.toString();
  }

  @Test
  void nothingOfAnArticleUnderEmbargoCanBeHad() throws Exception {
    run.publish(
        article("urn:e:1", "North Wire", "Embry")
            .embargoed(time.plusSeconds(86_400 * 300))
            .build());
    run.publish(article("urn:e:2", "South Press", "Ostwick").build());
    run.tick();
    storyAbout("Ostwick");
    Eventually.get(() -> client.get("/api/v1/articles?uri=urn:e:2").statusCode(), s -> s == 200);
    assertThat(client.get("/api/v1/articles?uri=urn:e:1").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v1/claims?article=urn:e:1").body()).doesNotContain("Embry");
    assertThat(client.get("/api/v1/stories?limit=200").body()).doesNotContain("Embry");
  }

  @Test
  void webhooksAreSignedTriedAgainInOrderAndPutAside() throws Exception {
    try (Receiver receiver = new Receiver()) {
      JsonNode hook = webhook(receiver, ",\"minOrigins\":1");
      String path = "/api/v1/webhooks/" + hook.path("id").asText();
      run.publish(article("urn:w:1", "North Wire", "Wexcombe").build());
      Eventually.get(() -> receiver.taken.size(), n -> n >= 1);
      Receiver.Got got = receiver.taken.get(0);
      assertThat(got.signature())
          .isEqualTo(
              Signature.of(
                  hook.path("secret").asText(),
                  got.id(),
                  Long.parseLong(got.timestamp()),
                  got.body().getBytes(StandardCharsets.UTF_8)));
      assertThat(JSON.readTree(got.body()).path("type").asText())
          .isEqualTo("news.slugline.story.updated.v1");
      receiver.answer(500);
      run.publish(article("urn:w:2", "North Wire", "Wyndale").build());
      JsonNode dead =
          Eventually.get(
              () -> client.json(path + "/dead-letters").path("deadLetters"), n -> n.size() == 1);
      assertThat(dead.get(0).path("attempts").asInt()).isEqualTo(3);
      assertThat(dead.get(0).path("fault").asText()).isEqualTo("answered 500");
      assertThat(new HashSet<>(receiver.refused.stream().map(Receiver.Got::id).toList()))
          .hasSize(1);
      receiver.answer(204);
      HttpResponse<String> again = client.send("POST", path + "/dead-letters", "");
      assertThat(JSON.readTree(again.body()).path("delivered").asInt()).isEqualTo(1);
      // a webhook outlives a restart and goes on where it was
      server.close();
      run.publish(article("urn:w:3", "North Wire", "Walmere").build());
      server = serve(rows, Tokens.none());
      client = new Browserless(server.port());
      Eventually.get(
          () -> receiver.taken.stream().filter(g -> g.body().contains("Walmere")).count(),
          n -> n == 1);
      assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(204);
      assertThat(client.get(path).statusCode()).isEqualTo(404);
    }
  }

  private JsonNode webhook(Receiver receiver, String more) throws Exception {
    HttpResponse<String> made =
        client.send(
            "POST",
            "/api/v1/webhooks",
            "{\"url\":\"" + receiver.url() + "\"" + more + "}",
            "Content-Type",
            "application/json");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body());
  }

  @Test
  void hostileCopyComesOutAsText() throws Exception {
    run.publish(
        article("urn:h:1", "<b onmouseover=alert(1)>Wire</b>", "Hexley")
            .headline("Mayor <script>alert(1)</script> of & \u0007]]> Hexley resigns")
            .body("Mayor Ida Wrenfield of Hexley resigned on Monday, the council said.")
            .build());
    String id =
        Eventually.get(
                () -> client.json("/api/v1/stories?text=alert"), n -> n.path("stories").size() > 0)
            .at("/stories/0/storyId")
            .asText();
    String feed = client.get("/api/v1/stories/" + id + "/updates.atom").body();
    assertThat(feed).contains("&lt;script&gt;").doesNotContain("<script").doesNotContain("\u0007");
    for (String path : List.of("/", "/api/v1/stories", "/story/%3Cscript%3E")) {
      HttpResponse<String> r = client.get(path);
      assertThat(r.headers().firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(r.headers().firstValue("x-content-type-options")).contains("nosniff");
    }
    assertThat(client.get("/story/%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("alert(1)");
  }

  @Test
  void tokensScopesAndOriginsAreKept() throws Exception {
    Path file = folder.resolve("tokens");
    Files.writeString(file, "# who\nread reader-reader-reader desk\nadmin admin-admin-admin-1\n");
    try (WebServer closed = serve(folder.resolve("closed"), Tokens.read(file))) {
      Browserless c = new Browserless(closed.port());
      String[] reader = {"Authorization", "Bearer reader-reader-reader"};
      String[] admin = {"Authorization", "Bearer admin-admin-admin-1"};
      assertThat(c.get("/").statusCode()).isEqualTo(200);
      assertThat(c.get("/api/v1/stories").statusCode()).isEqualTo(401);
      assertThat(c.get(STREAM).statusCode()).isEqualTo(401);
      assertThat(c.get("/api/v1/stories", "Authorization", "Bearer wrong").statusCode())
          .isEqualTo(401);
      assertThat(c.get("/api/v1/stories", reader).statusCode()).isEqualTo(200);
      assertThat(c.get("/api/v1/webhooks", reader).statusCode()).isEqualTo(403);
      assertThat(c.get("/api/v1/webhooks", admin).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> foreign =
        client.get("/api/v1/stories", "Origin", "https://elsewhere.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
  }
}
