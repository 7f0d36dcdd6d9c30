package news.slugline.wire;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Parses every file below a folder and writes a line an item: {@code WireSetRunner IN OUT}. */
final class WireSetRunner {
  private WireSetRunner() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path out = Path.of(args[1]);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(p -> !p.getFileName().toString().equals("manifest.tsv"))
              .sorted()
              .toList();
    }
    WireParser parser = WireParser.standard();
    Files.createDirectories(out);
    try (BufferedWriter lines = Files.newBufferedWriter(out.resolve("parsed.jsonl"));
        BufferedWriter articles = Files.newBufferedWriter(out.resolve("articles.jsonl"))) {
      for (Path file : files) {
        String path = root.relativize(file).toString().replace('\\', '/');
        for (Parsed p : parser.parse(Files.readAllBytes(file), Hints.ofPath(path))) {
          lines.write(ParsedLine.of(path, p).toJson() + "\n");
          if (p instanceof Parsed.Article a) {
            articles.write(path + "\t" + a.format() + "\t" + Ninjs.write(a.article()) + "\n");
          }
        }
      }
    }
  }
}
