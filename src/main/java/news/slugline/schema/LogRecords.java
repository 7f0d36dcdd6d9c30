package news.slugline.schema;

import news.slugline.avro.Accepted;
import news.slugline.avro.Command;
import news.slugline.avro.CommandType;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Tick;
import news.slugline.wire.LogEntry;

/** Entries of the log between the domain and Avro. */
public final class LogRecords {
  private LogRecords() {}

  public static LogRecord toAvro(LogEntry entry) {
    Object avro;
    if (entry instanceof LogEntry.Accepted a) {
      avro =
          Accepted.newBuilder()
              .setArticle(Articles.toAvro(a.article()))
              .setEventTime(Words.millis(a.eventTime()))
              .build();
    } else if (entry instanceof LogEntry.Tick t) {
      avro = toAvro(t);
    } else {
      avro = toAvro((LogEntry.Command) entry);
    }
    return LogRecord.newBuilder().setEntry(avro).build();
  }

  public static LogEntry fromAvro(LogRecord r) {
    Object entry = r.getEntry();
    if (entry instanceof Accepted a) {
      return new LogEntry.Accepted(Articles.fromAvro(a.getArticle()), a.getEventTime());
    }
    if (entry instanceof Tick t) {
      return fromAvro(t);
    }
    return fromAvro((Command) entry);
  }

  public static LogEntry.Tick fromAvro(Tick t) {
    return new LogEntry.Tick(t.getTime(), t.getPart(), t.getParts());
  }

  static Tick toAvro(LogEntry.Tick t) {
    return Tick.newBuilder()
        .setTime(Words.millis(t.time()))
        .setPart(t.part())
        .setParts(t.parts())
        .build();
  }

  public static Command toAvro(LogEntry.Command c) {
    return Command.newBuilder()
        .setId(c.id())
        .setType(Words.lower(CommandType.class, c.type()))
        .setStoryId(c.storyId())
        .setTarget(c.target())
        .setValue(c.value())
        .setEditor(c.editor())
        .setTime(Words.millis(c.time()))
        .build();
  }

  /** The command; one of an unknown type must have been rejected before. */
  public static LogEntry.Command fromAvro(Command c) {
    return new LogEntry.Command(
        c.getId(),
        Words.upper(LogEntry.CommandType.class, c.getType()),
        c.getStoryId(),
        c.getTarget(),
        c.getValue(),
        c.getEditor(),
        c.getTime());
  }
}
