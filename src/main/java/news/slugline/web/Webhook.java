package news.slugline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A subscription: where to send, what, and how it is signed.
 *
 * @param secret of the signature; given out once, when the webhook is made
 * @param position of the last update that was delivered or given up
 */
record Webhook(
    String id,
    String url,
    String secret,
    Format format,
    List<String> reasons,
    List<String> stories,
    List<String> states,
    List<String> people,
    int minOrigins,
    String position) {
  /** What is sent. */
  enum Format {
    /** CloudEvents 1.0, structured, with the whole update. */
    CLOUDEVENTS,
    /** An object with one property {@code text}, as chat programs take it. */
    TEXT
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of("url", "format", "reasons", "stories", "states", "people", "minOrigins");

  Webhook {
    reasons = List.copyOf(reasons);
    stories = List.copyOf(stories);
    states = List.copyOf(states);
    people = List.copyOf(people);
  }

  /**
   * Reads what a client asks for.
   *
   * @throws IllegalArgumentException naming what is wrong and what is accepted
   */
  static Webhook asked(JsonNode n, String id, String secret, Position position) {
    n.fieldNames()
        .forEachRemaining(
            f -> {
              if (!KNOWN.contains(f)) {
                throw new IllegalArgumentException(
                    "unknown property '"
                        + f
                        + "', known are "
                        + String.join(", ", new java.util.TreeSet<>(KNOWN)));
              }
            });
    Webhook w =
        new Webhook(
            id,
            address(n.path("url").asText("")),
            secret,
            format(n.path("format").asText("cloudevents")),
            strings(n, "reasons"),
            strings(n, "stories"),
            strings(n, "states"),
            strings(n, "people"),
            n.path("minOrigins").asInt(0),
            position.toString());
    if (w.minOrigins() < 0) {
      throw new IllegalArgumentException("minOrigins must be 0 or more");
    }
    Interest unused = w.interest(); // throws if a word is unknown
    return w;
  }

  private static String address(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && url.length() < 2_000) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException("url must be an http or https address without a password");
  }

  private static Format format(String word) {
    for (Format f : Format.values()) {
      if (f.name().equalsIgnoreCase(word)) {
        return f;
      }
    }
    throw new IllegalArgumentException("format is cloudevents or text");
  }

  private static List<String> strings(JsonNode n, String name) {
    JsonNode list = n.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new IllegalArgumentException(name + " must be a list of strings");
    }
    List<String> out = new ArrayList<>();
    list.forEach(x -> out.add(x.asText()));
    if (out.size() > 100) {
      throw new IllegalArgumentException(name + " has more than 100 entries");
    }
    return out;
  }

  Interest interest() {
    return Interest.of(reasons, stories, states, people, minOrigins);
  }

  Webhook at(Position p) {
    return new Webhook(
        id, url, secret, format, reasons, stories, states, people, minOrigins, p.toString());
  }

  /** As it may be shown: without its secret. */
  ObjectNode json() {
    ObjectNode o = JSON.createObjectNode();
    o.put("id", id);
    o.put("url", url);
    o.put("format", format.name().toLowerCase(Locale.ROOT));
    strings(o.putArray("reasons"), reasons);
    strings(o.putArray("stories"), stories);
    strings(o.putArray("states"), states);
    strings(o.putArray("people"), people);
    o.put("minOrigins", minOrigins);
    o.put("position", position);
    return o;
  }

  private static void strings(ArrayNode a, List<String> list) {
    list.forEach(a::add);
  }
}
