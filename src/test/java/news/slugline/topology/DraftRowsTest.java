package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRowsTest {
  record Row(String text, int number) {}

  private static final Table<Row> A = new Table<>("a", Row.class);
  private static final Table<Row> B = new Table<>("b", Row.class);
  private static final String[] PARTS = {"", "a", "b", "aa", "ab", "ÿ", "żółw", "z"};

  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("rows"), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

  @TempDir Path state;

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(new Properties(), new TaskId(0, 0), state.toFile());
    store.init(context.getStateStoreContext(), store);
  }

  /** A draft reads like rows on the heap, whether its changes are kept, dropped or still open. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itReadsLikeRowsOnTheHeapAndADroppedDraftLeavesNoTrace(long seed) {
    Random random = new Random(seed);
    DraftRows draft = rows();
    List<Op> kept = new ArrayList<>();
    for (int input = 0; input < 120; input++) {
      InMemoryRows model = replayed(kept);
      List<Op> ops = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Op op =
            new Op(
                random.nextBoolean() ? A : B,
                key(random),
                random.nextInt(3) == 0 ? null : new Row("r", random.nextInt(3)));
        op.on(model);
        op.on(draft);
        ops.add(op);
        assertSame(random, draft, model);
      }
      if (random.nextInt(3) == 0) {
        draft.drop();
      } else {
        draft.keep();
        kept.addAll(ops);
      }
      if (random.nextInt(10) == 0) {
        draft = rows();
      }
      assertSame(random, draft, replayed(kept));
    }
  }

  @Test
  void aRowThatIsTooLargeKeepsTheWholeInputOut() {
    DraftRows draft = rows();
    draft.put(A, RowKey.of("small"), new Row("x", 1));
    draft.put(B, RowKey.of("large"), new Row("x".repeat(TableRows.MAX_ROW_BYTES), 1));
    assertThatThrownBy(draft::keep).hasMessageContaining("at most");
    draft.drop();
    assertThat(all(rows(), A, RowKey.of())).isEmpty();
  }

  private DraftRows rows() {
    return new DraftRows(store);
  }

  private static InMemoryRows replayed(List<Op> ops) {
    InMemoryRows model = new InMemoryRows();
    ops.forEach(op -> op.on(model));
    return model;
  }

  private static void assertSame(Random random, Rows draft, Rows model) {
    RowKey key = key(random);
    assertThat(draft.get(A, key)).isEqualTo(model.get(A, key));
    RowKey prefix = random.nextInt(4) == 0 ? RowKey.of() : RowKey.of(key.part(0));
    assertThat(all(draft, A, prefix)).isEqualTo(all(model, A, prefix));
    assertThat(all(draft, B, key)).isEqualTo(all(model, B, key));
  }

  private static List<String> all(Rows rows, Table<Row> table, RowKey prefix) {
    List<String> out = new ArrayList<>();
    rows.scan(table, prefix, (k, r) -> out.add(k + "=" + r));
    return out;
  }

  private static RowKey key(Random random) {
    String first = PARTS[random.nextInt(PARTS.length)];
    return random.nextBoolean()
        ? RowKey.of(first)
        : RowKey.of(first, PARTS[random.nextInt(PARTS.length)]);
  }

  private record Op(Table<Row> table, RowKey key, @Nullable Row row) {
    void on(Rows rows) {
      if (row == null) {
        rows.delete(table, key);
      } else {
        rows.put(table, key, row);
      }
    }
  }
}
