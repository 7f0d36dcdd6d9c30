package news.slugline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import news.slugline.claim.ClaimExtractor;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.rows.InMemoryRows;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Ledger;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;

/**
 * The domain alone, without Kafka: reads {@code DIR/articles.jsonl} (ninjs 3) and writes
 * assignments, claims, updates and stories to {@code OUT}. With a third argument, only so many
 * articles.
 *
 * <p>Run: {@code java -cp target/classes:target/test-classes:target/lib/* news.slugline.Offline DIR
 * OUT}
 */
public final class Offline {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Grouper grouper = new Grouper(new InMemoryRows());
  private final Ledger ledger = new Ledger(ClaimExtractor.standard(), "offline");
  private final InMemoryRows storyRows = new InMemoryRows();
  private final Map<String, List<String[]>> members = new LinkedHashMap<>();
  private final Map<String, String> stories = new TreeMap<>();
  private final PrintWriter assignments;
  private final PrintWriter claims;
  private final PrintWriter updates;

  private Offline(Path out) throws IOException {
    assignments = writer(out, "assignments.jsonl");
    claims = writer(out, "claims.jsonl");
    updates = writer(out, "updates.jsonl");
  }

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    int limit = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
    Offline o = new Offline(out);
    long start = System.nanoTime();
    int n = 0;
    Instant last = Instant.EPOCH;
    for (WireArticle a : read(Path.of(args[0]).resolve("articles.jsonl"))) {
      if (n++ >= limit) {
        break;
      }
      Instant time = Objects.requireNonNull(a.versionCreated());
      if (time.isAfter(last)) {
        last = time;
        o.route(new LogEntry.Tick(time));
      }
      o.route(new LogEntry.Accepted(a, time));
    }
    o.route(new LogEntry.Tick(last.plusSeconds(15)));
    try (PrintWriter w = writer(out, "stories.jsonl")) {
      o.stories.values().forEach(w::println);
    }
    o.assignments.close();
    o.claims.close();
    o.updates.close();
    double s = (System.nanoTime() - start) / 1e9;
    System.out.printf("%d articles, %d stories, %.1f s%n", n, o.stories.size(), s);
  }

  private void route(LogEntry entry) {
    List<Routed> routed = new ArrayList<>();
    grouper.apply(entry, routed::add);
    routed.forEach(this::deliver);
  }

  private void deliver(Routed routed) {
    if (routed instanceof Routed.Ticked t) {
      goOn(out -> ledger.tick(t.tick(), storyRows, out));
    } else if (routed instanceof Routed.Placed p) {
      String[] member = {p.article().uri(), p.article().version()};
      members.computeIfAbsent(p.storyId(), s -> new ArrayList<>()).add(member);
      assignments.println(ExportFiles.assignment(member[0], member[1], p.storyId()));
      apply(p.storyId(), new StoryInput.Arrived(p.article(), p.eventTime()));
    } else if (routed instanceof Routed.Absorbed a) {
      List<String[]> moved = members.remove(a.storyId());
      if (moved != null) {
        members.computeIfAbsent(a.survivor(), s -> new ArrayList<>()).addAll(moved);
        moved.forEach(m -> assignments.println(ExportFiles.assignment(m[0], m[1], a.survivor())));
      }
      apply(a.storyId(), new StoryInput.Absorbed(a.survivor(), a.time()));
    } else if (routed instanceof Routed.Absorb a) {
      apply(a.storyId(), new StoryInput.Absorb(a.absorbed(), a.time()));
    } else if (routed instanceof Routed.Removed r) {
      apply(r.storyId(), new StoryInput.Removed(r.uri(), r.time()));
    } else if (routed instanceof Routed.Ordered o) {
      apply(o.storyId(), new StoryInput.Ordered(o.command()));
    }
  }

  private void apply(String storyId, StoryInput input) {
    goOn(out -> ledger.apply(storyId, input, storyRows, out));
  }

  private void goOn(Consumer<Consumer<StoryOutput>> step) {
    List<StoryOutput.HandOver> handed = new ArrayList<>();
    step.accept(
        out -> {
          if (out instanceof StoryOutput.HandOver h) {
            handed.add(h);
          } else {
            write(out);
          }
        });
    handed.forEach(h -> apply(h.survivor(), h.row()));
  }

  private void write(StoryOutput out) {
    if (out instanceof StoryOutput.Claims c) {
      c.claims()
          .forEach(k -> claims.println(ExportFiles.claim(c.storyId(), c.uri(), c.version(), k)));
    } else if (out instanceof StoryOutput.Updated u) {
      updates.println(ExportFiles.update(u.update()));
    } else if (out instanceof StoryOutput.Settled s) {
      stories.put(s.state().storyId(), ExportFiles.story(s.state()));
    }
  }

  private static List<WireArticle> read(Path file) throws IOException {
    List<WireArticle> out = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode n = JSON.readTree(line);
      out.add(
          WireArticle.builder(
                  n.path("uri").asText(),
                  n.path("version").asText("1"),
                  n.at("/infoSources/0/name").asText("unknown"))
              .headline(n.at("/headlines/0/value").asText(""))
              .language(n.path("language").asText("en"))
              .versionCreated(OffsetDateTime.parse(n.path("versionCreated").asText()).toInstant())
              .body(n.at("/bodies/0/value").asText(""))
              .build());
    }
    return out;
  }

  private static PrintWriter writer(Path out, String name) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(out.resolve(name), StandardCharsets.UTF_8));
  }
}
