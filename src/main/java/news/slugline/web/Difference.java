package news.slugline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Fact;
import news.slugline.story.StoryState;

/** What is other in a story at two of its revisions, fact by fact. */
final class Difference {
  private Difference() {}

  static ObjectNode of(StoryState a, StoryState b) {
    ObjectNode o = JsonNodeFactory.instance.objectNode();
    o.put("storyId", a.storyId());
    o.set("from", head(a));
    o.set("to", head(b));
    Map<String, Fact> before = new LinkedHashMap<>();
    a.facts().forEach(f -> before.put(f.factId(), f));
    ArrayNode added = o.putArray("added");
    ArrayNode changed = o.putArray("changed");
    for (Fact f : b.facts()) {
      Fact old = before.remove(f.factId());
      if (old == null) {
        added.add(ExportFiles.factNode(f));
      } else if (!old.equals(f)) {
        ObjectNode n = changed.addObject();
        n.put("factId", f.factId());
        n.set("before", ExportFiles.factNode(old));
        n.set("after", ExportFiles.factNode(f));
      }
    }
    ArrayNode removed = o.putArray("removed");
    before.values().forEach(f -> removed.add(ExportFiles.factNode(f)));
    return o;
  }

  private static ObjectNode head(StoryState s) {
    ObjectNode o = ExportFiles.storyNode(s);
    o.remove(java.util.List.of("facts", "articles", "articleRefs"));
    return o;
  }
}
