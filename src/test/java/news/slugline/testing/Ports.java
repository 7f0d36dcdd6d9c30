package news.slugline.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Ports for servers that another process binds, now or again after it was killed.
 *
 * <p>They lie below those that a system gives to outgoing connections (from 32768 on Linux, 49152
 * elsewhere). Out of that range, a port found free may be taken before its server binds it: by the
 * connection of any client, even by one that looks for that very server and meets itself.
 */
public final class Ports {
  private static final int FIRST = 12_000;
  private static final int COUNT = 18_000;
  private static final Random RANDOM = new Random();
  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /** One that is free, and that this process has not been given before. */
  public static synchronized int free() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + RANDOM.nextInt(COUNT);
      if (!GIVEN.contains(port) && isFree(port)) {
        GIVEN.add(port);
        return port;
      }
    }
    throw new IOException("no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
