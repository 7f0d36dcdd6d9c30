package news.slugline.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where others on this machine reach the Kafka and the registry of the process that holds a data
 * folder. They stand in a file of that folder as long as the process runs; what a killed one left
 * goes with the next start.
 */
public record Addresses(String bootstrapServers, String registryUrl) {
  private static final String FILE = "slugline.addresses";

  /** Those of the process that holds the folder; empty if it has not told any yet. */
  public static Optional<Addresses> of(Path dataDir) {
    try {
      List<String> lines = Files.readAllLines(dataDir.resolve(FILE));
      return lines.size() == 2
          ? Optional.of(new Addresses(lines.get(0), lines.get(1)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Puts them into the folder, whole or not at all. */
  void write(Path dataDir) throws IOException {
    Path part = dataDir.resolve(FILE + ".part");
    Files.write(part, List.of(bootstrapServers, registryUrl));
    Files.move(part, dataDir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static void remove(Path dataDir) throws IOException {
    Files.deleteIfExists(dataDir.resolve(FILE));
  }
}
