package news.slugline.rows;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list that a row holds packed: of a row that was read back an element's bytes are read when it
 * is asked for, and only once. Or a list whose elements lie in other rows and are looked up there.
 * For rows with many elements of which few are looked at. It cannot be changed.
 *
 * @param <T> of the elements, which cannot be changed either
 */
public final class Packed<T> extends AbstractList<T> implements RandomAccess {
  /** An element, or the {@code byte[]} that it is read from; null if it lies elsewhere. */
  private final @Nullable Object[] elements;

  private final Function<byte[], T> reader;
  private final @Nullable IntFunction<T> elsewhere;

  private Packed(
      @Nullable Object[] elements, Function<byte[], T> reader, @Nullable IntFunction<T> elsewhere) {
    this.elements = elements;
    this.reader = reader;
    this.elsewhere = elsewhere;
  }

  /** The same elements, packed or not as they are. */
  @SuppressWarnings("unchecked")
  public static <T> Packed<T> copyOf(List<? extends T> list) {
    return list instanceof Packed
        ? (Packed<T>) list
        : new Packed<>(List.copyOf(list).toArray(), Packed::nothing, null);
  }

  private static <T> T nothing(byte[] bytes) {
    throw new IllegalStateException("Nothing here is packed");
  }

  /**
   * Of elements that are still bytes.
   *
   * @param reader makes an element of its bytes
   */
  public static <T> Packed<T> of(List<byte[]> bytes, Function<byte[], T> reader) {
    return new Packed<>(bytes.toArray(), reader, null);
  }

  /**
   * Of elements that lie in other rows.
   *
   * @param reader looks one up, each time that it is asked for
   */
  public static <T> Packed<T> elsewhere(int size, IntFunction<T> reader) {
    return new Packed<>(new Object[size], Packed::nothing, reader);
  }

  /** The same elements, none of which lies elsewhere. */
  public Packed<T> gathered() {
    return elsewhere == null ? this : new Packed<>(toArray(), Packed::nothing, null);
  }

  @Override
  public T get(int index) {
    Object e = elements[index];
    if (elsewhere != null) {
      return elsewhere.apply(index);
    }
    if (e instanceof byte[] bytes) {
      T read = Objects.requireNonNull(reader.apply(bytes));
      elements[index] = read;
      return read;
    }
    @SuppressWarnings("unchecked")
    T element = (T) e;
    return element;
  }

  @Override
  public int size() {
    return elements.length;
  }

  /**
   * The bytes of an element, to be written.
   *
   * @param writer makes them of an element that has been read
   */
  public byte[] bytes(int index, Function<T, byte[]> writer) {
    return elements[index] instanceof byte[] bytes ? bytes : writer.apply(get(index));
  }

  @Override
  public boolean equals(Object o) {
    if (o == this) {
      return true;
    }
    if (o instanceof Packed<?> p && p.elements.length == elements.length) {
      boolean same = true;
      for (int i = 0; same && i < elements.length; i++) {
        same =
            elements[i] instanceof byte[] a && p.elements[i] instanceof byte[] b
                ? Arrays.equals(a, b)
                : get(i).equals(p.get(i));
      }
      return same;
    }
    return super.equals(o);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
