package news.slugline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles by {@code POST /articles}. The answer is 202 only once Kafka has acknowledged the
 * transaction that holds them; requests that come together share one. A caller that got no answer
 * sends again: intake drops what it has.
 */
final class PushConnector implements Connector {
  private static final int WAITING = 1_000;
  private static final int BATCH_REQUESTS = 200;
  private static final int BATCH_BYTES = 16 << 20;
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final long ANSWER_S = 40;
  private static final String RETRY_S = "5";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SourceSpec.Push spec;
  private final Meters meters;
  private final Supplier<Items> makeItems;
  private final Queue<Items> idle = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Javalin server;

  private record Waiting(List<Outgoing> out, CompletableFuture<@Nullable Void> done) {
    int size() {
      return out.stream().mapToInt(Outgoing::size).sum();
    }
  }

  /** Listens at once. */
  PushConnector(SourceSpec.Push spec, Supplier<Items> makeItems, Meters meters) throws IOException {
    this.spec = spec;
    this.makeItems = makeItems;
    this.meters = meters;
    try {
      requireFree(spec);
      server =
          Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.showOldJavalinVersionWarning = false;
                config.http.defaultContentType = "application/json";
                config.routes.post("/articles", this::handle);
                config.routes.exception(
                    Exception.class, (e, ctx) -> answer(ctx, 500, "The server failed: " + e));
              });
      server.start(spec.bind(), spec.port());
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "cannot listen at " + spec.bind() + ":" + spec.port() + " (" + reason(e) + ")", e);
    }
  }

  /** Javalin would log a taken port with its whole stack each time it is tried again. */
  private static void requireFree(SourceSpec.Push spec) throws IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(spec.bind(), spec.port()));
    }
  }

  /** The port that it listens at. */
  int port() {
    return server.port();
  }

  @Override
  public Duration step(Session session) throws InterruptedException {
    Waiting first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return Duration.ZERO;
    }
    List<Waiting> batch = new ArrayList<>(List.of(first));
    int bytes = first.size();
    while (batch.size() < BATCH_REQUESTS && bytes < BATCH_BYTES && !waiting.isEmpty()) {
      Waiting next = waiting.remove();
      bytes += next.size();
      batch.add(next);
    }
    try {
      session.publish(batch.stream().flatMap(w -> w.out.stream()).toList(), Session.Changes.NONE);
      batch.forEach(w -> w.done.complete(null));
    } catch (RuntimeException e) {
      batch.forEach(w -> w.done.completeExceptionally(e));
      throw e;
    }
    return Duration.ZERO;
  }

  @Override
  public void close() {
    server.stop();
    Waiting left = waiting.poll();
    while (left != null) {
      left.done.completeExceptionally(new IOException("the server stops"));
      left = waiting.poll();
    }
  }

  private void handle(Context ctx) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      take(ctx);
    } finally {
      meters.answered(spec, ctx.statusCode(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void take(Context ctx) throws IOException, InterruptedException {
    if (!isAllowed(ctx)) {
      return;
    }
    byte[] body = body(ctx);
    if (body == null) {
      answer(ctx, 413, "The body has more than " + spec.limit() + " bytes; send fewer articles.");
      return;
    }
    if (body.length == 0) {
      answer(ctx, 400, "The body is empty; send an article as the body.");
      return;
    }
    List<Outgoing> out = read(body, ctx);
    Waiting w = new Waiting(out, new CompletableFuture<>());
    if (!waiting.offer(w)) {
      unavailable(ctx, "Too many requests are waiting.");
      return;
    }
    try {
      w.done.get(ANSWER_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      unavailable(ctx, "Kafka has not acknowledged it; it may be sent again.");
      return;
    }
    accepted(ctx, out);
  }

  private boolean isAllowed(Context ctx) {
    String token = spec.token();
    if (token == null) {
      // without a token only programs on this machine may call, not pages in its browser
      if (ctx.header("Origin") != null) {
        answer(ctx, 403, "Requests from web pages need a token; configure one.");
        return false;
      }
      return true;
    }
    String given = ctx.header("Authorization");
    boolean right =
        given != null
            && given.regionMatches(true, 0, "Bearer ", 0, 7)
            && MessageDigest.isEqual(
                given.substring(7).strip().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    if (!right) {
      ctx.header("WWW-Authenticate", "Bearer");
      answer(ctx, 401, "Send the token as `Authorization: Bearer TOKEN`.");
    }
    return right;
  }

  /** Null if it is too large; then not all of it is read. */
  private byte @Nullable [] body(Context ctx) throws IOException {
    if (ctx.req().getContentLengthLong() > spec.limit()) {
      return null;
    }
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] body = in.readNBytes(spec.limit() + 1);
      return body.length > spec.limit() ? null : body;
    }
  }

  private List<Outgoing> read(byte[] body, Context ctx) {
    String given = ctx.queryParam("path");
    // copy without an identifier is known by its path or else by what it says
    String path =
        given == null || given.isBlank() ? Digest.of(body).substring(0, 16) : given.strip();
    Hints hints =
        Hints.ofPath(spec.name() + "/" + path)
            .withContentType(ctx.contentType())
            .withProvider(spec.provider());
    Items items = idle.poll();
    items = items == null ? makeItems.get() : items;
    try {
      return items.read(body, hints, "sent by " + ctx.ip());
    } finally {
      idle.offer(items);
    }
  }

  private static void accepted(Context ctx, List<Outgoing> out) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode accepted = answer.putArray("accepted");
    ArrayNode refused = answer.putArray("refused");
    out.forEach(o -> (o.refused() ? refused : accepted).add(o.label()));
    boolean none = accepted.isEmpty();
    if (none) {
      answer.put("error", "Nothing could be read; the reasons stand in articles.rejected, too.");
    }
    ctx.status(none ? 422 : 202).result(answer.toString());
  }

  private static void unavailable(Context ctx, String error) {
    ctx.header("Retry-After", RETRY_S);
    answer(ctx, 503, error);
  }

  private static void answer(Context ctx, int status, String error) {
    ctx.status(status).result(JSON.createObjectNode().put("error", error).toString());
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
