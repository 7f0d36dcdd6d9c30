package news.slugline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wire files in folders: which count, and which only describe another. A {@code .json} file beside
 * a text or HTML file of the same name is its sidecar.
 */
public final class WireFiles {
  private static final List<String> DESCRIBED = List.of(".txt", ".text", ".html", ".htm", "");

  /** Endings of files that are still being written, as common clients name them. */
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".writing", "~");

  private WireFiles() {}

  /** The file itself, or the wire files of a folder and those below it, in the order of names. */
  public static List<Path> of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> !isHidden(f))
          .filter(f -> !f.getFileName().toString().equalsIgnoreCase("README.md"))
          .filter(f -> !isSidecar(f))
          .sorted()
          .toList();
    }
  }

  static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(name::endsWith);
  }

  static boolean isSidecar(Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(".json")) {
      return false;
    }
    String stem = name.substring(0, name.length() - ".json".length());
    return DESCRIBED.stream().anyMatch(end -> isFile(file.resolveSibling(stem + end)));
  }

  /** The sidecar of a file, if there is one. */
  static @Nullable Path sidecarOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Path beside = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".json");
    return !beside.equals(file) && isFile(beside) && isSidecar(beside) ? beside : null;
  }

  /** What stands in the sidecar of a file, if there is one. */
  public static byte @Nullable [] sidecar(Path file) throws IOException {
    Path beside = sidecarOf(file);
    return beside == null ? null : Files.readAllBytes(beside);
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
