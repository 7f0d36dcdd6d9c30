package news.slugline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.avro.Absorbed;
import news.slugline.avro.NearStory;
import news.slugline.avro.Placed;
import news.slugline.avro.Removed;
import news.slugline.avro.StoryRecord;
import news.slugline.claim.text.Languages;
import news.slugline.grouping.Grouper;
import news.slugline.runtime.TopicReader;
import news.slugline.story.StoryState;

/** Why an article stands in its story: what grouping decided, version by version. */
final class PlacementPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;
  private final String article;
  private final List<StoryRecord> placed = new ArrayList<>();
  private final Map<String, String> survivors = new TreeMap<>();
  private final Map<String, StoryState> stories;

  private PlacementPage(Terminal terminal, Cluster cluster, String article) {
    this.terminal = terminal;
    this.article = article;
    this.stories = StoriesCommand.read(cluster);
    try (TopicReader<StoryRecord> reader =
        new TopicReader<>(
            cluster.client(),
            cluster.topics().byStory(),
            cluster.serdes().byStory().deserializer())) {
      reader.toEnd(r -> see(r.value()));
    }
    placed.sort(Comparator.comparingLong(StoryRecord::getOffset));
  }

  /** Prints the decisions on one article, as a page or as JSON lines. */
  static void print(Terminal terminal, Cluster cluster, String article, boolean json) {
    PlacementPage page = new PlacementPage(terminal, cluster, article);
    if (page.placed.isEmpty()) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "no such article",
          article,
          "give its uri; `slugline stories --json` lists the articles of each story");
    }
    for (StoryRecord r : page.placed) {
      if (json) {
        page.json(r);
      } else {
        page.text(r);
      }
    }
  }

  private void see(StoryRecord r) {
    Object e = r.getEntry();
    if (e instanceof Placed p && p.getArticle().getUri().equals(article)) {
      placed.add(r);
    } else if (e instanceof Removed removed && removed.getUri().equals(article)) {
      placed.add(r);
    } else if (e instanceof Absorbed a) {
      survivors.put(r.getStoryId(), a.getSurvivor());
    }
  }

  private String now(String storyId) {
    String id = storyId;
    while (survivors.containsKey(id)) {
      id = survivors.get(id);
    }
    return id;
  }

  private String headline(String storyId) {
    StoryState s = stories.get(now(storyId));
    return s == null ? "" : s.headline();
  }

  private void text(StoryRecord r) {
    String id = r.getStoryId();
    if (!(r.getEntry() instanceof Placed p)) {
      terminal.out().println("taken out of " + id + " by an editor's order");
      return;
    }
    terminal
        .out()
        .println(
            "version "
                + p.getArticle().getVersion()
                + (p.getOpened() ? " opened " : " joined ")
                + terminal.style().paint(Style.Tone.NAME, id)
                + "  "
                + headline(id));
    terminal.out().println("  because " + reason(p));
    String tag = p.getArticle().getLanguage();
    if (tag != null && !Languages.base(tag).equals(Languages.ENGLISH)) {
      terminal.out().println("  not in English (" + tag + "): kept apart and not read");
    }
    if (!now(id).equals(id)) {
      terminal.out().println("  that story has since gone into " + now(id));
    }
    if (p.getNear().isEmpty()) {
      terminal.out().println("  no other story was near");
      return;
    }
    Table table = Table.of("score", "near it", "headline").right("score").prose("headline");
    for (NearStory n : p.getNear()) {
      table.row(score(n.getScore()), n.getStoryId(), headline(n.getStoryId()));
    }
    table.print(terminal);
  }

  private static String reason(Placed p) {
    return switch (p.getReason()) {
      case "version" -> "an earlier version of it stands there";
      case "link" -> "it links to an article of that story";
      case "command" -> "an editor ordered it";
      case "event" -> "it names the same event, score " + score(p.getScore());
      case "likeness" -> "it is like that story: score " + score(p.getScore()) + ", " + needed();
      default -> "no story was like it enough: " + needed();
    };
  }

  private static String needed() {
    int few = Grouper.few();
    int many = Grouper.many();
    return String.format(
        Locale.ROOT,
        "needed %s for a story of up to %d articles, falling to %s for one of %d or more",
        score(Grouper.joinsFrom(few)),
        few,
        score(Grouper.joinsFrom(many)),
        many);
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  private void json(StoryRecord r) {
    ObjectNode o = JSON.createObjectNode();
    o.put("article", article);
    o.put("story", r.getStoryId());
    o.put("storyNow", now(r.getStoryId()));
    if (r.getEntry() instanceof Placed p) {
      o.put("version", p.getArticle().getVersion());
      o.put("opened", p.getOpened());
      o.put("reason", p.getReason());
      o.put("score", p.getScore());
      ArrayNode near = o.putArray("near");
      for (NearStory n : p.getNear()) {
        near.addObject().put("story", n.getStoryId()).put("score", n.getScore());
      }
    } else {
      o.put("reason", "removed");
    }
    terminal.out().println(o);
  }
}
