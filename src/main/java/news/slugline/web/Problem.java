package news.slugline.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What went wrong with a request, as RFC 9457 has it: one line that says what to do. */
final class Problem extends RuntimeException {
  static final String TYPE = "application/problem+json";
  private static final long serialVersionUID = 1L;

  private final int status;

  Problem(int status, String detail) {
    super(detail);
    this.status = status;
  }

  int status() {
    return status;
  }

  static String body(int status, String detail) {
    ObjectNode o = JsonNodeFactory.instance.objectNode();
    o.put("type", "about:blank");
    o.put("title", title(status));
    o.put("status", status);
    o.put("detail", detail);
    return o.toString();
  }

  static void write(HttpServletResponse response, int status, String detail) throws IOException {
    response.setStatus(status);
    response.setContentType(TYPE);
    response.getOutputStream().write(body(status, detail).getBytes(StandardCharsets.UTF_8));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 410 -> "Gone";
      case 413 -> "Content Too Large";
      case 421 -> "Misdirected Request";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
