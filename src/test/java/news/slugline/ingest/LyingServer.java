package news.slugline.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that answers in turn as it was told; the last answer stays. */
final class LyingServer implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ConcurrentLinkedDeque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();

  LyingServer(Answer... given) throws IOException {
    answers.addAll(List.of(given));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    requests.add(Map.copyOf(exchange.getRequestHeaders()));
    try {
      Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
      answer.to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.decrementAndGet();
      exchange.close();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
  }

  /** How many requests were under way at once, at most. */
  int most() {
    return most.get();
  }

  static Answer status(int status, String... headers) {
    return e -> {
      headers(e, headers);
      e.sendResponseHeaders(status, -1);
    };
  }

  static Answer body(String text, String... headers) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Answer bytes(byte[] body, String... headers) {
    return e -> {
      headers(e, headers);
      e.sendResponseHeaders(200, body.length);
      e.getResponseBody().write(body);
    };
  }

  /** Promises all of it and hangs up after a part. */
  static Answer cutOff(String text, int after) {
    return e -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      e.sendResponseHeaders(200, body.length);
      e.getResponseBody().write(body, 0, after);
      e.getResponseBody().flush();
    };
  }

  /** Sends a byte, then nothing for a long time. */
  static Answer stalled() {
    return e -> {
      e.sendResponseHeaders(200, 1000);
      e.getResponseBody().write('<');
      e.getResponseBody().flush();
      Thread.sleep(20_000);
    };
  }

  private static void headers(HttpExchange e, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      e.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
