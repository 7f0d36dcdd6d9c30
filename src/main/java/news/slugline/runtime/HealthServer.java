package news.slugline.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics}, {@code /health/live}, {@code /health/ready} and {@code /health/started}:
 * 200 if it is so, 503 if not, with the causes as JSON.
 */
public final class HealthServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts.
   *
   * @param at port 0 takes any free one
   * @throws IOException if the address cannot be used
   */
  public static HealthServer start(InetSocketAddress at, Health health, Supplier<String> metrics)
      throws IOException {
    HttpServer http = HttpServer.create(at, 16);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread t = new Thread(task, "slugline-health");
              t.setDaemon(true);
              return t;
            });
    http.setExecutor(threads);
    http.createContext("/health/live", exchange -> answer(exchange, health.live()));
    http.createContext("/health/ready", exchange -> answer(exchange, health.ready()));
    http.createContext("/health/started", exchange -> answer(exchange, health.started()));
    http.createContext(
        "/metrics",
        exchange -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
    http.start();
    return new HealthServer(http, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Health.Answer answer) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", answer.up() ? "up" : "down");
    body.put("causes", answer.causes());
    send(exchange, answer.up() ? 200 : 503, "application/json", JSON.writeValueAsString(body));
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
