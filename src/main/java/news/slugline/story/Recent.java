package news.slugline.story;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was last worked out, for as long as it is asked for now and then: at least the last so many,
 * at most twice as many. Only speeds up what gives the same answer again. One thread.
 */
final class Recent<K, V> {
  private static final int FEW = 16;

  private final IntSupplier most;
  private final IntFunction<Map<K, V>> maps;
  private Map<K, V> now;
  private Map<K, V> before;

  /** The two that were asked for last: two claims are compared in many respects. */
  private @Nullable K last;

  private @Nullable V found;
  private @Nullable K other;
  private @Nullable V otherFound;

  /**
   * @param maps give the maps that hold it, with room for so many, and say with it which keys are
   *     the same
   */
  Recent(int most, IntFunction<Map<K, V>> maps) {
    this(() -> most, maps);
  }

  Recent(IntSupplier most, IntFunction<Map<K, V>> maps) {
    this.most = most;
    this.maps = maps;
    this.now = maps.apply(FEW);
    this.before = maps.apply(FEW);
  }

  V get(K key, Function<K, V> make) {
    V a = found;
    if (key == last && a != null) {
      return a;
    }
    V b = otherFound;
    if (key == other && b != null) {
      return b;
    }
    V v = now.get(key);
    if (v == null) {
      v = before.get(key);
      v = v == null ? make.apply(key) : v;
      put(key, v);
    } else {
      note(key, v);
    }
    return v;
  }

  void put(K key, V value) {
    if (now.size() >= most.getAsInt()) {
      before = now;
      now = maps.apply(before.size());
    }
    now.put(key, value);
    note(key, value);
  }

  private void note(K key, V value) {
    if (key != last) {
      other = last;
      otherFound = found;
      last = key;
    }
    found = value;
  }
}
