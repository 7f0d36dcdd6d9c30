package news.slugline.ingest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import news.slugline.wire.Digest;
import news.slugline.wire.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Asks a feed again and again and publishes what it has not published yet: each version of each
 * item once, however often the feed repeats it. The time that the server wants to be left alone
 * outlasts a restart.
 */
final class FeedConnector implements Connector {
  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "last-modified";
  private static final String URL = "url";
  private static final String NOT_BEFORE = "not-before";

  private static final int BATCH_ITEMS = 500;

  /** Items that have left the feed are remembered as long: feeds flap. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private static final Duration REFRESH = Duration.ofDays(10);

  private final SourceSpec.Feed spec;
  private final Items items;
  private final Fetcher fetcher;
  private final Meters meters;
  private final boolean once;
  private final DoubleSupplier chance;
  private final BackOff backOff;
  private @Nullable String trouble;
  private @Nullable String lastBad;

  /**
   * @param once whether it ends after one answer
   */
  FeedConnector(
      SourceSpec.Feed spec,
      Items items,
      Fetcher fetcher,
      Meters meters,
      boolean once,
      DoubleSupplier chance) {
    this.spec = spec;
    this.items = items;
    this.fetcher = fetcher;
    this.meters = meters;
    this.once = once;
    this.chance = chance;
    Duration first =
        spec.every().compareTo(Duration.ofSeconds(5)) < 0 ? spec.every() : Duration.ofSeconds(5);
    Duration longest =
        spec.every().compareTo(Duration.ofHours(1)) > 0 ? spec.every() : Duration.ofHours(1);
    this.backOff = new BackOff(first, longest, chance);
  }

  @Override
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public @Nullable Duration step(Session session) throws InterruptedException {
    Duration left = left(session);
    if (!left.isZero()) {
      return left;
    }
    boolean same = spec.url().toString().equals(session.value(URL));
    long start = System.nanoTime();
    Fetcher.Answer answer =
        fetcher.fetch(
            spec, same ? session.value(ETAG) : null, same ? session.value(LAST_MODIFIED) : null);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Duration pause;
    if (answer instanceof Fetcher.Answer.NotModified a) {
      meters.answered(spec, a.status(), took);
      pause = well();
    } else if (answer instanceof Fetcher.Answer.Document d) {
      meters.answered(spec, d.status(), took);
      pause = read(d, session);
    } else {
      Fetcher.Answer.Failed f = (Fetcher.Answer.Failed) answer;
      meters.answered(spec, f.status(), took);
      pause = badly(f.detail(), f.leave(), session);
    }
    return once ? null : pause;
  }

  /** What is left of the time that the server wants to be left alone. */
  private static Duration left(Session session) {
    String until = session.value(NOT_BEFORE);
    if (until == null) {
      return Duration.ZERO;
    }
    try {
      Duration left = Duration.between(session.now(), Instant.parse(until));
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private Duration well() {
    trouble = null;
    lastBad = null;
    backOff.reset();
    // not all feeds at the same second
    return Duration.ofMillis((long) (spec.every().toMillis() * (0.9 + 0.2 * chance.getAsDouble())));
  }

  private Duration badly(String detail, @Nullable Duration wait, Session session) {
    trouble = detail;
    Duration pause = backOff.next();
    if (wait != null && wait.compareTo(pause) > 0) {
      pause = wait;
      String until = session.now().plus(wait).toString();
      session.publish(
          List.of(), new Session.Changes(Map.of(), List.of(), Map.of(NOT_BEFORE, until)));
    }
    return pause;
  }

  private Duration read(Fetcher.Answer.Document d, Session session) {
    Hints hints =
        Hints.ofPath(spec.url().toString())
            .withContentType(d.contentType())
            .withProvider(spec.provider());
    List<Outgoing> found = items.read(d.bytes(), hints, spec.url().toString());
    boolean unreadable = found.size() == 1 && found.get(0).refused() && !isSkipped(found.get(0));
    if (unreadable) {
      // cut off on its way, perhaps; what comes a second time in the same shape is meant so
      String digest = Digest.of(d.bytes());
      boolean again = digest.equals(lastBad);
      lastBad = digest;
      if (again) {
        publish(found, Map.of(), session);
      }
      return badly("The answer cannot be read: " + found.get(0).label(), null, session);
    }
    Map<String, String> values = new TreeMap<>();
    values.put(URL, spec.url().toString());
    values.put(ETAG, d.etag() == null ? "" : d.etag());
    values.put(LAST_MODIFIED, d.lastModified() == null ? "" : d.lastModified());
    values.put(NOT_BEFORE, "");
    publish(found, values, session);
    return well();
  }

  private static boolean isSkipped(Outgoing o) {
    return o.label().startsWith("skipped: ");
  }

  /** What is new, oldest first; the feed counts as read only with the last of it. */
  private void publish(List<Outgoing> found, Map<String, String> values, Session session) {
    Map<String, Outgoing> fresh = new LinkedHashMap<>();
    Set<String> present = new HashSet<>();
    Map<String, Map<String, String>> refreshed = new TreeMap<>();
    for (int i = found.size() - 1; i >= 0; i--) {
      String item = item(found.get(i));
      present.add(item);
      var taken = session.taken(item);
      if (taken == null) {
        fresh.putIfAbsent(item, found.get(i));
      } else if (age(taken.getTime(), session).compareTo(REFRESH) > 0) {
        refreshed.put(item, Map.of());
      }
    }
    List<String> gone =
        session.taken().entrySet().stream()
            .filter(e -> !present.contains(e.getKey()))
            .filter(e -> age(e.getValue().getTime(), session).compareTo(MEMORY) > 0)
            .map(Map.Entry::getKey)
            .toList();
    List<Map.Entry<String, Outgoing>> left = new ArrayList<>(fresh.entrySet());
    do {
      List<Map.Entry<String, Outgoing>> now = left.subList(0, Math.min(BATCH_ITEMS, left.size()));
      left = left.subList(now.size(), left.size());
      Map<String, Map<String, String>> taken = new TreeMap<>();
      now.forEach(e -> taken.put(e.getKey(), Map.of()));
      boolean last = left.isEmpty();
      if (last) {
        taken.putAll(refreshed);
      }
      boolean nothing = taken.isEmpty() && gone.isEmpty() && isKnown(values, session);
      if (!nothing) {
        session.publish(
            now.stream().map(Map.Entry::getValue).toList(),
            new Session.Changes(taken, last ? gone : List.of(), last ? values : Map.of()));
      }
    } while (!left.isEmpty());
  }

  private static boolean isKnown(Map<String, String> values, Session session) {
    return values.entrySet().stream()
        .allMatch(
            e -> {
              String known = session.value(e.getKey());
              return e.getValue().equals(known == null ? "" : known);
            });
  }

  private static Duration age(Instant time, Session session) {
    return Duration.between(time, session.now());
  }

  private static String item(Outgoing o) {
    return o.fingerprint().substring(0, 40);
  }
}
