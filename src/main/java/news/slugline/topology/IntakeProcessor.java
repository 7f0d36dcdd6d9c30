package news.slugline.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import news.slugline.avro.Rejected;
import news.slugline.schema.LogRecords;
import news.slugline.schema.RawArticles;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import news.slugline.wire.Intake;
import news.slugline.wire.LogEntry;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what comes in, keeps to {@link Intake}'s rules, and writes the log. What it cannot accept
 * it rejects with the reason and the bytes; nothing stops the stream but an outage.
 */
final class IntakeProcessor implements Processor<byte[], byte[], String, Object> {
  /** Larger originals are kept as a digest, and where they lie. */
  private static final int KEPT_BYTES = 1024 * 1024;

  private static final String TICK_KEY = "tick";

  private final Topics topics;
  private final TopicSerdes serdes;
  private final boolean replay;
  private final Duration tick;
  private final Intake intake;
  private final Observer observer;

  // set by init, before any record
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable CommitPace pace;
  private @Nullable TableRows rows;
  private @Nullable RawArticles reader;

  IntakeProcessor(
      Topics topics, TopicSerdes serdes, boolean replay, Duration tick, Observer observer) {
    this.observer = observer;
    this.topics = topics;
    this.serdes = serdes;
    this.replay = replay;
    this.tick = tick;
    this.intake = new Intake(replay, tick);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    pace = CommitPace.of(context);
    rows = new TableRows(context.getStateStore(IntakeTopology.STORE));
    reader = serdes.raw();
    // one task tells the time, however many partitions the input has
    if (!replay && context.taskId().partition() == 0) {
      context.schedule(intake.clockwork(), PunctuationType.WALL_CLOCK_TIME, this::tellTime);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context().recordMetadata().orElseThrow();
    LogContext.set(null, header(record, ControlHeaders.SOURCE), null);
    if (at.topic().equals(topics.commands())) {
      command(record, at);
    } else if (record.headers().lastHeader(ControlHeaders.END_OF_REPLAY) != null) {
      endOfReplay(record, at);
    } else if (header(record, ControlHeaders.REFUSED) != null) {
      refused(record, at, header(record, ControlHeaders.REFUSED));
    } else {
      articles(record, at);
    }
    Objects.requireNonNull(pace).done(record.timestamp());
  }

  /** What a connector could not read; it has said why. */
  private void refused(Record<byte[], byte[]> record, RecordMetadata at, @Nullable String reason) {
    String detail = header(record, ControlHeaders.DETAIL);
    reject(
        record,
        at,
        String.valueOf(reason),
        detail == null ? "The connector that found it does not say why." : detail,
        header(record, ControlHeaders.POSITION),
        null);
  }

  private void articles(Record<byte[], byte[]> record, RecordMetadata at) {
    Hints hints =
        new Hints(
            header(record, ControlHeaders.SOURCE),
            header(record, ControlHeaders.CONTENT_TYPE),
            null,
            header(record, ControlHeaders.PROVIDER));
    for (Parsed parsed : reader().read(at.topic(), record.value(), hints)) {
      if (parsed instanceof Parsed.Article a) {
        decide(record, at, a.article(), intake.article(a.article(), appended(record), rows()));
      } else if (parsed instanceof Parsed.Rejected r) {
        reject(record, at, word(r.reason()), r.detail(), r.position(), null);
      } else if (parsed instanceof Parsed.Skipped s) {
        reject(record, at, "skipped", s.note(), null, null);
      }
    }
  }

  private void command(Record<byte[], byte[]> record, RecordMetadata at) {
    RawArticles.CommandRead read = reader().command(at.topic(), record.value());
    LogEntry.Command command = read.command();
    if (command == null) {
      reject(record, at, "bad_command", read.problem(), null, null);
    } else {
      decide(record, at, null, intake.command(command, appended(record), rows()));
    }
  }

  private void endOfReplay(Record<byte[], byte[]> record, RecordMetadata at) {
    LogEntry.Tick tick = intake.end(rows());
    if (tick == null) {
      reject(
          record,
          at,
          "not_a_replay",
          "An end of a replay came in on a live stream; run the replay under a prefix of its own.",
          null,
          null);
    } else {
      String id = header(record, ControlHeaders.END_OF_REPLAY);
      write(
          id == null || id.isEmpty() ? TICK_KEY : id,
          tick,
          record.timestamp(),
          new RecordHeaders());
    }
  }

  private void decide(
      Record<byte[], byte[]> record,
      RecordMetadata at,
      @Nullable WireArticle article,
      Intake.Verdict verdict) {
    if (verdict instanceof Intake.Verdict.Enter e) {
      e.entries().forEach(entry -> write(entry, record));
    } else if (verdict instanceof Intake.Verdict.Refuse r) {
      reject(record, at, r.reason(), r.detail(), null, article);
    }
  }

  private void tellTime(long now) {
    LogEntry.Tick tick = intake.wallClock(Instant.ofEpochMilli(now), rows());
    if (tick != null) {
      write(TICK_KEY, tick, now, new RecordHeaders());
      Objects.requireNonNull(pace).done(now);
    }
  }

  /** Writes an entry that a record caused; a tick stands for itself. */
  private void write(LogEntry entry, Record<byte[], byte[]> cause) {
    if (entry instanceof LogEntry.Accepted a) {
      observer.accepted(a.article().uri(), a.article().version());
      write(a.article().uri(), entry, cause.timestamp(), Trail.begin(cause));
    } else if (entry instanceof LogEntry.Command c) {
      write(c.id(), entry, cause.timestamp(), Trail.begin(cause));
    } else {
      write(TICK_KEY, entry, cause.timestamp(), new RecordHeaders());
    }
  }

  private void write(String key, LogEntry entry, long timestamp, Headers headers) {
    context()
        .forward(
            new Record<>(key, LogRecords.toAvro(entry), Math.max(0, timestamp), headers),
            IntakeTopology.LOG_SINK);
  }

  private void reject(
      Record<byte[], byte[]> record,
      RecordMetadata at,
      String reason,
      String detail,
      @Nullable String position,
      @Nullable WireArticle article) {
    observer.rejected(reason, detail, article == null ? null : article.uri());
    byte[] original = record.value() == null ? new byte[0] : record.value();
    String lies = header(record, ControlHeaders.LIES);
    boolean kept = original.length <= KEPT_BYTES && lies == null;
    Rejected rejected =
        Rejected.newBuilder()
            .setTopic(at.topic())
            .setPartition(at.partition())
            .setOffset(at.offset())
            .setReason(reason)
            .setDetail(detail)
            .setPosition(position)
            .setUri(article == null ? null : article.uri())
            .setVersion(article == null ? null : article.version())
            .setSource(header(record, ControlHeaders.SOURCE))
            .setTime(appended(record))
            .setSize(lies == null ? original.length : number(record, ControlHeaders.SIZE))
            .setSha256(
                kept
                    ? null
                    : lies == null ? Digest.of(original) : header(record, ControlHeaders.SHA256))
            .setOriginal(kept ? ByteBuffer.wrap(original) : null)
            .setContentType(header(record, ControlHeaders.CONTENT_TYPE))
            .setProvider(header(record, ControlHeaders.PROVIDER))
            .setLies(
                lies != null || kept
                    ? lies
                    : at.topic() + ", partition " + at.partition() + ", offset " + at.offset())
            .build();
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    context()
        .forward(
            new Record<>(key, rejected, Math.max(0, record.timestamp()), Trail.begin(record)),
            IntakeTopology.REJECTED_SINK);
  }

  private static Instant appended(Record<byte[], byte[]> record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }

  private static @Nullable String header(Record<byte[], byte[]> record, String name) {
    Header h = record.headers().lastHeader(name);
    return h == null || h.value() == null ? null : new String(h.value(), StandardCharsets.UTF_8);
  }

  private static long number(Record<byte[], byte[]> record, String name) {
    String text = header(record, name);
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private ProcessorContext<String, Object> context() {
    return Objects.requireNonNull(context);
  }

  private TableRows rows() {
    return Objects.requireNonNull(rows);
  }

  private RawArticles reader() {
    return Objects.requireNonNull(reader);
  }
}
