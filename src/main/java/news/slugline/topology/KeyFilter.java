package news.slugline.topology;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which keys may be in the store, of owners that had none when they were first met: most look-ups
 * are for what is not there, and are answered here for a hundredth of what the store takes. It may
 * say yes to a key that is not there, never no to one that is. Owners long not met are forgotten.
 */
final class KeyFilter {
  private static final int MOST_KEYS = 1 << 20;

  private final Map<String, Hashes> owners = new LinkedHashMap<>(64, 0.75f, true);
  private long keys;

  /** The owner has no keys in the store, unless it is known already. */
  void begin(String owner) {
    owners.putIfAbsent(owner, new Hashes());
  }

  boolean mayHold(String owner, Bytes key) {
    Hashes h = owners.get(owner);
    return h == null || h.contains(key.hashCode());
  }

  /** The key is in the store from now on. */
  void add(String owner, Bytes key) {
    Hashes h = owners.get(owner);
    if (h != null && h.add(key.hashCode())) {
      keys++;
      Iterator<Hashes> eldest = owners.values().iterator();
      while (keys > MOST_KEYS && eldest.hasNext()) {
        keys -= eldest.next().size;
        eldest.remove();
      }
    }
  }

  /** A set of numbers that are spread well. 0 stands for an empty place and is always in it. */
  private static final class Hashes {
    private int[] places = new int[64];
    private int size;

    boolean contains(int hash) {
      return hash == 0 || places[place(places, hash)] == hash;
    }

    boolean add(int hash) {
      if (contains(hash)) {
        return false;
      }
      if (2 * size >= places.length) {
        int[] more = new int[2 * places.length];
        Arrays.stream(places).filter(h -> h != 0).forEach(h -> more[place(more, h)] = h);
        places = more;
      }
      places[place(places, hash)] = hash;
      size++;
      return true;
    }

    /** Where the number stands, else where it would. */
    private static int place(int[] places, int hash) {
      int at = (hash * 0x9E3779B9) >>> 8 & (places.length - 1);
      while (places[at] != 0 && places[at] != hash) {
        at = (at + 1) & (places.length - 1);
      }
      return at;
    }
  }
}
