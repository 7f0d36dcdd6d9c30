package news.slugline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;

/** Articles as ninjs 3, one JSON object a line. */
public final class NinjsLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NinjsLines() {}

  public static byte[] line(WireArticle a) {
    ObjectNode n = JSON.createObjectNode();
    n.put("uri", a.uri());
    n.put("version", a.version());
    n.put("language", "en");
    n.put("pubStatus", a.pubStatus() == PubStatus.CANCELED ? "canceled" : "usable");
    n.put("firstCreated", String.valueOf(a.firstCreated()));
    n.put("versionCreated", String.valueOf(a.versionCreated()));
    n.putArray("infoSources").addObject().put("name", a.provider()).put("role", "provider");
    if (a.signal() != Signal.NONE) {
      n.put("signal", a.signal().name().toLowerCase(java.util.Locale.ROOT));
    }
    n.putArray("headlines").addObject().put("role", "main").put("value", a.headline());
    n.putArray("bodies").addObject().put("contentType", "text/plain").put("value", a.body());
    try {
      return JSON.writeValueAsBytes(n);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
