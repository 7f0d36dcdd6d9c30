package news.slugline.cli;

import java.util.Map;
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
    terminal.out().print(mermaid ? Drawing.mermaid(description) : description.toString());
    terminal.out().flush();
    return ExitCode.OK.status();
  }
}
