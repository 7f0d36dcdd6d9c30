package news.slugline.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import news.slugline.rows.Packed;
import news.slugline.rows.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * State rows as bytes: a format number, then the record in CBOR, as the array of its components in
 * the order of their declaration; names would be half of the bytes. So a component may be added at
 * the end of a record without a new format, and nowhere else. Keys: each part behind its length, so
 * that keys with equal leading parts stand together and nothing can be mistaken for a separator.
 */
public final class RowCodec {
  /** Number of this format; state of another one is refused. */
  public static final byte FORMAT = 14;

  private static final int USUAL_BYTES = 512;
  private static final int MAX_PART = 0xFFFF;
  private static final TextPool TEXTS = new TextPool();
  private static final CBORMapper CBOR = configured(CBORMapper.builder()).build();

  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

  private static <B extends MapperBuilder<CBORMapper, B>> B configured(B builder) {
    return builder
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .annotationIntrospector(new RecordsAsArrays())
        .addModule(
            new SimpleModule()
                .addSerializer(new PackedWriter())
                .addDeserializer(String.class, new TextReader())
                .addDeserializer(Packed.class, new PackedReader(null)));
  }

  /** Reads texts, the same as the same object. */
  private static final class TextReader extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    TextReader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.hasToken(JsonToken.VALUE_STRING)
          ? TEXTS.of(in.getTextCharacters(), in.getTextOffset(), in.getTextLength())
          : (String) context.handleUnexpectedToken(String.class, in);
    }
  }

  /** Each element as bytes of its own. */
  private static final class PackedWriter extends StdSerializer<Packed<?>> {
    private static final long serialVersionUID = 1L;

    PackedWriter() {
      super(Packed.class, false);
    }

    @Override
    public void serialize(Packed<?> list, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray(list, list.size());
      for (int i = 0; i < list.size(); i++) {
        out.writeBinary(list.bytes(i, PackedWriter::bytes));
      }
      out.writeEndArray();
    }

    private static byte[] bytes(Object element) {
      try {
        return CBOR.writeValueAsBytes(element);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads the elements' bytes; they themselves are read when they are asked for. */
  private static final class PackedReader extends StdDeserializer<Packed<?>>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** Null until the elements' type is known. */
    private final transient @Nullable ObjectReader elements;

    PackedReader(@Nullable ObjectReader elements) {
      super(Packed.class);
      this.elements = elements;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      return new PackedReader(CBOR.readerFor(context.getContextualType().containedType(0)));
    }

    @Override
    public Packed<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
      List<byte[]> bytes = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        bytes.add(in.getBinaryValue());
      }
      return Packed.of(bytes, this::element);
    }

    private Object element(byte[] bytes) {
      try {
        return Objects.requireNonNull(elements).readValue(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated a) {
      return a.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(a);
    }

    @Override
    public String @Nullable [] findSerializationPropertyOrder(AnnotatedClass c) {
      return c.getRawType().isRecord()
          ? components(c.getRawType()).toArray(String[]::new)
          : super.findSerializationPropertyOrder(c);
    }

    /** What a record works out from its components is not part of it. */
    @Override
    public boolean hasIgnoreMarker(AnnotatedMember m) {
      return m instanceof AnnotatedMethod
              && m.getDeclaringClass().isRecord()
              && !components(m.getDeclaringClass()).contains(m.getName())
          || super.hasIgnoreMarker(m);
    }

    private static List<String> components(Class<?> record) {
      return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }
  }

  public byte[] encode(Record row) {
    ObjectWriter writer = writers.computeIfAbsent(row.getClass(), CBOR::writerFor);
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    out.write(FORMAT);
    try {
      writer.writeValue(out, row);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(
          "A row of " + row.getClass().getSimpleName() + " cannot be written", e);
    }
  }

  public <R extends Record> R decode(byte[] bytes, Class<R> type) {
    if (bytes.length == 0 || bytes[0] != FORMAT) {
      throw new IllegalStateException(otherFormat(bytes));
    }
    ObjectReader reader = readers.computeIfAbsent(type, CBOR::readerFor);
    try {
      return type.cast(reader.readValue(bytes, 1, bytes.length - 1));
    } catch (IOException e) {
      throw new IllegalStateException("A row of " + type.getSimpleName() + " cannot be read", e);
    }
  }

  /** What to say of bytes that are not of this format. */
  public static String otherFormat(byte[] bytes) {
    return "State of format "
        + (bytes.length == 0 ? "none" : bytes[0])
        + ", this program reads format "
        + FORMAT
        + ": start it under a new application id and prefix, or reset it with `slugline reset`";
  }

  /** The bytes of a key of a table; of the first parts of a key, what all such keys begin with. */
  public static byte[] encode(String table, RowKey key) {
    return encode(table, key.parts());
  }

  /** The bytes of some parts of a key behind a name. */
  public static byte[] encode(String name, List<String> parts) {
    return encode(name, parts, 0, parts.size());
  }

  /** The same of the parts from one up to another. */
  public static byte[] encode(String name, List<String> parts, int from, int to) {
    int n = 2 + length(name);
    for (int i = from; i < to; i++) {
      n += 2 + length(parts.get(i));
    }
    byte[] out = new byte[n];
    int at = write(name, out, 0);
    for (int i = from; i < to; i++) {
      at = write(parts.get(i), out, at);
    }
    return out;
  }

  // a key is made for each look at a row: without objects for its parts

  /** How many bytes a part has in UTF-8. */
  private static int length(String part) {
    int n = isPlain(part) ? part.length() : part.getBytes(StandardCharsets.UTF_8).length;
    if (n > MAX_PART) {
      throw new IllegalArgumentException("Part of a row key over " + MAX_PART + " bytes");
    }
    return n;
  }

  private static boolean isPlain(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Writes a part behind its length; says where the next one begins. */
  private static int write(String part, byte[] out, int from) {
    int at = from + 2;
    int i = 0;
    while (i < part.length() && part.charAt(i) < 0x80) {
      out[at + i] = (byte) part.charAt(i);
      i++;
    }
    int n = i;
    if (i < part.length()) {
      byte[] b = part.getBytes(StandardCharsets.UTF_8);
      n = b.length;
      System.arraycopy(b, 0, out, at, n);
    }
    out[from] = (byte) (n >>> 8);
    out[from + 1] = (byte) n;
    return at + n;
  }

  private static int length(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  /** The first part of a key behind its table; empty if it has none. */
  public static String firstPart(byte[] bytes) {
    int at = 2 + length(bytes, 0);
    return at == bytes.length ? "" : TEXTS.of(bytes, at + 2, length(bytes, at));
  }

  /** The key without its table. */
  public static RowKey decodeKey(byte[] bytes) {
    return decodeKey(List.of(), bytes);
  }

  /** The key that begins with some parts, then those behind the name in {@code bytes}. */
  public static RowKey decodeKey(List<String> first, byte[] bytes) {
    int at = 2 + length(bytes, 0);
    List<String> parts = new ArrayList<>(first.size() + 8);
    parts.addAll(first);
    while (at < bytes.length) {
      int length = length(bytes, at);
      parts.add(TEXTS.of(bytes, at + 2, length));
      at += 2 + length;
    }
    return new RowKey(parts);
  }
}
