package news.slugline.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this instance lives, works, and has come up, each with its causes. Alive: no restart
 * would help it. Ready: it processes and everything that it needs answers. Started: it was ready
 * once.
 */
public final class Health {
  /** Something that is wrong, and what to do; several threads write, the endpoints read. */
  public record Cause(String what, String remedy) {}

  /**
   * The answer of one endpoint.
   *
   * @param causes why it is down; empty if it is up
   */
  public record Answer(boolean up, List<Cause> causes) {
    public Answer {
      causes = List.copyOf(causes);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Map<String, Cause> outages = new ConcurrentSkipListMap<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable StreamsRunner streams;

  /** The streams whose state counts; before this call they are starting. */
  public void watch(StreamsRunner streams) {
    this.streams = streams;
  }

  /**
   * Says that something is out of order, or no longer. What is new of it goes to the log, once.
   *
   * @param part such as "registry"
   * @param cause empty once it is in order again
   */
  public void report(String part, Optional<Cause> cause) {
    if (cause.isPresent()) {
      Cause c = cause.get();
      if (outages.put(part, c) == null) {
        LOG.warn("{}: {}", c.what(), c.remedy());
      }
    } else if (outages.remove(part) != null) {
      // as loud as its beginning, or whoever reads warnings alone waits for an end
      LOG.warn("The {} answers again", part);
    }
  }

  public Answer live() {
    StreamsRunner s = streams;
    if (s == null) {
      return up();
    }
    Throwable failure = s.failure();
    if (failure != null) {
      return down(new Cause("the stream stopped: " + failure, "read the log, start it again"));
    }
    State state = s.state();
    return state == State.ERROR || state == State.NOT_RUNNING
        ? down(new Cause("the stream is " + words(state), "start it again"))
        : up();
  }

  public Answer ready() {
    List<Cause> causes = new ArrayList<>(live().causes());
    StreamsRunner s = streams;
    if (s == null) {
      causes.add(new Cause("the stream has not started", "wait"));
    } else if (causes.isEmpty() && s.state() != State.RUNNING) {
      causes.add(
          new Cause(
              "the stream is " + words(s.state()),
              "wait: it takes over work, or restores its state"));
    }
    if (s != null) {
      s.trouble().ifPresent(causes::add);
    }
    causes.addAll(outages.values());
    if (causes.isEmpty()) {
      started.set(true);
    }
    return new Answer(causes.isEmpty(), causes);
  }

  public Answer started() {
    Answer ready = ready();
    return started.get() ? up() : ready;
  }

  private static Answer up() {
    return new Answer(true, List.of());
  }

  private static Answer down(Cause cause) {
    return new Answer(false, List.of(cause));
  }

  private static String words(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
