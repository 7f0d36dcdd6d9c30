package news.slugline.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A YAML file with sources and settings. Unknown keys are refused: a misspelt one must not be
 * ignored.
 *
 * @param sources in the order of the file
 * @param settings of Slugline and of Kafka's clients
 */
public record IngestFile(List<SourceSpec> sources, Map<String, String> settings) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final long MAX_BYTES = 1 << 20;

  public IngestFile {
    sources = List.copyOf(sources);
    settings = Map.copyOf(settings);
  }

  /** Whether a file of that name is read as YAML and not as properties. */
  public static boolean isYaml(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * Reads it. Relative paths in it are relative to it.
   *
   * @param environment for tokens that stand in variables
   */
  public static IngestFile read(Path file, Map<String, String> environment) throws BadConfig {
    JsonNode root = tree(file);
    Path folder = file.toAbsolutePath().getParent();
    Fields top = new Fields(root, file.toString(), List.of("sources", "settings", "user-agent"));
    Map<String, String> settings = new LinkedHashMap<>();
    JsonNode given = root.path("settings");
    if (!given.isMissingNode() && !given.isObject()) {
      throw new BadConfig(
          "settings is not a map", file.toString(), "write one `key: value` a line below it");
    }
    given.properties().forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
    List<SourceSpec> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    SourceReader reader =
        new SourceReader(
            folder == null ? Path.of("") : folder,
            top.text("user-agent", SourceReader.USER_AGENT),
            environment);
    for (JsonNode node : root.path("sources")) {
      SourceSpec source = reader.read(node, file + ": source " + (sources.size() + 1));
      if (!names.add(source.name())) {
        throw new BadConfig(
            "two sources have the name " + source.name(),
            file.toString(),
            "give each its own name: it says where the source stands");
      }
      sources.add(source);
    }
    return new IngestFile(sources, settings);
  }

  /**
   * One source by its fields, as they would stand in a file.
   *
   * @param where the fields come from, for errors
   */
  public static SourceSpec source(
      Map<String, String> fields, String where, Map<String, String> environment) throws BadConfig {
    return new SourceReader(Path.of(""), SourceReader.USER_AGENT, environment)
        .read(YAML.valueToTree(fields), where);
  }

  private static JsonNode tree(Path file) throws BadConfig {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new BadConfig("the file is larger than 1 MB", file.toString(), "name a YAML file");
      }
      JsonNode root = YAML.readTree(Files.readAllBytes(file));
      if (root == null || !root.isObject()) {
        throw new BadConfig(
            "the file holds no map",
            file.toString(),
            "begin it with `sources:`, see docs/ingest.md");
      }
      return root;
    } catch (NoSuchFileException e) {
      throw new BadConfig(
          "no such file",
          file.toString(),
          "name a YAML file of settings or `sources:`, or a .properties file");
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadConfig(
          "not YAML (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")",
          file + (line > 0 ? ":" + line : ""),
          "correct that line");
    } catch (IOException e) {
      throw new BadConfig(
          "unreadable (" + e.getClass().getSimpleName() + ")",
          file.toString(),
          "name a YAML file that this user can read");
    }
  }
}
