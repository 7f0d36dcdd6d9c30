package news.slugline.schema;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enums and times between the domain and Avro. */
final class Words {
  private Words() {}

  /** The constant of {@code type} with the same word, whatever its case. */
  static <A extends Enum<A>> A lower(Class<A> type, Enum<?> value) {
    return Enum.valueOf(type, value.name().toLowerCase(Locale.ROOT));
  }

  static <A extends Enum<A>> A upper(Class<A> type, Enum<?> value) {
    return Enum.valueOf(type, value.name().toUpperCase(Locale.ROOT));
  }

  static <A extends Enum<A>> A same(Class<A> type, Enum<?> value) {
    return Enum.valueOf(type, value.name());
  }

  static <A extends Enum<A>> @Nullable A lowerOrNull(Class<A> type, @Nullable Enum<?> value) {
    return value == null ? null : lower(type, value);
  }

  static <A extends Enum<A>> @Nullable A upperOrNull(Class<A> type, @Nullable Enum<?> value) {
    return value == null ? null : upper(type, value);
  }

  /** Avro keeps milliseconds. */
  static Instant millis(Instant t) {
    return Instant.ofEpochMilli(t.toEpochMilli());
  }

  static @Nullable Instant millisOrNull(@Nullable Instant t) {
    return t == null ? null : millis(t);
  }
}
