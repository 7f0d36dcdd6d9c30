package news.slugline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Change;
import news.slugline.story.StoryUpdate;

/**
 * An update as streams send it: short, so that thousands may listen. The whole one is under its
 * story and revision.
 *
 * @param data one line of JSON
 * @param usual its bytes for all who follow without a gap: made once, sent to thousands
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Event(long seq, Position position, Notice notice, String data, byte[] usual) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHANGES = 8;

  static Event of(ReadModel.Entry e) {
    String data = line(brief(e.update()));
    return new Event(e.seq(), e.position(), Notice.of(e.update()), data, bytes(e.position(), data));
  }

  /** The bytes of it as a server-sent event. */
  byte[] bytes(Position id) {
    return id.equals(position) ? usual : bytes(id, data);
  }

  /** About how many bytes it takes on the heap. */
  int size() {
    return data.length() + usual.length;
  }

  private static byte[] bytes(Position id, String data) {
    return ("id: " + id + "\nevent: update\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An update without its facts, articles and evidence, its most urgent changes only. */
  static ObjectNode brief(StoryUpdate u) {
    ObjectNode o = ExportFiles.updateNode(u);
    o.remove(List.of("facts", "articles", "removedFacts", "removedArticles", "sources", "origins"));
    Map<String, Integer> reasons = new TreeMap<>();
    for (Change c : u.changes()) {
      reasons.merge(c.reason().name(), 1, Integer::sum);
    }
    ObjectNode r = o.putObject("reasons");
    reasons.forEach(r::put);
    ArrayNode changes = (ArrayNode) o.get("changes");
    while (changes.size() > CHANGES) {
      changes.remove(changes.size() - 1);
    }
    changes.forEach(c -> ((ObjectNode) c).remove("evidence"));
    o.put("changesFolded", u.changesFolded() + u.changes().size() - changes.size());
    return o;
  }

  private static String line(ObjectNode o) {
    try {
      return JSON.writeValueAsString(o);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
