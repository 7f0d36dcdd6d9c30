package news.slugline.ingest;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.avro.SourceRecord;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Watches a folder into which files are dropped. A file is taken when it has stayed as it is for a
 * while (or its marker is there), and is moved away only after it is published: a kill between the
 * two leaves a file that is known to be taken, and is then only moved. Links are not followed.
 */
final class FolderConnector implements Connector {
  /** Larger files are not read into memory. */
  static final long FILE_BYTES = 64L << 20;

  /** Some servers make the file first and fill it later. */
  private static final Duration EMPTY_PATIENCE = Duration.ofSeconds(60);

  private static final int BATCH_ITEMS = 500;
  private static final int BATCH_BYTES = 8 << 20;

  private final SourceSpec.Folder spec;
  private final Items items;
  private final boolean once;
  private final Map<Path, Seen> seen = new HashMap<>();
  private final Batch batch = new Batch();
  private Path root;
  private @Nullable String trouble;

  /**
   * @param once whether it ends when nothing is left
   */
  FolderConnector(SourceSpec.Folder spec, Items items, boolean once) {
    this.spec = spec;
    this.items = items;
    this.once = once;
    this.root = spec.path();
  }

  private record Seen(long size, Instant changed, Instant since) {
    boolean sameAs(Seen other) {
      return size == other.size && changed.equals(other.changed);
    }
  }

  private record Found(Path file, Seen state) {}

  /** A file whose publication is under way or done. */
  private record Done(Path file, boolean readable) {}

  private static final class Batch {
    final List<Outgoing> out = new ArrayList<>();
    final Map<String, Map<String, String>> taken = new TreeMap<>();
    final List<Done> done = new ArrayList<>();
    int bytes;
  }

  @Override
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public @Nullable Duration step(Session session) throws IOException {
    trouble = null;
    batch.out.clear();
    batch.taken.clear();
    batch.done.clear();
    batch.bytes = 0;
    Map<Path, Seen> files = scan(session.now());
    seen.keySet().retainAll(files.keySet());
    seen.putAll(files);
    for (Found found : complete(files, session.now())) {
      try {
        take(found.file(), found.state(), session);
      } catch (NoSuchFileException e) {
        seen.remove(found.file());
      } catch (java.nio.file.FileSystemException e) {
        trouble = e.getClass().getSimpleName() + ": " + e.getMessage();
      }
    }
    flush(session);
    forgetGone(files, session);
    return once && (trouble != null || isDone(session)) ? null : spec.every();
  }

  private List<Found> complete(Map<Path, Seen> files, Instant now) {
    return files.entrySet().stream()
        .map(e -> new Found(e.getKey(), e.getValue()))
        .filter(f -> isComplete(f.file(), f.state(), now))
        .sorted(Comparator.comparing((Found f) -> f.state().changed()).thenComparing(Found::file))
        .toList();
  }

  private boolean isDone(Session session) throws IOException {
    Map<Path, Seen> left = scan(session.now());
    return left.entrySet().stream()
        .allMatch(
            e ->
                spec.after() == SourceSpec.After.KEEP
                    && isTaken(e.getKey(), e.getValue(), session));
  }

  private Map<Path, Seen> scan(Instant now) throws IOException {
    if (!Files.isDirectory(spec.path())) {
      throw new NotDirectoryException(spec.path().toString());
    }
    root = spec.path().toRealPath();
    Map<Path, Seen> found = new HashMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean inside =
                dir.equals(root)
                    || (spec.recursive()
                        && !WireFiles.isHidden(dir)
                        && !isSame(dir, spec.archive())
                        && !isSame(dir, spec.quarantine()));
            return inside ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && counts(file)) {
              Seen now1 =
                  new Seen(attributes.size(), attributes.lastModifiedTime().toInstant(), now);
              Seen before = seen.get(file);
              found.put(file, before != null && before.sameAs(now1) ? before : now1);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof NoSuchFileException)) {
              trouble = e.getClass().getSimpleName() + ": " + file;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isSame(Path dir, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(dir, other);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean counts(Path file) {
    return !WireFiles.isHidden(file)
        && !WireFiles.isUnfinished(file)
        && !WireFiles.isSidecar(file)
        && (spec.marker().isEmpty() || !file.getFileName().toString().endsWith(spec.marker()));
  }

  private boolean isComplete(Path file, Seen state, Instant now) {
    if (!spec.marker().isEmpty()) {
      return Files.exists(marker(file));
    }
    Duration wait = state.size() == 0 ? longer(spec.settle(), EMPTY_PATIENCE) : spec.settle();
    return Duration.between(state.since(), now).compareTo(wait) >= 0;
  }

  private Path marker(Path file) {
    return file.resolveSibling(file.getFileName() + spec.marker());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private String item(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private boolean isTaken(Path file, Seen state, Session session) {
    SourceRecord taken = session.taken(item(file));
    return taken != null
        && taken.getValues().getOrDefault("done", "").equals("all")
        && taken.getValues().getOrDefault("size", "").equals(Long.toString(state.size()))
        && taken.getValues().getOrDefault("changed", "").equals(state.changed().toString());
  }

  private void take(Path file, Seen state, Session session) throws IOException {
    if (spec.after() == SourceSpec.After.KEEP && isTaken(file, state, session)) {
      return;
    }
    String item = item(file);
    Path lies = spec.quarantine().resolve(item);
    Hints hints = Hints.ofPath(spec.name() + "/" + item).withProvider(spec.provider());
    List<Outgoing> out;
    String digest;
    if (state.size() > FILE_BYTES) {
      digest = state.size() + "@" + state.changed();
      String detail =
          "The file has " + state.size() + " bytes; " + FILE_BYTES + " are allowed. Split it.";
      out =
          List.of(
              items.refused(
                  "too_large", detail, null, null, state.size(), null, hints, lies.toString()));
    } else {
      byte[] bytes = Files.readAllBytes(file);
      byte[] sidecar = WireFiles.sidecar(file);
      digest = Digest.of(bytes) + (sidecar == null ? "" : "+" + Digest.of(sidecar));
      out = items.read(bytes, hints.withSidecar(sidecar), lies.toString());
    }
    boolean readable =
        out.stream().anyMatch(o -> !o.refused()) || out.stream().allMatch(this::skipped);
    Duration age = Duration.between(state.since(), session.now());
    if (!readable && spec.marker().isEmpty() && age.compareTo(spec.patience()) < 0) {
      return;
    }
    publish(new Done(file, readable), state, digest, out, session);
  }

  private boolean skipped(Outgoing o) {
    return o.label().startsWith("skipped: ");
  }

  /** What is left of a file since it was last begun; a large file takes several transactions. */
  private void publish(Done done, Seen state, String digest, List<Outgoing> out, Session session)
      throws IOException {
    String item = item(done.file());
    int from = 0;
    SourceRecord taken = session.taken(item);
    if (taken != null && digest.equals(taken.getValues().get("digest"))) {
      String count = taken.getValues().getOrDefault("done", "0");
      from = count.equals("all") ? out.size() : Integer.parseInt(count);
      if (from == out.size()) {
        finish(done, session);
        return;
      }
    }
    for (int i = from; i < out.size(); i++) {
      batch.out.add(out.get(i));
      batch.bytes += out.get(i).size();
      boolean last = i + 1 == out.size();
      Map<String, String> kept = new TreeMap<>();
      kept.put("digest", digest);
      kept.put("done", last ? "all" : Integer.toString(i + 1));
      kept.put("size", Long.toString(state.size()));
      kept.put("changed", state.changed().toString());
      batch.taken.put(item, kept);
      if (last) {
        batch.done.add(done);
      }
      if (batch.out.size() >= BATCH_ITEMS || batch.bytes >= BATCH_BYTES) {
        flush(session);
      }
    }
  }

  private void flush(Session session) throws IOException {
    if (!batch.out.isEmpty()) {
      session.publish(
          List.copyOf(batch.out),
          new Session.Changes(new TreeMap<>(batch.taken), List.of(), Map.of()));
      for (Done done : batch.done) {
        finish(done, session);
      }
    }
    batch.out.clear();
    batch.taken.clear();
    batch.done.clear();
    batch.bytes = 0;
  }

  /** The file is published: out of the way with it, and with what belongs to it. */
  private void finish(Done done, Session session) throws IOException {
    if (spec.after() == SourceSpec.After.KEEP) {
      return;
    }
    Path sidecar = WireFiles.sidecarOf(done.file());
    Path marker = spec.marker().isEmpty() ? null : marker(done.file());
    remove(done.file(), done.readable(), session);
    if (sidecar != null) {
      remove(sidecar, done.readable(), session);
    }
    if (marker != null) {
      Files.deleteIfExists(marker);
    }
    seen.remove(done.file());
  }

  private void remove(Path file, boolean readable, Session session) throws IOException {
    if (!readable) {
      move(file, spec.quarantine().resolve(item(file)));
    } else if (spec.after() == SourceSpec.After.DELETE) {
      Files.deleteIfExists(file);
    } else {
      String day = LocalDate.ofInstant(session.now(), ZoneOffset.UTC).toString();
      move(file, spec.archive().resolve(day).resolve(item(file)));
    }
  }

  /** Never over another file: the same name may come every day. */
  private static void move(Path file, Path to) throws IOException {
    Path parent = to.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path free = to;
    for (int n = 2; ; n++) {
      try {
        if (!Files.exists(free)) {
          Files.move(file, free);
          return;
        }
      } catch (FileAlreadyExistsException e) {
        // taken in this moment; the next name
      }
      free = to.resolveSibling(to.getFileName() + "." + n);
    }
  }

  /** A file that is gone need not be remembered: the same name is then a new file. */
  private void forgetGone(Map<Path, Seen> files, Session session) {
    List<String> present = files.keySet().stream().map(this::item).toList();
    java.util.Set<String> known = new java.util.HashSet<>(present);
    List<String> gone =
        session.taken().keySet().stream()
            .filter(item -> !known.contains(item) || !Files.exists(root.resolve(item)))
            .limit(10_000)
            .toList();
    if (!gone.isEmpty()) {
      session.publish(List.of(), new Session.Changes(Map.of(), gone, Map.of()));
    }
  }
}
