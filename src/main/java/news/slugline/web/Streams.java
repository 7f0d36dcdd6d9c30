package news.slugline.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events. No thread waits for a client: each connection is written to when it can take
 * more, at its own pace. {@code Last-Event-ID} is a {@link Position}; whoever comes back with it
 * gets what came since, once.
 */
final class Streams extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final long BEAT_S = 10;
  private static final int PAGE = 64;

  private final transient ReadModel model;
  private final transient Feed feed;
  private final int most;
  private final transient Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final transient ExecutorService pumps;
  private final transient ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "slugline-sse-beat"));

  /**
   * @param most connections that are held at once
   */
  Streams(ReadModel model, Feed feed, int most) {
    this.model = model;
    this.feed = feed;
    this.most = most;
    this.pumps = Executors.newFixedThreadPool(2, r -> new Thread(r, "slugline-sse"));
    beats.scheduleAtFixedRate(
        () -> streams.forEach(Stream::beat), BEAT_S, BEAT_S, TimeUnit.SECONDS);
  }

  Feed feed() {
    return feed;
  }

  int open() {
    return streams.size();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Interest interest;
    try {
      interest = Queries.interest(request);
    } catch (IllegalArgumentException e) {
      Problem.write(response, 400, String.valueOf(e.getMessage()));
      return;
    }
    if (streams.size() >= most) {
      response.setHeader("Retry-After", "30");
      Problem.write(response, 503, "all " + most + " streams are in use; come back later");
      return;
    }
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    String last = request.getHeader("Last-Event-ID");
    if (last == null) {
      last = request.getParameter("lastEventId");
    }
    Position asked = Position.parse(last);
    String reset = last == null || last.isEmpty() ? null : refusal(asked);
    Cursor cursor =
        asked == null || reset != null
            ? Cursor.atHead(model, feed, interest)
            : Cursor.behind(model, feed, interest, asked);
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    Stream stream = new Stream(async, response.getOutputStream(), cursor, reset);
    streams.add(stream);
    feed.follow(stream);
    stream.out.setWriteListener(stream);
  }

  /** Why a position cannot be gone on from, or null. */
  private @Nullable String refusal(@Nullable Position asked) {
    if (asked == null || !asked.sameTopic(model.head().position())) {
      return "unknown";
    }
    return model.isLost(asked) ? "expired" : null;
  }

  @Override
  public void close() {
    beats.shutdownNow();
    streams.forEach(Stream::end);
    pumps.shutdown();
  }

  /** One connection. Whoever finds it ready writes; one at a time. */
  private final class Stream implements WriteListener, Runnable {
    final ServletOutputStream out;
    private final AsyncContext async;
    private final Cursor cursor;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private Iterator<Cursor.Step> page = List.<Cursor.Step>of().iterator();
    private Position told;
    private byte @Nullable [] first;
    private boolean beat;
    private boolean flush;
    private boolean ended;

    Stream(AsyncContext async, ServletOutputStream out, Cursor cursor, @Nullable String reset) {
      this.async = async;
      this.out = out;
      this.cursor = cursor;
      this.told = cursor.position();
      String start = "retry: 2000\nid: " + told + "\n";
      this.first =
          (reset == null
                  ? start + "\n"
                  : start + "event: reset\ndata: {\"reason\":\"" + reset + "\"}\n\n")
              .getBytes(StandardCharsets.UTF_8);
    }

    /** There may be more. */
    @Override
    public void run() {
      if (!scheduled.getAndSet(true)) {
        try {
          pumps.execute(
              () -> {
                scheduled.set(false);
                pump();
              });
        } catch (RejectedExecutionException e) {
          end();
        }
      }
    }

    void beat() {
      synchronized (this) {
        beat = true;
      }
      run();
    }

    @Override
    public void onWritePossible() {
      pump();
    }

    @Override
    public void onError(Throwable e) {
      end();
    }

    private synchronized void pump() {
      try {
        while (!ended && out.isReady()) {
          byte[] bytes = next();
          if (bytes != null) {
            flush = true;
            out.write(bytes);
          } else if (flush) {
            flush = false;
            out.flush();
          } else {
            return;
          }
        }
      } catch (IOException | IllegalStateException e) {
        end();
      }
    }

    /** The next bytes to send; null if there is nothing now. */
    private byte @Nullable [] next() {
      byte[] f = first;
      if (f != null) {
        first = null;
        return f;
      }
      while (!page.hasNext()) {
        List<Cursor.Step> more = cursor.next(PAGE);
        if (more == null) {
          return idle();
        }
        page = more.iterator();
      }
      Cursor.Step step = page.next();
      told = step.position();
      return step.event().bytes(told);
    }

    /** Keeps the connection and, where all that came was unwanted, the client's position alive. */
    private byte @Nullable [] idle() {
      if (!beat) {
        return null;
      }
      beat = false;
      if (cursor.position().equals(told)) {
        return ":\n\n".getBytes(StandardCharsets.UTF_8);
      }
      told = cursor.position();
      return ("id: " + told + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private void end() {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
      }
      streams.remove(this);
      feed.leave(this);
      try {
        async.complete();
      } catch (IllegalStateException e) {
        // the container was first
      }
    }
  }
}
