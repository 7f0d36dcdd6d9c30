package news.slugline.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one source on one thread until it is told to stop. Whatever goes wrong is said, waited for
 * and tried again, and nothing of it reaches another source.
 */
final class Supervisor implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  /** Makes the connector; it may fail, for example because a port is taken. */
  @FunctionalInterface
  interface Opening {
    Connector open() throws IOException;
  }

  private final SourceSpec source;
  private final Opening opening;
  private final Target target;
  private final InstantSource clock;
  private final Meters meters;
  private final String instance;
  private final BackOff backOff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable String failure;
  private volatile @Nullable Connector connector;
  private @Nullable String told;

  Supervisor(
      SourceSpec source,
      Opening opening,
      Target target,
      InstantSource clock,
      Meters meters,
      String instance,
      BackOff backOff) {
    this.source = source;
    this.opening = opening;
    this.target = target;
    this.clock = clock;
    this.meters = meters;
    this.instance = instance;
    this.backOff = backOff;
  }

  SourceSpec source() {
    return source;
  }

  /** What does not go well now, in a sentence; null if nothing. */
  @Nullable String failure() {
    return failure;
  }

  /** Once it is open. */
  @Nullable Connector connector() {
    return connector;
  }

  void stop() {
    stop.countDown();
  }

  @Override
  public void run() {
    boolean more = true;
    while (more && stop.getCount() > 0) {
      try {
        more = session();
      } catch (InterruptedException | InterruptException e) {
        more = false;
      } catch (ProducerFencedException e) {
        more = !isTakenOver() && pause(failed(e));
      } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
        // also these two: a source must not end in silence because of one monstrous file
        more = pause(failed(e));
      }
    }
    Connector c = connector;
    if (c != null) {
      close(c);
    }
  }

  /** One session; false if the source has come to its end. */
  private boolean session() throws IOException, InterruptedException {
    try (Session session = Session.open(target, source, clock, meters, instance)) {
      Connector c = connector;
      if (c == null) {
        try {
          c = opening.open();
        } catch (IOException e) {
          session.tell("failing", text(e));
          throw e;
        }
        connector = c;
      }
      while (stop.getCount() > 0) {
        Duration pause;
        try {
          pause = c.step(session);
        } catch (IOException e) {
          session.tell("failing", text(e));
          throw e;
        }
        backOff.reset();
        report(c, session);
        if (pause == null) {
          session.tell("stopped", "All is taken.");
          return false;
        }
        if (!pause(pause)) {
          break;
        }
      }
      session.tell("stopped", "It was told to stop.");
      return false;
    }
  }

  private void report(Connector c, Session session) {
    String trouble = c.trouble();
    failure = trouble;
    if (trouble == null) {
      meters.works(source);
    }
    boolean changed = !String.valueOf(trouble).equals(String.valueOf(told));
    if (changed && trouble != null) {
      meters.failed(source);
      LOG.warn("Source {}: {}", source.name(), trouble);
    }
    if (changed || session.sinceTold().compareTo(HEARTBEAT) > 0) {
      session.tell(trouble == null ? "running" : "failing", trouble);
      told = trouble;
    }
  }

  private Duration failed(Throwable e) {
    failure = text(e);
    meters.failed(source);
    Duration pause = backOff.next();
    LOG.warn(
        "Source {} failed and is tried again in {} ms: {}",
        source.name(),
        pause.toMillis(),
        text(e));
    LOG.debug("Source {}", source.name(), e);
    return e instanceof AuthorizationException ? pause.multipliedBy(4) : pause;
  }

  /** Whether another process has opened the source since; then that one goes on with it. */
  private boolean isTakenOver() {
    try {
      String owner = SourceList.instance(target, source.name());
      boolean other = owner != null && !owner.equals(instance);
      if (other) {
        failure = "Another process runs this source now; it is stopped here.";
        LOG.warn("Source {}: {}", source.name(), failure);
      }
      return other;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** False if it is told to stop meanwhile. */
  private boolean pause(Duration time) {
    try {
      return !stop.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void close(Connector c) {
    try {
      c.close();
    } catch (Exception e) {
      LOG.debug("A connector did not close", e);
    }
  }

  private static String text(Throwable e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : name + ": " + message;
  }
}
