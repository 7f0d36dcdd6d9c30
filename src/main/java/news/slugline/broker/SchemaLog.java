package news.slugline.broker;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the registry keeps its records: the latest value per key counts, a null value deletes. */
interface SchemaLog extends AutoCloseable {
  record Entry(String key, @Nullable String value) {}

  /** Everything written so far, oldest first. */
  List<Entry> load() throws IOException;

  /** Returns when the entry is safe. */
  void append(Entry entry) throws IOException;

  @Override
  void close();

  /** For a registry that lives as long as its process. */
  final class InMemory implements SchemaLog {
    @Override
    public List<Entry> load() {
      return List.of();
    }

    @Override
    public void append(Entry entry) {
      // the registry's own maps are all there is
    }

    @Override
    public void close() {}
  }
}
