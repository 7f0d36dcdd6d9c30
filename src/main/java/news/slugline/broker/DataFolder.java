package news.slugline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import news.slugline.broker.BrokerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an embedded broker owns: held by one process at a time, writable, with room left.
 *
 * <p>The lock is the operating system's, so a process that dies (kill -9) leaves none behind. A
 * temporary folder is deleted on close.
 */
final class DataFolder implements AutoCloseable {
  /** Below this a single-node Kafka cannot even create its internal topics' first segments. */
  private static final long LEAST_FREE_BYTES = 64L << 20;

  private static final String TEMPORARY = "slugline-data-";
  private static final String LOCK = "slugline.lock";

  private final Path path;
  private final boolean temporary;
  private final FileChannel channel;

  private DataFolder(Path path, boolean temporary, FileChannel channel) {
    this.path = path;
    this.temporary = temporary;
    this.channel = channel;
  }

  static DataFolder open(Path path) throws BrokerException {
    return open(path, false);
  }

  static DataFolder temporary() throws BrokerException {
    try {
      sweep();
      Path made = Files.createTempDirectory(TEMPORARY + ProcessHandle.current().pid() + "-");
      try {
        return open(made, true);
      } catch (BrokerException e) {
        deleteTree(made);
        throw e;
      }
    } catch (BrokerException e) {
      throw e;
    } catch (IOException e) {
      throw unusable(Path.of(System.getProperty("java.io.tmpdir", "?")), e);
    }
  }

  Path path() {
    return path;
  }

  private static DataFolder open(Path path, boolean temporary) throws BrokerException {
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw locked(path);
      }
      Addresses.remove(path);
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new BrokerException(
            Reason.DISK_FULL,
            "disk full: " + path + " has " + (free >> 20) + " MiB left",
            "free some space or name another folder with --data-dir");
      }
      return new DataFolder(path, temporary, channel);
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
      throw locked(path);
    } catch (BrokerException e) {
      closeQuietly(channel);
      throw e;
    } catch (IOException e) {
      closeQuietly(channel);
      throw unusable(path, e);
    }
  }

  /** Deletes temporary folders whose process was killed; their locks are free. */
  private static void sweep() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir", "."));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, TEMPORARY + "*")) {
      for (Path folder : folders) {
        if (isAbandoned(folder)) {
          deleteTree(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Tidying up must not keep anybody from starting.
    }
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    // Closing a second channel on a file gives up this process's lock on it, so look at none of
    // our own folders; and a folder this young may be about to be locked.
    String own = TEMPORARY + ProcessHandle.current().pid() + "-";
    Path lock = folder.resolve(LOCK);
    if (folder.getFileName().toString().startsWith(own)
        || !Files.isWritable(lock)
        || Files.getLastModifiedTime(lock).toMillis() > System.currentTimeMillis() - 60_000) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    }
  }

  private static BrokerException locked(Path path) {
    return new BrokerException(
        Reason.FOLDER_LOCKED,
        "data folder in use: " + path + " belongs to another running process",
        "stop that process or name another folder with --data-dir");
  }

  private static BrokerException unusable(Path path, IOException e) {
    return new BrokerException(
        Reason.FOLDER_UNUSABLE,
        "data folder unusable: " + path + " (" + describe(e) + ")",
        "make it a folder that this user can write or name another with --data-dir",
        e);
  }

  /**
   * The JDK's file exceptions carry only the path as message; the class name says what happened.
   */
  private static String describe(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException
        || e instanceof java.nio.file.NotDirectoryException) {
      return "not a folder";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static void closeQuietly(@Nullable AutoCloseable closeable) {
    if (closeable == null) {
      return;
    }
    try {
      closeable.close();
    } catch (Exception e) {
      // The error that led here is the one to report.
    }
  }

  @Override
  public void close() {
    try {
      Addresses.remove(path);
    } catch (IOException e) {
      // The next start removes them.
    }
    closeQuietly(channel);
    if (temporary) {
      deleteTree(path);
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // A temporary folder that cannot go now is the operating system's to clear.
    }
  }
}
