package news.slugline.ingest;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings in what one source has. Whatever it must remember is in the session: a connector may be
 * stopped anywhere, also by a kill.
 */
interface Connector extends AutoCloseable {
  /**
   * Does what there is to do and says when it wants to be asked again.
   *
   * @return null if nothing will ever come
   * @throws IOException if the source fails; it is tried again later
   */
  @Nullable Duration step(Session session) throws IOException, InterruptedException;

  /** What does not go well although the source works, in a sentence; null if nothing. */
  default @Nullable String trouble() {
    return null;
  }

  @Override
  default void close() {}
}
