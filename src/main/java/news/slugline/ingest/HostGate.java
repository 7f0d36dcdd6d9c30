package news.slugline.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets one request at a time go to each host, whichever source it is for. */
final class HostGate {
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

  /** Waits for its turn; the turn ends with {@link Turn#close}. */
  Turn enter(String host) throws InterruptedException {
    Semaphore gate = hosts.computeIfAbsent(host, h -> new Semaphore(1, true));
    gate.acquire();
    return gate::release;
  }

  /** A turn at one host. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
