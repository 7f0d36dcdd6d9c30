package news.slugline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import news.slugline.schema.ExportFiles;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.CloudEventHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends updates to subscribers' addresses: each in order, at least once, signed; again with growing
 * pauses while the receiver fails; after the last attempt the update is put aside and the next one
 * goes. Nothing of an update is stored here but its place: what is sent late is made anew, so that
 * it holds no word that was withdrawn meanwhile.
 */
final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MOST = 200;
  private static final int PAGE = 50;
  private static final int TEXT_LINES = 5;
  private static final String HOOK = "hook";
  private static final String DEAD = "dead";

  private final ReadModel model;
  private final Feed feed;
  private final ModelStore store;
  private final Clock clock;
  private final Pauses pauses;
  private final String board;
  private final Map<String, Sender> senders = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ScheduledExecutorService pool =
      new ScheduledThreadPoolExecutor(4, r -> new Thread(r, "slugline-webhook"));

  /**
   * How long to wait before the next attempt.
   *
   * @param first after the first failure; doubled after each further one
   * @param attempts after which an update is put aside
   */
  record Pauses(Duration first, Duration longest, int attempts) {
    /** Half a day of attempts, or so. */
    static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofHours(1), 20);

    Duration after(int failures) {
      Duration d = first.multipliedBy(1L << Math.min(30, failures - 1));
      return d.compareTo(longest) > 0 ? longest : d;
    }
  }

  /** An update that could not be delivered: its place, not its words. */
  record Dead(String storyId, int revision, String time, int attempts, String fault) {}

  /**
   * @param store of this class's own; outlives the read model
   * @param board address of the board, without a slash at its end
   */
  Webhooks(ReadModel model, Feed feed, ModelStore store, Clock clock, Pauses pauses, String board) {
    this.model = model;
    this.feed = feed;
    this.store = store;
    this.clock = clock;
    this.pauses = pauses;
    this.board = board;
    store.scan(
        (k, row) -> {
          Webhook w = read(row, Webhook.class);
          senders.put(w.id(), new Sender(w));
          return true;
        },
        HOOK);
  }

  void start() {
    senders.values().forEach(Sender::begin);
  }

  void routes(RoutesConfig r) {
    r.get("/api/v1/webhooks", this::list);
    r.post("/api/v1/webhooks", this::create);
    r.get("/api/v1/webhooks/{webhookId}", c -> json(c, known(c).json()));
    r.delete("/api/v1/webhooks/{webhookId}", this::delete);
    r.get("/api/v1/webhooks/{webhookId}/dead-letters", this::dead);
    r.post("/api/v1/webhooks/{webhookId}/dead-letters", this::again);
  }

  private void list(Context c) {
    ObjectNode o = JSON.createObjectNode();
    ArrayNode a = o.putArray("webhooks");
    senders.values().stream()
        .map(Sender::json)
        .sorted(java.util.Comparator.comparing(n -> n.path("id").asText()))
        .forEach(a::add);
    json(c, o);
  }

  private void create(Context c) {
    if (senders.size() >= MOST) {
      throw new Problem(503, "there are " + MOST + " webhooks; delete one first");
    }
    if (c.contentType() == null || !c.contentType().startsWith("application/json")) {
      throw new IllegalArgumentException("send application/json");
    }
    JsonNode n;
    try {
      n = JSON.readTree(c.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body is not JSON", e);
    }
    if (n == null || !n.isObject()) {
      throw new IllegalArgumentException("the body must be a JSON object");
    }
    Webhook w =
        Webhook.asked(
            n, UUID.randomUUID().toString(), Signature.newSecret(), model.head().position());
    store.put(bytes(w), HOOK, w.id());
    Sender sender = new Sender(w);
    senders.put(w.id(), sender);
    sender.begin();
    c.status(201).header("Location", "/api/v1/webhooks/" + w.id());
    json(c, w.json().put("secret", w.secret()));
  }

  private Sender known(Context c) {
    Sender s = senders.get(c.pathParam("webhookId"));
    if (s == null) {
      throw new Problem(404, "no such webhook; /api/v1/webhooks lists them");
    }
    return s;
  }

  private void delete(Context c) {
    Sender s = known(c);
    senders.remove(s.id);
    s.stop();
    store.delete(HOOK, s.id);
    store.deleteAll(DEAD, s.id);
    c.status(204);
  }

  private void dead(Context c) {
    ObjectNode o = JSON.createObjectNode();
    ArrayNode a = o.putArray("deadLetters");
    store.scan(
        (k, row) -> {
          a.add(JSON.valueToTree(read(row, Dead.class)));
          return a.size() < 1_000;
        },
        DEAD,
        known(c).id);
    json(c, o);
  }

  /** Sends what was put aside once more. */
  private void again(Context c) {
    Sender s = known(c);
    List<Dead> letters = new ArrayList<>();
    store.scan((k, row) -> letters.add(read(row, Dead.class)), DEAD, s.id);
    int delivered = 0;
    for (Dead d : letters) {
      List<StoryUpdate> u = model.updates(d.storyId(), d.revision(), 1);
      if (u.isEmpty() || s.deliver(u.get(0)) == null) {
        store.delete(DEAD, s.id, d.storyId(), ReadModel.number(d.revision()));
        delivered++;
      } else {
        break;
      }
    }
    json(
        c,
        JSON.createObjectNode()
            .put("delivered", delivered)
            .put("left", letters.size() - delivered));
  }

  private static void json(Context c, JsonNode node) {
    c.contentType("application/json").result(Api.bytes(node));
  }

  private static <T> T read(byte[] row, Class<T> type) {
    try {
      return JSON.readValue(row, type);
    } catch (IOException e) {
      throw new IllegalStateException("the webhooks' folder holds a broken row", e);
    }
  }

  private static byte[] bytes(Object row) {
    try {
      return JSON.writeValueAsBytes(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is sent of an update. */
  byte[] body(Webhook.Format format, StoryUpdate u) {
    ObjectNode o = JSON.createObjectNode();
    if (format == Webhook.Format.TEXT) {
      StringBuilder b = new StringBuilder(u.headline()).append(" (").append(u.state()).append(")");
      List<String> lines = AtomFeed.lines(u);
      lines.stream().limit(TEXT_LINES).forEach(l -> b.append("\n• ").append(l));
      if (lines.size() > TEXT_LINES) {
        b.append("\nand ").append(lines.size() - TEXT_LINES).append(" more");
      }
      b.append('\n').append(board).append("/story/").append(u.storyId());
      return bytes(o.put("text", b.toString()));
    }
    o.put("specversion", "1.0");
    o.put("id", CloudEventHeaders.id(u));
    o.put("source", CloudEventHeaders.source(u));
    o.put("type", CloudEventHeaders.TYPE_VALUE);
    o.put("subject", u.storyId());
    o.put("time", u.cause().time());
    o.put("datacontenttype", "application/json");
    o.set("data", ExportFiles.updateNode(u));
    return bytes(o);
  }

  @Override
  public void close() {
    senders.values().forEach(Sender::stop);
    pool.shutdownNow();
    try {
      boolean unused = pool.awaitTermination(TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }

  /** One webhook's deliveries, one at a time. */
  private final class Sender implements Runnable {
    final String id;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Webhook hook;
    private volatile boolean stopped;
    private volatile String fault = "";
    private @Nullable Cursor cursor;
    private final List<Cursor.Step> page = new ArrayList<>();
    private int failures;
    private volatile long notBefore = System.nanoTime();

    Sender(Webhook hook) {
      this.id = hook.id();
      this.hook = hook;
    }

    void begin() {
      Position p = Position.parse(hook.position());
      boolean kept = p != null && p.sameTopic(model.head().position()) && !model.isLost(p);
      cursor =
          kept && p != null
              ? Cursor.behind(model, feed, hook.interest(), p)
              : Cursor.atHead(model, feed, hook.interest());
      feed.follow(this);
      run();
    }

    void stop() {
      stopped = true;
      feed.leave(this);
    }

    ObjectNode json() {
      ObjectNode o = hook.json();
      o.put("failures", failures);
      o.put("fault", fault.isEmpty() ? null : fault);
      return o;
    }

    /** There may be more to send. */
    @Override
    public void run() {
      if (!stopped && !running.getAndSet(true)) {
        long wait = Math.max(0, notBefore - System.nanoTime());
        try {
          pool.schedule(this::work, wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
          stopped = true;
        }
      }
    }

    private void work() {
      boolean more = false;
      try {
        more = send();
      } catch (ModelStore.Closed e) {
        stopped = true;
      } catch (RuntimeException e) {
        LOG.error("Webhook {} failed: {}", id, e.toString(), e);
        notBefore = System.nanoTime() + pauses.longest().toNanos();
        more = true;
      } finally {
        running.set(false);
      }
      // an update that came while this ran found it running
      if (more || (page.isEmpty() && behind())) {
        run();
      }
    }

    private boolean behind() {
      Cursor c = cursor;
      return c != null && !stopped && !feed.after(c.seq(), 1).isEmpty();
    }

    /** Sends the next update; returns whether there is more to do. */
    private boolean send() {
      Cursor c = java.util.Objects.requireNonNull(cursor);
      if (page.isEmpty()) {
        List<Cursor.Step> steps = c.next(PAGE);
        if (steps == null) {
          return false;
        }
        page.addAll(steps);
        if (page.isEmpty()) {
          keep(c.position());
          return true;
        }
      }
      Cursor.Step step = page.get(0);
      List<ReadModel.Entry> entry = model.after(step.event().seq() - 1, 1);
      StoryUpdate update = entry.isEmpty() ? null : entry.get(0).update();
      String problem = update == null ? null : deliver(update);
      if (problem != null && ++failures < pauses.attempts()) {
        fault = problem;
        notBefore = System.nanoTime() + pauses.after(failures).toNanos();
        return true;
      }
      if (problem != null && update != null) {
        Dead d =
            new Dead(
                update.storyId(), update.revision(), clock.instant().toString(), failures, problem);
        store.put(bytes(d), DEAD, id, d.storyId(), ReadModel.number(d.revision()));
        LOG.warn("Webhook {} gave up {} #{}: {}", id, d.storyId(), d.revision(), problem);
      }
      failures = 0;
      fault = "";
      page.remove(0);
      keep(step.position());
      return true;
    }

    private void keep(Position p) {
      hook = hook.at(p);
      if (!stopped) {
        store.put(bytes(hook), HOOK, id);
      }
    }

    /** Null if the receiver took it, else what is wrong. */
    @Nullable String deliver(StoryUpdate u) {
      byte[] body = body(hook.format(), u);
      String event = CloudEventHeaders.source(u) + "/" + CloudEventHeaders.id(u);
      String message =
          UUID.nameUUIDFromBytes((id + event).getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .toString();
      long seconds = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(hook.url()))
              .timeout(TIMEOUT)
              .header(
                  "Content-Type",
                  hook.format() == Webhook.Format.TEXT
                      ? "application/json"
                      : "application/cloudevents+json")
              .header("User-Agent", "slugline")
              .header("webhook-id", message)
              .header("webhook-timestamp", Long.toString(seconds))
              .header("webhook-signature", Signature.of(hook.secret(), message, seconds, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      try {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status / 100 == 2 ? null : "answered " + status;
      } catch (IOException e) {
        return e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
        return "interrupted";
      }
    }
  }
}
