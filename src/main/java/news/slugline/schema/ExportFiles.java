package news.slugline.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import news.slugline.avro.Rejected;
import news.slugline.claim.Claim;
import news.slugline.claim.Span;
import news.slugline.claim.Speaker;
import news.slugline.story.Change;
import news.slugline.story.Evidence;
import news.slugline.story.Explanation;
import news.slugline.story.Fact;
import news.slugline.story.Position;
import news.slugline.story.StoryOutput;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;

/** The lines of the export files: one JSON object each, properties in a fixed order. */
public final class ExportFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExportFiles() {}

  /** A line of {@code assignments.jsonl}. */
  public static String assignment(String uri, String version, String storyId) {
    ObjectNode o = JSON.createObjectNode();
    o.put("article", uri);
    o.put("version", version);
    o.put("story", storyId);
    return line(o);
  }

  /** A line of {@code claims.jsonl}. */
  public static String claim(
      String storyId, String uri, String version, StoryOutput.KeyedClaim keyed) {
    ObjectNode o = JSON.createObjectNode();
    o.put("id", keyed.id());
    o.put("article", uri);
    o.put("version", version);
    o.put("story", storyId);
    o.put("topicKey", keyed.topicKey());
    return line(described(o, keyed.claim()));
  }

  /** The same for a claim that stands in no story. */
  public static String claim(String uri, String version, Claim c) {
    ObjectNode o = JSON.createObjectNode();
    o.put("article", uri);
    o.put("version", version);
    o.put("text", c.text());
    return line(described(o, c));
  }

  private static ObjectNode described(ObjectNode o, Claim c) {
    o.put("kind", word(c.kind()));
    o.put("start", c.span().start());
    o.put("end", c.span().end());
    o.set("speaker", speaker(c.speaker()));
    o.set("cue", span(c.cue()));
    o.set("content", span(c.content()));
    o.put("value", c.value());
    o.put("modality", word(c.modality()));
    o.put("polarity", word(c.polarity()));
    return o;
  }

  /** A line of {@code updates.jsonl}. */
  public static String update(StoryUpdate u) {
    return line(updateNode(u));
  }

  public static ObjectNode updateNode(StoryUpdate u) {
    ObjectNode o = JSON.createObjectNode();
    o.put("storyId", u.storyId());
    o.put("revision", u.revision());
    ObjectNode cause = o.putObject("cause");
    cause.put("type", word(u.cause().type()));
    cause.put("uri", u.cause().uri());
    cause.put("version", u.cause().version());
    cause.put("command", u.cause().command());
    cause.put("time", u.cause().time());
    ArrayNode changes = o.putArray("changes");
    u.changes().forEach(c -> changes.add(changeNode(c)));
    o.put("changesFolded", u.changesFolded());
    o.put("state", word(u.state()));
    o.put("headline", u.headline());
    ObjectNode counts = o.putObject("counts");
    counts.put("articles", u.counts().articles());
    counts.put("providers", u.counts().providers());
    counts.put("origins", u.counts().origins());
    counts.put("unknownOrigin", u.counts().unknownOrigin());
    o.put("mergedInto", u.mergedInto());
    o.put("eventTime", u.eventTime());
    o.put("engine", u.engine());
    o.put("gist", u.gist());
    o.set("people", strings(u.people()));
    o.set("places", strings(u.places()));
    o.set("sources", strings(u.sources()));
    o.set("origins", strings(u.origins()));
    o.set("articles", refs(u.articles()));
    o.set("removedArticles", strings(u.removedArticles()));
    ArrayNode facts = o.putArray("facts");
    u.facts().forEach(f -> facts.add(factNode(f)));
    o.set("removedFacts", strings(u.removedFacts()));
    o.put("factsTotal", u.factsTotal());
    o.put("owed", u.owed());
    return o;
  }

  /** One change as a line. */
  public static String change(Change c) {
    return line(changeNode(c));
  }

  private static ObjectNode changeNode(Change c) {
    ObjectNode n = JSON.createObjectNode();
    n.put("reason", c.reason().name());
    n.put("factId", c.factId());
    n.put("previousFactId", c.previousFactId());
    n.put("before", c.before());
    n.put("after", c.after());
    n.put("gist", c.gist());
    n.set("evidence", evidence(c.evidence()));
    return n;
  }

  /** Why a fact's claims stand together, as a line. */
  public static String explanation(Explanation e) {
    ObjectNode o = JSON.createObjectNode();
    o.put("factId", e.factId());
    ArrayNode claims = o.putArray("claims");
    for (Explanation.Joined j : e.claims()) {
      ObjectNode n = claims.addObject();
      n.put("id", j.claimId());
      n.put("article", j.article());
      n.put("standing", j.standing());
      n.set("keys", strings(j.keys()));
      n.put("score", j.score());
      n.put("why", j.why());
    }
    return line(o);
  }

  /** A line of {@code stories.jsonl}. */
  public static String story(StoryState s) {
    return line(storyNode(s));
  }

  public static ObjectNode storyNode(StoryState s) {
    ObjectNode o = JSON.createObjectNode();
    o.put("storyId", s.storyId());
    o.put("revision", s.revision());
    o.put("state", word(s.state()));
    o.put("headline", s.headline());
    o.put("gist", s.gist());
    ArrayNode articles = o.putArray("articles");
    s.articles().forEach(a -> articles.add(a.uri()));
    o.set("sources", strings(s.sources()));
    o.set("origins", strings(s.origins()));
    o.set("people", strings(s.people()));
    o.set("places", strings(s.places()));
    ObjectNode counts = o.putObject("counts");
    counts.put("articles", s.counts().articles());
    counts.put("providers", s.counts().providers());
    counts.put("origins", s.counts().origins());
    counts.put("unknownOrigin", s.counts().unknownOrigin());
    ArrayNode facts = o.putArray("facts");
    s.facts().forEach(f -> facts.add(factNode(f)));
    o.put("factsFolded", s.factsFolded());
    o.set("articleRefs", refs(s.articles()));
    o.put("mergedInto", s.mergedInto());
    o.put("eventTime", s.eventTime());
    o.put("engine", s.engine());
    return o;
  }

  private static ArrayNode refs(List<StoryState.ArticleRef> articles) {
    ArrayNode refs = JSON.createArrayNode();
    for (StoryState.ArticleRef a : articles) {
      ObjectNode n = refs.addObject();
      n.put("uri", a.uri());
      n.put("version", a.version());
      n.put("source", a.source());
      n.put("origin", a.origin());
      n.put("copyOf", a.copyOf());
      n.put("headline", a.headline());
      n.put("eventTime", a.eventTime());
      n.put("use", word(a.use()));
    }
    return refs;
  }

  /** A line of {@code rejected.jsonl}. */
  public static String rejected(Rejected r) {
    return line(rejectedNode(r));
  }

  /** A line of the list of rejects. */
  public static String rejected(long id, boolean sentAgain, Rejected r) {
    ObjectNode o = JSON.createObjectNode();
    o.put("id", id);
    o.put("sentAgain", sentAgain);
    o.setAll(rejectedNode(r));
    return line(o);
  }

  private static ObjectNode rejectedNode(Rejected r) {
    ObjectNode o = JSON.createObjectNode();
    o.put("reason", r.getReason());
    o.put("detail", r.getDetail());
    o.put("position", r.getPosition());
    o.put("source", r.getSource());
    o.put("article", r.getUri());
    o.put("version", r.getVersion());
    o.put("topic", r.getTopic());
    o.put("partition", r.getPartition());
    o.put("offset", r.getOffset());
    o.put("size", r.getSize());
    o.put("sha256", r.getSha256());
    o.put("lies", r.getLies());
    return o;
  }

  public static ObjectNode factNode(Fact f) {
    ObjectNode o = JSON.createObjectNode();
    o.put("factId", f.factId());
    o.put("topicKey", f.topicKey());
    o.put("kind", word(f.kind()));
    o.put("status", word(f.status()));
    o.put("outcome", f.outcome() == null ? null : word(f.outcome()));
    o.put("gist", f.gist());
    ArrayNode positions = o.putArray("positions");
    for (Position p : f.positions()) {
      ObjectNode n = positions.addObject();
      n.put("value", p.value());
      n.put("status", word(p.status()));
      n.put("current", p.current());
      n.put("origins", p.origins());
      n.set("originNames", strings(p.originNames()));
      n.set("attributedTo", strings(p.attributedTo()));
      n.set("deniedBy", strings(p.deniedBy()));
      n.set("evidence", evidence(p.evidence()));
      n.put("evidenceFolded", p.evidenceFolded());
    }
    ArrayNode turns = o.putArray("changes");
    for (Fact.Turn t : f.changes()) {
      ObjectNode n = turns.addObject();
      n.put("date", t.date());
      n.put("reason", t.reason().name());
      n.put("article", t.article());
    }
    return o;
  }

  private static ArrayNode evidence(List<Evidence> evidence) {
    ArrayNode a = JSON.createArrayNode();
    for (Evidence e : evidence) {
      ObjectNode n = a.addObject();
      n.put("article", e.article());
      n.put("version", e.version());
      n.put("source", e.source());
      n.put("origin", e.origin());
      n.put("originAssumed", e.originAssumed());
      n.put("start", e.start());
      n.put("end", e.end());
      n.put("text", e.text());
      n.put("speaker", e.speaker());
      n.put("modality", word(e.modality()));
      n.put("counts", e.counts());
      if (e.sameWordsAs() != null) {
        n.put("sameWordsAs", e.sameWordsAs());
      }
    }
    return a;
  }

  private static JsonNode speaker(@Nullable Speaker s) {
    if (s == null) {
      return JSON.nullNode();
    }
    ObjectNode n = JSON.createObjectNode();
    n.put("name", s.name());
    if (s.mention() == null) {
      n.putNull("start");
      n.putNull("end");
    } else {
      n.put("start", s.mention().start());
      n.put("end", s.mention().end());
    }
    return n;
  }

  private static JsonNode span(@Nullable Span s) {
    if (s == null) {
      return JSON.nullNode();
    }
    ObjectNode n = JSON.createObjectNode();
    n.put("start", s.start());
    n.put("end", s.end());
    return n;
  }

  private static ArrayNode strings(List<String> list) {
    ArrayNode a = JSON.createArrayNode();
    list.forEach(a::add);
    return a;
  }

  /** The design's word for a value: {@code single_source}. */
  public static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }

  private static String line(ObjectNode o) {
    try {
      return JSON.writeValueAsString(o);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
