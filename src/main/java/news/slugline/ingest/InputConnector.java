package news.slugline.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input to its end: JSON lines one by one as they come, anything else as one document. It
 * has no place to go back to; what is sent again is dropped by intake.
 */
final class InputConnector implements Connector {
  private static final int BATCH_ITEMS = 200;
  private static final int LINE_BYTES = 20 << 20;
  private static final int DOCUMENT_BYTES = 64 << 20;

  private final SourceSpec.Input spec;
  private final Items items;
  private final InputStream in;

  /** Read, but not yet published: a session may fail in between. */
  private final List<Outgoing> pending = new ArrayList<>();

  private boolean started;
  private boolean ended;

  InputConnector(SourceSpec.Input spec, Items items, InputStream in) {
    this.spec = spec;
    this.items = items;
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public @Nullable Duration step(Session session) throws IOException {
    if (pending.isEmpty() && !ended) {
      fill();
    }
    while (!pending.isEmpty()) {
      List<Outgoing> now = List.copyOf(pending.subList(0, Math.min(BATCH_ITEMS, pending.size())));
      session.publish(now, Session.Changes.NONE);
      pending.subList(0, now.size()).clear();
    }
    return ended ? null : Duration.ZERO;
  }

  private void fill() throws IOException {
    byte[] line = line();
    if (!started && !isObject(line)) {
      document(line);
      return;
    }
    started = true;
    while (line.length > 0 || !ended) {
      if (!isBlank(line)) {
        read(line);
      }
      if (pending.size() >= BATCH_ITEMS || ended || in.available() == 0) {
        return;
      }
      line = line();
    }
  }

  private void document(byte[] head) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head);
    if (!ended) {
      all.write('\n');
      in.transferTo(new Bounded(all));
    }
    ended = true;
    if (all.size() > 0) {
      read(all.toByteArray());
    }
  }

  private void read(byte[] bytes) {
    // copy without an identifier is known by what it says
    String path = spec.name() + "/" + Digest.of(bytes).substring(0, 16);
    Hints hints = Hints.ofPath(path).withProvider(spec.provider());
    pending.addAll(items.read(bytes, hints, "standard input"));
  }

  private static boolean isObject(byte[] line) {
    int from = 0;
    int to = line.length;
    while (from < to && line[from] <= ' ') {
      from++;
    }
    while (to > from && line[to - 1] <= ' ') {
      to--;
    }
    return to - from > 2 && line[from] == '{' && line[to - 1] == '}';
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The next line without its end; empty at the end of the input. */
  private byte[] line() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      if (out.size() >= LINE_BYTES) {
        throw new IOException("a line has more than " + LINE_BYTES + " bytes");
      }
      out.write(c);
      c = in.read();
    }
    ended = c < 0;
    return out.toByteArray();
  }

  private static final class Bounded extends java.io.OutputStream {
    private final ByteArrayOutputStream to;

    Bounded(ByteArrayOutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      if (to.size() + len > DOCUMENT_BYTES) {
        throw new IOException("the input has more than " + DOCUMENT_BYTES + " bytes");
      }
      to.write(b, off, len);
    }
  }
}
