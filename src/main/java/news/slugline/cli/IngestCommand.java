package news.slugline.cli;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.slugline.config.Settings;
import news.slugline.ingest.BadConfig;
import news.slugline.ingest.IngestFile;
import news.slugline.ingest.Ingester;
import news.slugline.ingest.SourceSpec;
import news.slugline.runtime.Acls;
import news.slugline.wire.Digest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes articles in until it is told to stop. */
@Command(
    name = "ingest",
    description = {
      "Take articles in from folders, feeds, HTTP and standard input, until Ctrl-C or a SIGTERM.",
      "",
      "Sources stand in the YAML file of --config (docs/ingest.md), or are given by flags for once."
          + " A restart goes on where it was: nothing is lost and nothing taken twice. A source"
          + " that fails is tried again and does not hold up the others; `slugline sources` shows"
          + " each."
    })
final class IngestCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Watch a folder; files that are read go to DIR-archive.")
  private List<Path> folders = List.of();

  @Option(names = "--feed", paramLabel = "URL", description = "Ask a feed again and again.")
  private List<String> feeds = List.of();

  @Option(
      names = "--push",
      paramLabel = "PORT",
      description = "Take POST /articles at this port of this machine.")
  private @Nullable Integer push;

  @Option(names = "--stdin", description = "Read standard input to its end.")
  private boolean stdin;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Who delivers it, for copy that does not say.")
  private @Nullable String provider;

  @Option(
      names = "--with",
      paramLabel = "KEY=VALUE",
      description = "Any other field of a source, such as after=keep or token-env=TOKEN.")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(names = "--once", description = "Take what is there, then end.")
  private boolean once;

  IngestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<SourceSpec> sources = sources();
    if (sources.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          "no sources",
          "",
          "name a YAML file with --config, or give --folder, --feed, --push or --stdin");
    }
    Settings settings = shared.settings();
    try (Monitoring monitoring = Monitoring.start(settings);
        Cluster cluster = Cluster.open(settings)) {
      RunCommand.prepare(cluster, Acls.Role.INGESTER);
      Ingester ingester =
          new Ingester(sources, cluster.target(), once, System.in, monitoring.metrics().registry());
      Thread hook = new Thread(ingester::close, "slugline-close");
      Runtime.getRuntime().addShutdownHook(hook);
      ingester.start();
      terminal.remark(
          "taking articles in from "
              + String.join(", ", sources.stream().map(SourceSpec::name).toList())
              + " to "
              + cluster.ownTopics().raw()
              + " on "
              + cluster.client().get("bootstrap.servers"));
      ingester.awaitEnd();
      if (once) {
        summary(monitoring.metrics().registry());
      }
      Map<String, String> failures = ingester.failures();
      if (!failures.isEmpty()) {
        Map.Entry<String, String> first = failures.entrySet().iterator().next();
        throw new CliException(
            ExitCode.FAILED,
            first.getValue(),
            "source " + first.getKey(),
            failures.size() == 1 ? "" : "and " + (failures.size() - 1) + " more sources failed");
      }
    }
    return ExitCode.OK.status();
  }

  private List<SourceSpec> sources() throws IOException {
    List<SourceSpec> sources = new ArrayList<>();
    IngestFile file = shared.ingestFile();
    if (file != null) {
      sources.addAll(file.sources());
    }
    for (Path folder : folders) {
      require(folder);
      sources.add(source("folder", Map.of("path", folder.toAbsolutePath().toString())));
    }
    feeds.forEach(f -> sources.add(source("feed", Map.of("url", f))));
    if (push != null) {
      sources.add(source("push", Map.of("port", push.toString())));
    }
    if (stdin) {
      sources.add(source("stdin", Map.of()));
    }
    return sources;
  }

  private void summary(MeterRegistry metrics) {
    long refused = sum(metrics, "slugline.ingest.refused");
    String more = refused == 0 ? "" : "; `slugline rejected` lists them";
    terminal.remark(
        "taken in: " + sum(metrics, "slugline.ingest.published") + ", refused: " + refused + more);
  }

  private static long sum(MeterRegistry metrics, String counter) {
    return (long) metrics.find(counter).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** Makes a folder that is to be watched; with --once there is nothing to wait for in it. */
  private void require(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (once || Files.exists(folder)) {
      throw new CliException(
          ExitCode.BAD_INPUT, "no such folder", folder.toString(), "name one with --folder");
    }
    Files.createDirectories(folder);
    terminal.remark("made the folder " + folder + "; drop articles into it");
  }

  /** Its name follows from what it is, so that it is the same when it is given again. */
  private SourceSpec source(String type, Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(own);
    String what = own.toString();
    String id = Digest.of(what.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    all.put("type", type);
    all.put("name", own.isEmpty() ? type : type + "-" + id);
    if (provider != null) {
      all.put("provider", provider);
    }
    all.putAll(fields);
    try {
      return IngestFile.source(
          all, "--" + (type.equals("stdin") ? "stdin" : type), System.getenv());
    } catch (BadConfig e) {
      throw SharedOptions.badConfig(e);
    }
  }
}
