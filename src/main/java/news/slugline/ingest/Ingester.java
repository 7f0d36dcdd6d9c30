package news.slugline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Runs sources, each on a thread of its own, until it is closed or all have come to their end. */
public final class Ingester implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(5);

  private final List<Supervisor> supervisors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param once whether each source ends when it has taken what is there
   * @param in what a source of the type stdin reads
   * @param registry takes the metrics
   */
  public Ingester(
      List<SourceSpec> sources,
      Target target,
      boolean once,
      InputStream in,
      MeterRegistry registry) {
    Meters meters = new Meters(registry);
    InstantSource clock = InstantSource.system();
    Fetcher fetcher = new Fetcher(new HostGate(), clock);
    String instance = UUID.randomUUID().toString();
    DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
    for (SourceSpec source : sources) {
      BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofMinutes(1), chance);
      supervisors.add(
          new Supervisor(
              source,
              () -> open(source, target, once, in, fetcher, meters, chance),
              target,
              clock,
              meters,
              instance,
              backOff));
    }
  }

  private static Connector open(
      SourceSpec source,
      Target target,
      boolean once,
      InputStream in,
      Fetcher fetcher,
      Meters meters,
      DoubleSupplier chance)
      throws IOException {
    if (source instanceof SourceSpec.Folder folder) {
      return new FolderConnector(folder, new Items(target), once);
    } else if (source instanceof SourceSpec.Feed feed) {
      return new FeedConnector(feed, new Items(target), fetcher, meters, once, chance);
    } else if (source instanceof SourceSpec.Push push) {
      return new PushConnector(push, () -> new Items(target), meters);
    } else if (source instanceof SourceSpec.Input input) {
      return new InputConnector(input, new Items(target), in);
    }
    throw new IllegalArgumentException(source.type() + " is no source of its own");
  }

  public void start() {
    for (Supervisor s : supervisors) {
      Thread thread = new Thread(s, "ingest-" + s.source().name());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Waits until every source has come to its end. */
  public void awaitEnd() throws InterruptedException {
    for (Thread t : threads) {
      t.join();
    }
  }

  /** What does not go well now, by source. */
  public Map<String, String> failures() {
    Map<String, String> out = new TreeMap<>();
    for (Supervisor s : supervisors) {
      String failure = s.failure();
      if (failure != null) {
        out.put(s.source().name(), failure);
      }
    }
    return out;
  }

  /** The port at which a source of the type push listens; 0 if it does not yet. */
  public int port(String source) {
    for (Supervisor s : supervisors) {
      if (s.source().name().equals(source) && s.connector() instanceof PushConnector push) {
        return push.port();
      }
    }
    return 0;
  }

  /** Lets what is begun come to its end, and stops. */
  @Override
  public void close() {
    supervisors.forEach(Supervisor::stop);
    long end = System.nanoTime() + STOP.toNanos();
    boolean interrupted = false;
    for (Thread t : threads) {
      try {
        t.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (t.isAlive()) {
        t.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
