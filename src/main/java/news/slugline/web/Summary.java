package news.slugline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Change;
import news.slugline.story.Counts;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.LifeState;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A story in a list, without the words of withdrawn articles.
 *
 * @param disputed ids of the facts that are disputed
 * @param lastReason why it last changed; null if only its state is known
 * @param lastGist of the fact that changed, or empty
 * @param searchable headline, gist and names, for a search by words
 */
record Summary(
    String storyId,
    int revision,
    LifeState state,
    String headline,
    String gist,
    List<String> people,
    List<String> places,
    Counts counts,
    int facts,
    Set<String> disputed,
    @Nullable String lastReason,
    String lastGist,
    String lastTime,
    @Nullable String mergedInto,
    String eventTime,
    String searchable) {

  /** The summary of a whole state. */
  static Summary of(StoryState s, @Nullable Summary before) {
    Set<String> disputed = new TreeSet<>();
    for (Fact f : s.facts()) {
      if (f.status() == FactStatus.DISPUTED) {
        disputed.add(f.factId());
      }
    }
    return new Summary(
        s.storyId(),
        s.revision(),
        s.state(),
        s.headline(),
        s.gist(),
        s.people(),
        s.places(),
        s.counts(),
        s.facts().size() + s.factsFolded(),
        disputed,
        before == null ? null : before.lastReason,
        before == null ? "" : before.lastGist,
        before == null ? s.eventTime() : before.lastTime,
        s.mergedInto(),
        s.eventTime(),
        words(s.headline(), s.gist(), s.people(), s.places()));
  }

  /** The summary after the next update. */
  static Summary of(StoryUpdate u, @Nullable Summary before) {
    Set<String> disputed = new TreeSet<>(before == null ? Set.of() : before.disputed);
    disputed.removeAll(u.removedFacts());
    for (Fact f : u.facts()) {
      if (f.status() == FactStatus.DISPUTED) {
        disputed.add(f.factId());
      } else {
        disputed.remove(f.factId());
      }
    }
    Change first = u.changes().isEmpty() ? null : u.changes().get(0);
    String gist = first == null || first.gist() == null ? "" : first.gist();
    return new Summary(
        u.storyId(),
        u.revision(),
        u.state(),
        u.headline(),
        u.gist(),
        u.people(),
        u.places(),
        u.counts(),
        u.factsTotal(),
        u.state() == LifeState.MERGED ? Set.of() : disputed,
        first == null ? null : first.reason().name(),
        gist,
        u.cause().time(),
        u.mergedInto(),
        u.eventTime(),
        words(u.headline(), u.gist(), u.people(), u.places()));
  }

  private static String words(
      String headline, String gist, List<String> people, List<String> places) {
    return (headline
            + "\n"
            + gist
            + "\n"
            + String.join("\n", people)
            + "\n"
            + String.join("\n", places))
        .toLowerCase(Locale.ROOT);
  }

  ObjectNode json() {
    ObjectNode o = JsonNodeFactory.instance.objectNode();
    o.put("storyId", storyId);
    o.put("revision", revision);
    o.put("state", ExportFiles.word(state));
    o.put("headline", headline);
    o.put("gist", gist);
    strings(o.putArray("people"), people);
    strings(o.putArray("places"), places);
    ObjectNode c = o.putObject("counts");
    c.put("articles", counts.articles());
    c.put("providers", counts.providers());
    c.put("origins", counts.origins());
    c.put("unknownOrigin", counts.unknownOrigin());
    c.put("facts", facts);
    c.put("disputed", disputed.size());
    if (lastReason == null) {
      o.putNull("last");
    } else {
      o.putObject("last").put("reason", lastReason).put("gist", lastGist).put("time", lastTime);
    }
    o.put("mergedInto", mergedInto);
    o.put("eventTime", eventTime);
    return o;
  }

  private static void strings(ArrayNode a, List<String> list) {
    list.forEach(a::add);
  }
}
