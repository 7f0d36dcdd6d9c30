package news.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rules of intake: what enters the log, in which shape, and when time passes there.
 *
 * <p>Every version of an article enters once, a late one too: the story decides by the set of
 * versions which is the newest. An exact repeat (same uri, version and content) is dropped; other
 * words under a used number get the next one. An article's time is settled by {@link Times};
 * without one it is the broker's.
 */
public final class Intake {
  /** How often each story's state is told, unless the settings say otherwise. */
  public static final Duration TICK = Duration.ofSeconds(15);

  /** Live, so many ticks come in that time, each for a part of the stories. */
  private static final int PARTS = 5;

  /** How long versions are remembered, in log time. */
  public static final Duration MEMORY = Duration.ofDays(400);

  private static final int MAX_VERSIONS = 200;
  private static final int WORDS_DIGITS = 16;
  private static final RowKey CLOCK_KEY = RowKey.of("clock");

  private static final Table<Seen> SEEN = new Table<>("intake-seen", Seen.class);
  private static final Table<Expiry> EXPIRY = new Table<>("intake-expiry", Expiry.class);
  private static final Table<Clock> CLOCK = new Table<>("intake-clock", Clock.class);

  /** The tables that it keeps. */
  public static final List<Table<?>> TABLES = List.of(SEEN, EXPIRY, CLOCK);

  private final boolean replay;
  private final long tickMillis;
  private final long partMillis;

  /**
   * @param replay whether time comes from the articles themselves and not from {@link #wallClock}
   * @param tick how often each story's state is told
   */
  public Intake(boolean replay, Duration tick) {
    this.replay = replay;
    this.tickMillis = tick.toMillis();
    this.partMillis = tickMillis / PARTS;
  }

  /** What became of an input. */
  public sealed interface Verdict {
    /** It enters the log as these entries. */
    record Enter(List<LogEntry> entries) implements Verdict {
      public Enter {
        entries = List.copyOf(entries);
      }
    }

    /** It is a repeat of what is in the log. */
    record Repeat() implements Verdict {}

    /** It is refused. */
    record Refuse(String reason, String detail) implements Verdict {}
  }

  /**
   * Decides on an article.
   *
   * @param appended when the broker took it in
   */
  public Verdict article(WireArticle article, Instant appended, Rows rows) {
    Times.Settled settled = Times.settle(article, appended);
    if (settled instanceof Times.Settled.Absurd absurd) {
      return new Verdict.Refuse(
          "bad_time", absurd.detail() + " Mend versionCreated and send it again.");
    }
    Instant own = settled instanceof Times.Settled.At at ? at.time() : appended;
    Instant time = Instant.ofEpochMilli(own.toEpochMilli());
    String words = "/" + Digest.ofWords(article).substring(0, WORDS_DIGITS);
    String version = article.version() + "/" + Digest.of(article) + words;
    if (seenBefore("article", article.uri(), version, time, rows)) {
      return new Verdict.Repeat();
    }
    WireArticle numbered = article.toBuilder().version(free(article, words, rows)).build();
    List<LogEntry> entries = new ArrayList<>(2);
    Clock clock = clock(rows);
    if (replay && time.toEpochMilli() >= clock.tick + tickMillis) {
      long tick = time.toEpochMilli() / tickMillis * tickMillis;
      entries.add(new LogEntry.Tick(Instant.ofEpochMilli(tick)));
      clock = new Clock(tick, clock.newest, clock.forgot);
    }
    rows.put(
        CLOCK,
        CLOCK_KEY,
        new Clock(clock.tick, Math.max(clock.newest, time.toEpochMilli()), clock.forgot));
    entries.add(new LogEntry.Accepted(numbered, time));
    forget(clock.tick, rows);
    return new Verdict.Enter(entries);
  }

  /** Decides on a command; its time is that of the log. */
  public Verdict command(LogEntry.Command command, Instant appended, Rows rows) {
    Clock clock = clock(rows);
    Instant time = replay ? Instant.ofEpochMilli(Math.max(clock.tick, clock.newest)) : appended;
    if (seenBefore("command", command.id(), command.id(), time, rows)) {
      return new Verdict.Repeat();
    }
    return new Verdict.Enter(
        List.of(
            new LogEntry.Command(
                command.id(),
                command.type(),
                command.storyId(),
                command.target(),
                command.value(),
                command.editor(),
                time)));
  }

  /** Live: the wall clock says that it is {@code now}; a tick, unless time would run backwards. */
  public LogEntry.@Nullable Tick wallClock(Instant now, Rows rows) {
    Clock clock = clock(rows);
    long part = now.toEpochMilli() / partMillis;
    long tick = part * partMillis;
    if (replay || tick <= clock.tick) {
      return null;
    }
    rows.put(CLOCK, CLOCK_KEY, new Clock(tick, clock.newest, clock.forgot));
    forget(tick, rows);
    return new LogEntry.Tick(Instant.ofEpochMilli(tick), (int) (part % PARTS), PARTS);
  }

  /** How often {@link #wallClock} wants to be asked. */
  public Duration clockwork() {
    return Duration.ofMillis(partMillis);
  }

  /**
   * The tick that ends a replay: after everything that came in. Null live, where only the clock
   * ticks.
   */
  public LogEntry.@Nullable Tick end(Rows rows) {
    if (!replay) {
      return null;
    }
    Clock clock = clock(rows);
    long tick = Math.max(clock.newest, clock.tick) / tickMillis * tickMillis + tickMillis;
    rows.put(CLOCK, CLOCK_KEY, new Clock(tick, clock.newest, clock.forgot));
    return new LogEntry.Tick(Instant.ofEpochMilli(tick));
  }

  /**
   * The number under which a version that has just come first enters. Many feeds have no versions,
   * and some desks change copy without a new number; of two texts under one number the later would
   * be lost. So, where the number is used for other words, the next free one.
   */
  private static String free(WireArticle article, String words, Rows rows) {
    RowKey key = RowKey.of("article", article.uri());
    Seen seen = rows.get(SEEN, key);
    if (seen == null || !isNumber(article.version())) {
      return article.version();
    }
    boolean used = false;
    long newest = 0;
    for (String entry : seen.versions) {
      String version = entry.substring(0, Math.max(0, entry.indexOf('/')));
      used |= version.equals(article.version()) && !entry.endsWith(words);
      newest = isNumber(version) ? Math.max(newest, Long.parseLong(version)) : newest;
    }
    if (!used) {
      return article.version();
    }
    String free = Long.toString(newest + 1);
    List<String> versions = new ArrayList<>(seen.versions);
    versions.add(free + "/given" + words);
    rows.put(SEEN, key, new Seen(seen.newest, versions));
    return free;
  }

  private static boolean isNumber(String s) {
    return !s.isEmpty() && s.length() <= 17 && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean seenBefore(String what, String id, String version, Instant time, Rows rows) {
    RowKey key = RowKey.of(what, id);
    Seen seen = rows.get(SEEN, key);
    if (seen != null && seen.versions.contains(version)) {
      return true;
    }
    List<String> versions = new ArrayList<>(seen == null ? List.of() : seen.versions);
    versions.add(version);
    while (versions.size() > MAX_VERSIONS) {
      versions.remove(0);
    }
    if (seen != null) {
      rows.delete(EXPIRY, RowKey.of(day(seen.newest), what, id));
    }
    long newest = Math.max(seen == null ? 0 : seen.newest, time.toEpochMilli());
    rows.put(SEEN, key, new Seen(newest, versions));
    rows.put(EXPIRY, RowKey.of(day(newest), what, id), new Expiry(newest));
    return false;
  }

  /** Forgets, once a day of log time, what is older than the memory. */
  private static void forget(long now, Rows rows) {
    Clock clock = clock(rows);
    String today = day(now);
    if (day(clock.forgot).equals(today)) {
      return;
    }
    String limit = day(now - MEMORY.toMillis());
    List<RowKey> old = new ArrayList<>();
    rows.scan(
        EXPIRY,
        new RowKey(List.of()),
        (key, row) -> {
          if (key.part(0).compareTo(limit) >= 0) {
            return false;
          }
          old.add(key);
          return true;
        });
    for (RowKey key : old) {
      rows.delete(EXPIRY, key);
      rows.delete(SEEN, RowKey.of(key.part(1), key.part(2)));
    }
    rows.put(CLOCK, CLOCK_KEY, new Clock(clock.tick, clock.newest, now));
  }

  private static Clock clock(Rows rows) {
    Clock clock = rows.get(CLOCK, CLOCK_KEY);
    return clock == null ? new Clock(0, 0, 0) : clock;
  }

  private static String day(long millis) {
    return String.format(Locale.ROOT, "%08d", Math.max(0, millis / 86_400_000L));
  }

  private record Seen(long newest, List<String> versions) {}

  private record Expiry(long newest) {}

  private record Clock(long tick, long newest, long forgot) {}
}
