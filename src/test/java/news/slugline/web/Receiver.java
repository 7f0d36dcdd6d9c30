package news.slugline.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what webhooks deliver, or refuses it. */
final class Receiver implements AutoCloseable {
  /** One delivery. */
  record Got(String id, String timestamp, String signature, String body) {}

  final List<Got> taken = new CopyOnWriteArrayList<>();
  final List<Got> refused = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 204;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        x -> {
          String body = new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Got got =
              new Got(
                  x.getRequestHeaders().getFirst("webhook-id"),
                  x.getRequestHeaders().getFirst("webhook-timestamp"),
                  x.getRequestHeaders().getFirst("webhook-signature"),
                  body);
          (status == 204 ? taken : refused).add(got);
          x.sendResponseHeaders(status, -1);
          x.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void answer(int with) {
    status = with;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
