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
  private static final Table<Row> C =
      new Table<>("c", Row.class, new Table.Bundle("bundle", 1, "x"));
  private static final Table<Row> D =
      new Table<>("d", Row.class, new Table.Bundle("bundle", 1, "y"));
  private static final List<Table<Row>> ALL = List.of(A, B, C, D);
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
    List.of(PARTS).forEach(draft::begin);
    List<Op> kept = new ArrayList<>();
    for (int input = 0; input < 120; input++) {
      InMemoryRows model = replayed(kept);
      List<Op> ops = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Op op =
            new Op(
                ALL.get(random.nextInt(ALL.size())),
                key(random),
                random.nextInt(3) == 0 ? null : new Row(text(random), random.nextInt(3)));
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

  /** In portions and at once, whatever is remembered of them; others stay. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsClearedIsGoneAndMayComeAgain(long seed) {
    Random random = new Random(seed);
    DraftRows draft = rows();
    InMemoryRows model = new InMemoryRows();
    for (int input = 0; input < 200; input++) {
      if (random.nextInt(20) == 0) {
        Table<Row> of = ALL.get(random.nextInt(ALL.size()));
        String first = PARTS[1 + random.nextInt(PARTS.length - 1)];
        int most = 1 + random.nextInt(3);
        int gone = most;
        while (gone == most) {
          gone = draft.clear(of, RowKey.of(first), most);
        }
        List<Table<Row>> tables = of.bundle() == null ? List.of(of) : List.of(C, D);
        tables.forEach(t -> model.clear(t, RowKey.of(first), Integer.MAX_VALUE));
        assertSame(random, draft, model);
      }
      for (int i = random.nextInt(20); i > 0; i--) {
        Row row = new Row("x".repeat(random.nextInt(900)), random.nextInt(3));
        Op op = new Op(ALL.get(random.nextInt(ALL.size())), key(random), row);
        op.on(model);
        op.on(draft);
      }
      draft.keep();
      draft = random.nextInt(10) == 0 ? rows() : draft;
      assertSame(random, draft, model);
    }
  }

  /** Large bundles, too; a neighbour's rows stay, and the store never sees any of it. */
  @ParameterizedTest(name = "rows {0}")
  @ValueSource(ints = {1, 9, 900})
  void whatAnInputTakesBackWasNeverThere(int count) {
    DraftRows draft = rows();
    InMemoryRows model = new InMemoryRows();
    put(draft, "neighbour", count);
    put(model, "neighbour", count);
    draft.keep();
    long records = store.approximateNumEntries();
    put(draft, "one", count);
    put(draft, "neighbour", count + 1);
    put(model, "neighbour", count + 1);
    List.of(A, B, C).forEach(t -> draft.takeBack(t, RowKey.of("one")));
    assertSame(new Random(count), draft, model);
    draft.keep();
    assertSame(new Random(count), draft, model);
    assertSame(new Random(count), rows(), model);
    assertThat(store.approximateNumEntries()).isLessThanOrEqualTo(records + 4);
    assertThat(all(draft, A, RowKey.of("one"))).isEmpty();
    put(draft, "one", count);
    put(model, "one", count);
    draft.keep();
    assertSame(new Random(count), rows(), model);
  }

  private static void put(Rows to, String first, int count) {
    for (int i = 0; i < count; i++) {
      for (Table<Row> table : ALL) {
        to.put(table, RowKey.of(first, "row " + i), new Row("x".repeat(i % 50), i));
      }
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

  @Test
  void smallRowsOfABundleAreOneRecordUntilTheyAreMany() {
    DraftRows draft = rows();
    for (int i = 0; i < 9; i++) {
      draft.put(i % 2 == 0 ? C : D, RowKey.of("one", "row " + i), new Row("x", i));
    }
    draft.keep();
    assertThat(store.approximateNumEntries()).isEqualTo(1);
    draft.put(C, RowKey.of("one", "large"), new Row("x".repeat(5_000), 1));
    draft.keep();
    assertThat(store.approximateNumEntries()).isBetween(2L, 4L);
    draft.delete(C, RowKey.of("one", "large"));
    draft.keep();
    assertThat(all(rows(), C, RowKey.of("one"))).hasSize(5);
    assertThat(all(rows(), D, RowKey.of("one"))).hasSize(4);
  }

  /** Thousands of rows of one bundle, so that its pages are named by pages that are named. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void aLargeBundleReadsLikeRowsOnTheHeapAndLeavesNothingWhenItIsEmptied(long seed) {
    Random random = new Random(seed);
    DraftRows draft = rows();
    InMemoryRows model = new InMemoryRows();
    long most = 0;
    for (int phase = 0; phase < 3; phase++) {
      for (int input = 0; input < 400; input++) {
        List<Op> ops = new ArrayList<>();
        for (int i = random.nextInt(16); i > 0; i--) {
          boolean goes = phase == 1 ? random.nextInt(9) > 0 : random.nextInt(5) == 0;
          ops.add(
              new Op(
                  random.nextBoolean() ? C : D,
                  RowKey.of("one", number(random), number(random)),
                  goes ? null : new Row("x".repeat(random.nextInt(400)), input)));
        }
        ops.forEach(op -> op.on(draft));
        if (random.nextInt(4) == 0) {
          draft.drop();
        } else {
          draft.keep();
          ops.forEach(op -> op.on(model));
        }
        RowKey some = RowKey.of("one", number(random));
        assertThat(all(draft, C, some)).isEqualTo(all(model, C, some));
      }
      most = Math.max(most, store.approximateNumEntries());
      for (Table<Row> table : List.of(C, D)) {
        assertThat(all(draft, table, RowKey.of("one")))
            .isEqualTo(all(model, table, RowKey.of("one")));
        assertThat(all(rows(), table, RowKey.of("one")))
            .isEqualTo(all(model, table, RowKey.of("one")));
      }
      if (phase == 1) {
        empty(draft, model);
        assertThat(store.approximateNumEntries()).isZero();
      }
    }
    assertThat(most).isGreaterThan(100);
  }

  private static void empty(DraftRows draft, InMemoryRows model) {
    for (Table<Row> table : List.of(C, D)) {
      List<RowKey> keys = new ArrayList<>();
      model.scan(table, RowKey.of("one"), (k, r) -> keys.add(k));
      keys.forEach(k -> draft.delete(table, k));
      keys.forEach(k -> model.delete(table, k));
    }
    draft.keep();
  }

  private static String number(Random random) {
    return Integer.toString(random.nextInt(40));
  }

  @Test
  void anInputThatLeavesABundleAsItWasWritesNothing() {
    DraftRows draft = rows();
    draft.put(C, RowKey.of("one", "a"), new Row("x", 1));
    draft.keep();
    byte[] before = store.all().next().value;
    draft.delete(C, RowKey.of("one", "a"));
    draft.put(C, RowKey.of("one", "a"), new Row("x", 1));
    draft.keep();
    assertThat(store.all().next().value).isSameAs(before);
  }

  @Test
  void whatBeganEmptyIsReadBackHoweverMuchIsWritten() {
    DraftRows draft = rows();
    draft.begin("one");
    for (int i = 0; i < 3_000; i++) {
      draft.put(A, RowKey.of("one", "row " + i), new Row("x".repeat(9_000), i));
      draft.put(C, RowKey.of("one", "row " + i), new Row("x", i));
      draft.keep();
    }
    for (int i = 0; i < 3_000; i++) {
      assertThat(draft.get(A, RowKey.of("one", "row " + i))).isNotNull();
      assertThat(draft.get(C, RowKey.of("one", "row " + i))).isNotNull();
    }
    assertThat(draft.get(A, RowKey.of("one", "row 3000"))).isNull();
  }

  @Test
  void aScanThatDoesNotSayInWhichBundleItLooksIsRefused() {
    assertThatThrownBy(() -> all(rows(), C, RowKey.of())).hasMessageContaining("first 1 parts");
    assertThatThrownBy(() -> all(new InMemoryRows(), C, RowKey.of()))
        .hasMessageContaining("first 1 parts");
  }

  private DraftRows rows() {
    return new DraftRows(store, 1);
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
    assertThat(draft.get(C, key)).isEqualTo(model.get(C, key));
    assertThat(all(draft, C, key)).isEqualTo(all(model, C, key));
    RowKey bundle = RowKey.of(key.part(0));
    assertThat(all(draft, C, bundle)).isEqualTo(all(model, C, bundle));
    assertThat(all(draft, D, bundle)).isEqualTo(all(model, D, bundle));
  }

  /** Now and then so long that rows of a bundle no longer lie together. */
  private static String text(Random random) {
    return "r".repeat(random.nextInt(40) == 0 ? 2_000 : 1);
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
