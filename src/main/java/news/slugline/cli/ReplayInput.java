package news.slugline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.slugline.ingest.WireFiles;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import news.slugline.wire.WireParser;
import org.jspecify.annotations.Nullable;

/**
 * The articles in files and folders. A folder's files are read in the order of their names; a
 * {@code .json} file beside a text or HTML file of the same name is its sidecar.
 *
 * @param items articles in the order of their own times; after them what could not be understood
 * @param unread files and folders of which no byte could be read; the others are read all the same
 * @param files that were read
 * @param skipped items that are no copy, such as pictures
 */
record ReplayInput(List<Item> items, List<Unread> unread, int files, int skipped) {

  /**
   * One thing to publish.
   *
   * @param article null if it could not be understood; intake then rejects the bytes
   */
  record Item(String path, @Nullable WireArticle article, byte @Nullable [] bytes) {}

  /** A file or folder that could not be read, and why. */
  record Unread(Path path, IOException why) {}

  static ReplayInput read(List<Path> paths) throws IOException {
    WireParser parser = WireParser.standard();
    List<Item> good = new ArrayList<>();
    List<Item> bad = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    int files = 0;
    int skipped = 0;
    for (Path path : paths) {
      WireFiles.Found found = WireFiles.of(path);
      found.unread().forEach((p, why) -> unread.add(new Unread(p, why)));
      for (Path file : found.files()) {
        String name = file.toString();
        byte[] bytes;
        byte[] sidecar;
        try {
          bytes = WireFiles.read(file);
          sidecar = WireFiles.sidecar(file);
        } catch (IOException e) {
          unread.add(new Unread(file, e));
          continue;
        }
        files++;
        List<Parsed> answers = parser.parse(bytes, Hints.ofPath(name).withSidecar(sidecar));
        for (Parsed parsed : answers) {
          if (parsed instanceof Parsed.Article a) {
            good.add(new Item(name, a.article(), null));
          } else if (parsed instanceof Parsed.Rejected r) {
            bad.add(
                answers.size() > 1 ? rejectedLine(name, bytes, r) : new Item(name, null, bytes));
          } else {
            skipped++;
          }
        }
      }
    }
    good.sort(Comparator.comparing(ReplayInput::time));
    List<Item> all = new ArrayList<>(good);
    all.addAll(bad);
    return new ReplayInput(List.copyOf(all), List.copyOf(unread), files, skipped);
  }

  /**
   * Of a file of many lines only the line that is wrong, by its number: its neighbours were read.
   */
  private static Item rejectedLine(String name, byte[] bytes, Parsed.Rejected r) {
    String position = r.position();
    if (position != null && position.startsWith("line ")) {
      String digits = position.substring("line ".length()).split("\\D", 2)[0];
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
      int line = digits.isEmpty() ? 0 : Integer.parseInt(digits);
      if (line >= 1 && line <= lines.length) {
        return new Item(name + ":" + line, null, lines[line - 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Item(name, null, bytes);
  }

  /**
   * Only the articles of a span of time, and what could not be read.
   *
   * @param to is not part of it
   */
  ReplayInput between(@Nullable Instant from, @Nullable Instant to) {
    List<Item> inside =
        items.stream()
            .filter(
                i ->
                    i.article() == null
                        || ((from == null || !time(i).isBefore(from))
                            && (to == null || time(i).isBefore(to))))
            .toList();
    return new ReplayInput(inside, unread, files, skipped);
  }

  /** How many of the items are articles. */
  int articles() {
    return (int) items.stream().filter(i -> i.article() != null).count();
  }

  /** An article's own time; the end of all times if it has none. */
  static Instant time(Item item) {
    WireArticle a = item.article();
    Instant t =
        a == null ? null : a.versionCreated() != null ? a.versionCreated() : a.firstCreated();
    return t == null ? Instant.MAX : t;
  }
}
