package news.slugline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One source of articles, as it is configured. */
public sealed interface SourceSpec {
  /** Names it in topics, metrics and lists. */
  String name();

  /** folder, feed, push or stdin. */
  String type();

  /** Who delivers it, for copy that does not say. */
  @Nullable String provider();

  /** What becomes of a file that has been read. */
  enum After {
    ARCHIVE,
    DELETE,
    KEEP
  }

  /**
   * Files that are dropped into a folder.
   *
   * @param archive where files go that were read
   * @param quarantine where files go that could not be read
   * @param settle how long a file must stay as it is to count as complete
   * @param patience how long a file that cannot be read may still grow before it is given up
   * @param marker if not empty, a file counts as complete only once a file of the same name with
   *     this ending stands beside it
   */
  record Folder(
      String name,
      @Nullable String provider,
      Path path,
      boolean recursive,
      After after,
      Path archive,
      Path quarantine,
      Duration every,
      Duration settle,
      Duration patience,
      String marker)
      implements SourceSpec {
    @Override
    public String type() {
      return "folder";
    }
  }

  /**
   * An address that is asked again and again.
   *
   * @param timeout for the whole answer
   * @param token sent as a bearer token, if any
   */
  record Feed(
      String name,
      @Nullable String provider,
      URI url,
      Duration every,
      Duration timeout,
      String userAgent,
      @Nullable String token)
      implements SourceSpec {
    @Override
    public String type() {
      return "feed";
    }

    @Override
    public String toString() {
      return "Feed[" + name + ", " + url.getHost() + "]";
    }
  }

  /**
   * A server that takes articles.
   *
   * @param token that callers must give, if any
   * @param limit of a body, in bytes
   */
  record Push(
      String name,
      @Nullable String provider,
      String bind,
      int port,
      @Nullable String token,
      int limit)
      implements SourceSpec {
    @Override
    public String type() {
      return "push";
    }

    @Override
    public String toString() {
      return "Push[" + name + ", " + bind + ":" + port + "]";
    }
  }

  /** What this process is given on its standard input. */
  record Input(String name, @Nullable String provider) implements SourceSpec {
    @Override
    public String type() {
      return "stdin";
    }
  }

  /** Work that a person orders and that publishes, too; never configured. */
  record Job(String name, String type) implements SourceSpec {
    @Override
    public @Nullable String provider() {
      return null;
    }
  }
}
