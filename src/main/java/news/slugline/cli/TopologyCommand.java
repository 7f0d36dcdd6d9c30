package news.slugline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import news.slugline.claim.ClaimExtractor;
import news.slugline.config.Settings;
import news.slugline.topology.Drawing;
import news.slugline.topology.Engine;
import news.slugline.topology.Observer;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.streams.TopologyDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the topology. */
@Command(name = "topology", description = "Describe the stream topology, in words or as a drawing.")
final class TopologyCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--mermaid", description = "As a Mermaid drawing.")
  private boolean mermaid;

  TopologyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings s = shared.settings();
    TopologyDescription description =
        SluglineTopology.build(
                new Topics(s.prefix(), s.partitions(), s.replication(), s.retention()),
                new TopicSerdes(Map.of("schema.registry.url", "mock://topology"), null),
                false,
                s.tickInterval(),
                Engine.ID,
                ClaimExtractor.standard(),
                Observer.NONE)
            .describe();
    if (shared.json() && !mermaid) {
      description.subtopologies().forEach(this::nodes);
      terminal.out().flush();
      return ExitCode.OK.status();
    }
    terminal.out().print(mermaid ? Drawing.mermaid(description) : description.toString());
    terminal.out().flush();
    return ExitCode.OK.status();
  }

  /** A line a node: what it reads, keeps or writes, and whom it feeds. */
  private void nodes(TopologyDescription.Subtopology part) {
    for (TopologyDescription.Node n : part.nodes()) {
      ObjectNode o = JsonNodeFactory.instance.objectNode();
      o.put("subtopology", part.id()).put("node", n.name());
      if (n instanceof TopologyDescription.Source source) {
        names(o, "reads", source.topicSet());
      } else if (n instanceof TopologyDescription.Processor processor) {
        names(o, "stores", processor.stores());
      } else if (n instanceof TopologyDescription.Sink sink) {
        names(o, "writes", Set.of(sink.topic()));
      }
      names(o, "to", n.successors().stream().map(TopologyDescription.Node::name).toList());
      terminal.out().println(o);
    }
  }

  private static void names(ObjectNode o, String field, Collection<String> names) {
    ArrayNode array = o.putArray(field);
    names.stream().sorted().forEach(array::add);
  }
}
