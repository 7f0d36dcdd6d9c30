package news.slugline.cli;

import java.util.regex.Pattern;
import news.slugline.config.Settings;
import news.slugline.topology.Topics;

/**
 * A replay on a cluster: under a prefix and an application id of its own, both made of its name, so
 * that it can go on after an interruption and never mixes with a live stream.
 */
record Backfill(String prefix, String applicationId) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  static Backfill of(Settings settings, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new CliException(
          ExitCode.USAGE,
          "not a name for a backfill",
          name,
          "use up to 40 letters, digits, hyphens or underscores");
    }
    return new Backfill(settings.prefix() + name + ".", settings.applicationId() + "-" + name);
  }

  Topics topics(Cluster cluster) {
    Settings s = cluster.settings();
    return new Topics(prefix, s.partitions(), cluster.copies(), s.retention());
  }
}
