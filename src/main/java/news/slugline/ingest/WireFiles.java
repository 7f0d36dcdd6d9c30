package news.slugline.ingest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** An array of Java's holds no more. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private WireFiles() {}

  /**
   * What stands under a path.
   *
   * @param files in the order of their names
   * @param unread folders that could not be looked into and links that lead nowhere, and why
   */
  public record Found(List<Path> files, SortedMap<Path, IOException> unread) {}

  /** The file itself, or the wire files of a folder and those below it. */
  public static Found of(Path path) throws IOException {
    Found all = all(path);
    if (!Files.isDirectory(path)) {
      return all;
    }
    List<Path> wire =
        all.files.stream()
            .filter(f -> !isHidden(f))
            .filter(f -> !f.getFileName().toString().equalsIgnoreCase("README.md"))
            .filter(f -> !isSidecar(f))
            .toList();
    return new Found(wire, all.unread);
  }

  /** The file itself, or all files of a folder and those below it. */
  public static Found all(Path path) throws IOException {
    SortedMap<Path, IOException> unread = new TreeMap<>();
    if (!Files.isDirectory(path)) {
      return new Found(List.of(path), unread);
    }
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              files.add(file);
            } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
              unread.put(file, new NoSuchFileException(file.toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            unread.put(file, why);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            if (why != null) {
              unread.put(folder, why);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return new Found(files, unread);
  }

  /** What stands in a file. */
  public static byte[] read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new FileSystemException(file.toString(), null, "larger than 2 GB");
    }
    return Files.readAllBytes(file);
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
