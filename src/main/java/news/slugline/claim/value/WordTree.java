package news.slugline.claim.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases by their lexemes: the longest one that begins at a lexeme, in one walk. */
final class WordTree<V> {

  /** What was found, and the lexeme after it. */
  record Hit<V>(int end, V value) {}

  private static final class Node<V> {
    Map<String, Node<V>> next = Map.of();
    @Nullable V value;
    boolean close;
  }

  private final Node<V> root = new Node<>();

  /**
   * Adds a phrase, the first one of the same words stays. "'" before it: only without white space.
   */
  void add(String phrase, V value) {
    boolean close = phrase.length() > 1 && phrase.charAt(0) == '\'';
    Lexemes x = Lexemes.of(close ? phrase.substring(1) : phrase);
    Node<V> n = root;
    for (int i = 0; i < x.size; i++) {
      if (n.next.isEmpty()) {
        n.next = new HashMap<>(2);
      }
      n = n.next.computeIfAbsent(x.lower(i), k -> new Node<>());
    }
    if (n.value == null) {
      n.value = value;
      n.close = close;
    }
  }

  /** What the whole phrase stands for. */
  @Nullable V get(String phrase) {
    Lexemes x = Lexemes.of(phrase);
    Hit<V> hit = longest(x, 0);
    return hit != null && hit.end() == x.size ? hit.value() : null;
  }

  /** Whether a phrase begins with the word. */
  boolean starts(String lower) {
    return root.next.containsKey(lower);
  }

  /** The longest phrase that begins here. */
  @Nullable Hit<V> longest(Lexemes x, int i) {
    Node<V> n = root;
    Hit<V> best = null;
    for (int j = i; j < x.size; j++) {
      Node<V> m = n.next.get(x.lower(j));
      if (m == null) {
        break;
      }
      n = m;
      V v = n.value;
      if (v != null && !(n.close && x.spaced(i))) {
        best = new Hit<>(j + 1, v);
      }
    }
    return best;
  }

  /** The longest phrase that ends before a lexeme; its first lexeme stands as {@code end}. */
  @Nullable Hit<V> endingBefore(Lexemes x, int end, int reach) {
    for (int i = Math.max(0, end - reach); i < end; i++) {
      Node<V> n = root;
      int j = i;
      while (j < end) {
        Node<V> m = n.next.get(x.lower(j));
        if (m == null) {
          break;
        }
        n = m;
        j++;
      }
      V v = n.value;
      if (j == end && v != null) {
        return new Hit<>(i, v);
      }
    }
    return null;
  }
}
