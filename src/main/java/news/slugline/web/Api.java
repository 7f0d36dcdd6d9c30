package news.slugline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import news.slugline.avro.Claim;
import news.slugline.claim.Kind;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.Outputs;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.LifeState;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/** What can be asked over HTTP; {@code openapi.yaml} describes it, and a test compares the two. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 50;
  private static final int MOST = 200;

  /** Facts that are given with the paragraphs around their evidence when a story is asked for. */
  private static final int IN_CONTEXT = 40;

  private final ReadModel model;
  private final ModelReader reader;
  private final Streams streams;
  private final Instant started;

  Api(ModelReader reader, Streams streams, Instant started) {
    this.model = reader.model();
    this.reader = reader;
    this.streams = streams;
    this.started = started;
  }

  void routes(RoutesConfig r) {
    r.get("/api/v1/status", this::status);
    r.get("/api/v1/stories", this::stories);
    r.get("/api/v1/stories/{storyId}", this::story);
    r.get("/api/v1/stories/{storyId}/facts", this::facts);
    r.get("/api/v1/stories/{storyId}/facts/{factId}", this::fact);
    r.get("/api/v1/stories/{storyId}/updates", this::storyUpdates);
    r.get("/api/v1/stories/{storyId}/updates.atom", this::atom);
    r.get("/api/v1/stories/{storyId}/diff", this::diff);
    r.get("/api/v1/updates", this::updates);
    r.get("/api/v1/articles", this::article);
    r.get("/api/v1/claims", this::claims);
    r.get("/health/live", c -> c.result("live\n"));
    r.get("/health/ready", this::ready);
  }

  private void status(Context c) {
    ObjectNode o = JSON.createObjectNode();
    o.put("state", state());
    o.put("behind", reader.behind() == Long.MAX_VALUE ? null : reader.behind());
    o.put("time", model.now().equals(Instant.EPOCH) ? null : model.now().toString());
    o.put("position", model.head().position().toString());
    o.put("stories", model.size());
    o.put("streams", streams.open());
    o.put("started", started.toString());
    json(c, o);
  }

  private String state() {
    return reader.failure() != null ? "failed" : reader.caughtUp() ? "ready" : "catching_up";
  }

  private void ready(Context c) {
    boolean ready = state().equals("ready");
    c.status(ready ? 200 : 503).result(state() + "\n");
  }

  private void stories(Context c) {
    HttpServletRequest q = c.req();
    Queries.only(
        q,
        "state",
        "since",
        "until",
        "text",
        "place",
        "person",
        "minOrigins",
        "disputed",
        "limit",
        "after");
    Set<LifeState> states = Interest.words(LifeState.class, "state", Queries.all(q, "state"));
    Instant since = Queries.time(q, "since");
    Instant until = Queries.time(q, "until");
    List<String> words = List.of(Queries.lower(q, "text").split("\\s+"));
    String place = Queries.lower(q, "place");
    String person = Queries.lower(q, "person");
    int origins = Queries.number(q, "minOrigins", 0, 0, 10_000);
    boolean disputed = Queries.lower(q, "disputed").equals("true");
    int limit = Queries.number(q, "limit", PAGE, 1, MOST);
    String after = cursor(Queries.text(q, "after"));
    ObjectNode o = JSON.createObjectNode();
    ArrayNode list = o.putArray("stories");
    int total = 0;
    boolean more = false;
    String next = null;
    for (Summary s : model.summaries()) {
      boolean wanted =
          (states.isEmpty() || states.contains(s.state()))
              && (since == null || Instant.parse(s.eventTime()).compareTo(since) >= 0)
              && (until == null || Instant.parse(s.eventTime()).compareTo(until) < 0)
              && words.stream().allMatch(s.searchable()::contains)
              && (place.isEmpty() || s.places().stream().anyMatch(p -> Interest.names(place, p)))
              && (person.isEmpty() || s.people().stream().anyMatch(p -> Interest.names(person, p)))
              && s.counts().origins() >= origins
              && (!disputed || !s.disputed().isEmpty());
      if (!wanted) {
        continue;
      }
      total++;
      if (after != null && key(s).compareTo(after) >= 0) {
        continue;
      }
      if (list.size() < limit) {
        list.add(s.json());
        next = key(s);
      } else {
        more = true;
      }
    }
    o.put("total", total);
    o.put("next", more && next != null ? encoded(next) : null);
    json(c, o);
  }

  /** Orders as the list does, the newest being the greatest. */
  private static String key(Summary s) {
    StringBuilder id = new StringBuilder();
    // of stories of one time the smaller id stands first
    s.storyId().chars().forEach(ch -> id.append((char) (0xFFFF - ch)));
    return s.eventTime() + "\n" + id;
  }

  private static String encoded(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_16BE));
  }

  private static @Nullable String cursor(@Nullable String text) {
    try {
      return text == null
          ? null
          : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_16BE);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("after must be what an earlier answer gave as next", e);
    }
  }

  private void story(Context c) {
    StoryState s = asked(c);
    ObjectNode o = ExportFiles.storyNode(s);
    o.path("facts").forEach(Words::addTo);
    if (Queries.lower(c.req(), "context").equals("true")) {
      Contexts contexts = new Contexts(model);
      int n = 0;
      for (JsonNode f : o.path("facts")) {
        String status = f.path("status").asText();
        boolean quiet = status.equals("single_source") || status.equals("corroborated");
        if (!quiet && n++ < IN_CONTEXT) {
          contexts.addTo((ObjectNode) f);
        }
      }
    }
    json(c, o);
  }

  /** The story as it stands, at a revision, or at a time. */
  private StoryState asked(Context c) {
    String id = c.pathParam("storyId");
    String revision = Queries.text(c.req(), "revision");
    Instant at = Queries.time(c.req(), "at");
    if (revision != null && at != null) {
      throw new Problem(400, "give revision or at, not both");
    }
    StoryState s =
        revision != null
            ? at(id, Queries.number(c.req(), "revision", 1, 1, Integer.MAX_VALUE))
            : at != null ? model.asOf(id, at) : model.story(id);
    if (s == null && model.story(id) != null) {
      throw new Problem(404, "the story was not there then, or its updates are kept no more");
    }
    if (s == null) {
      throw new Problem(404, "no such story; /api/v1/stories lists them");
    }
    return s;
  }

  private @Nullable StoryState at(String id, int revision) {
    StoryState now = model.story(id);
    return now != null && now.revision() == revision ? now : model.at(id, revision);
  }

  private void facts(Context c) {
    HttpServletRequest q = c.req();
    Queries.only(q, "status", "kind", "limit", "skip", "revision", "at");
    Set<FactStatus> statuses = Interest.words(FactStatus.class, "status", Queries.all(q, "status"));
    Set<Kind> kinds = Interest.words(Kind.class, "kind", Queries.all(q, "kind"));
    int limit = Queries.number(q, "limit", PAGE, 1, MOST);
    int skip = Queries.number(q, "skip", 0, 0, Integer.MAX_VALUE);
    StoryState s = asked(c);
    List<Fact> wanted =
        s.facts().stream()
            .filter(f -> statuses.isEmpty() || statuses.contains(f.status()))
            .filter(f -> kinds.isEmpty() || kinds.contains(f.kind()))
            .toList();
    Contexts contexts = new Contexts(model);
    ObjectNode o = JSON.createObjectNode();
    ArrayNode list = o.putArray("facts");
    for (Fact f : wanted.stream().skip(skip).limit(limit).toList()) {
      ObjectNode n = ExportFiles.factNode(f);
      Words.addTo(n);
      contexts.addTo(n);
      list.add(n);
    }
    o.put("total", wanted.size());
    o.put("revision", s.revision());
    json(c, o);
  }

  private void fact(Context c) {
    String id = c.pathParam("factId");
    StoryState s = asked(c);
    Fact fact =
        s.facts().stream()
            .filter(f -> f.factId().equals(id))
            .findFirst()
            .orElseThrow(() -> new Problem(404, "the story has no such fact at this revision"));
    ObjectNode o = ExportFiles.factNode(fact);
    Words.addTo(o);
    new Contexts(model).addTo(o);
    o.put("storyId", s.storyId());
    o.put("revision", s.revision());
    json(c, o);
  }

  private void storyUpdates(Context c) {
    HttpServletRequest q = c.req();
    Queries.only(q, "since", "limit", "brief", "latest", "revision", "at");
    int since = Queries.number(q, "since", 0, 0, Integer.MAX_VALUE - MOST);
    int limit = Queries.number(q, "limit", PAGE, 1, MOST);
    boolean brief = Queries.lower(q, "brief").equals("true");
    boolean latest = Queries.lower(q, "latest").equals("true");
    StoryState s = asked(c);
    int from = latest ? Math.max(since, s.revision() - limit) : since;
    ObjectNode o = JSON.createObjectNode();
    ArrayNode list = o.putArray("updates");
    for (StoryUpdate u : model.updates(s.storyId(), from + 1, limit)) {
      ObjectNode n = brief ? Event.brief(u) : ExportFiles.updateNode(u);
      Words.addTo(n, s);
      list.add(n);
    }
    o.put("revision", s.revision());
    json(c, o);
  }

  private void atom(Context c) {
    StoryState s = asked(c);
    int from = Math.max(0, s.revision() - PAGE);
    String base = c.scheme() + "://" + c.header("Host");
    c.contentType("application/atom+xml; charset=utf-8")
        .result(AtomFeed.of(base, s, model.updates(s.storyId(), from + 1, PAGE)));
  }

  private void diff(Context c) {
    String id = c.pathParam("storyId");
    StoryState now = model.story(id);
    if (now == null) {
      throw new Problem(404, "no such story; /api/v1/stories lists them");
    }
    int to = Queries.number(c.req(), "to", now.revision(), 1, Integer.MAX_VALUE);
    int from = Queries.number(c.req(), "from", Math.max(1, to - 1), 1, Integer.MAX_VALUE);
    StoryState a = at(id, from);
    StoryState b = at(id, to);
    if (a == null || b == null) {
      throw new Problem(404, "the story has no such revision, or its updates are kept no more");
    }
    json(c, Difference.of(a, b));
  }

  /** Updates of all stories behind a position: for those who would rather ask than listen. */
  private void updates(Context c) {
    HttpServletRequest q = c.req();
    Queries.only(q, "reason", "story", "state", "person", "minOrigins", "limit", "after");
    Interest interest = Queries.interest(q);
    int limit = Queries.number(q, "limit", PAGE, 1, MOST);
    String text = Queries.text(q, "after");
    Position after = Position.parse(text);
    if (text != null && after == null) {
      throw new IllegalArgumentException("after must be a position that an earlier answer gave");
    }
    Position head = model.head().position();
    if (after != null && (!after.sameTopic(head) || model.isLost(after))) {
      throw new Problem(410, "this position is kept no more; read the stories, then begin anew");
    }
    Cursor cursor =
        after == null
            ? Cursor.atHead(model, streams.feed(), interest)
            : Cursor.behind(model, streams.feed(), interest, after);
    ObjectNode o = JSON.createObjectNode();
    ArrayNode list = o.putArray("updates");
    List<Cursor.Step> steps = cursor.next(limit);
    while (steps != null && steps.isEmpty()) {
      steps = cursor.next(limit);
    }
    if (steps != null) {
      for (Cursor.Step s : steps) {
        list.add(tree(s.event().data()));
      }
    }
    o.put("position", cursor.position().toString());
    json(c, o);
  }

  private void article(Context c) {
    String uri = required(c, "uri");
    WireArticle a = model.article(uri, Queries.text(c.req(), "version"));
    if (a == null) {
      throw new Problem(404, "no such article, or it must not be shown");
    }
    ObjectNode o = JSON.createObjectNode();
    o.put("uri", a.uri());
    o.put("version", a.version());
    o.put("provider", a.provider());
    o.put("headline", a.headline());
    o.put("byline", a.byline());
    o.put("slugline", a.slugline());
    o.put("versionCreated", a.versionCreated() == null ? null : a.versionCreated().toString());
    o.put("body", a.body());
    json(c, o);
  }

  private void claims(Context c) {
    String uri = required(c, "article");
    String version = Queries.text(c.req(), "version");
    ObjectNode o = JSON.createObjectNode();
    ArrayNode list = o.putArray("claims");
    for (Claim claim : model.claims(uri)) {
      if (version == null || version.equals(claim.getVersion())) {
        list.add(
            tree(
                ExportFiles.claim(
                    claim.getStoryId(),
                    claim.getArticle(),
                    claim.getVersion(),
                    Outputs.fromAvro(claim))));
      }
    }
    json(c, o);
  }

  private static String required(Context c, String name) {
    String v = Queries.text(c.req(), name);
    if (v == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return v;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void json(Context c, JsonNode node) {
    c.header("Slugline-Position", model.head().position().toString());
    c.header("Slugline-Behind", Long.toString(Math.min(reader.behind(), 999_999_999L)));
    c.contentType("application/json").result(bytes(node));
  }

  static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
