package news.slugline.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import news.slugline.config.Setting;
import news.slugline.config.Settings;
import news.slugline.web.FolderException;
import news.slugline.web.Tokens;
import news.slugline.web.WebServer;
import org.jspecify.annotations.Nullable;

/** Starts the board and the API as the settings say. */
final class HttpOptions {
  private HttpOptions() {}

  /**
   * The settings with another address.
   *
   * @param address {@code port}, {@code host:port}, or empty for that of the settings
   */
  static Settings at(Settings settings, String address) {
    if (address.isEmpty()) {
      return settings;
    }
    int colon = address.lastIndexOf(':');
    try {
      Settings s =
          colon < 0 ? settings : settings.with(Setting.HTTP_HOST, address.substring(0, colon));
      return s.with(Setting.HTTP_PORT, address.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, "not an address", address, "give PORT or HOST:PORT, such as 8080", e);
    }
  }

  /** Says that the port is taken before anything else is started. */
  static void requireFree(Settings settings) throws IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(settings.httpHost(), settings.httpPort()));
    } catch (BindException e) {
      throw String.valueOf(e.getMessage()).contains("assign")
          ? noHost(settings, e)
          : taken(settings, e);
    } catch (SocketException e) {
      throw noHost(settings, e);
    }
  }

  static WebServer start(Cluster cluster) throws IOException, InterruptedException {
    Settings s = cluster.settings();
    WebServer.Options options =
        new WebServer.Options(
            s.httpHost(),
            s.httpPort(),
            s.stateDir().resolve("web"),
            tokens(s.httpAccess().orElse(null)),
            s.httpStreams(),
            s.httpRate());
    String where = s.httpHost() + ":" + s.httpPort();
    try {
      if (options.tokens().isOpen() && !options.loopback()) {
        throw new CliException(
            ExitCode.USAGE,
            "other machines can reach this address, and no token is asked for",
            where,
            "name a file of tokens with --access, or serve on 127.0.0.1");
      }
      return WebServer.start(options, cluster.topics(), cluster.serdes(), cluster.client());
    } catch (FolderException e) {
      throw new CliException(
          ExitCode.ENVIRONMENT,
          String.valueOf(e.getMessage()),
          options.folder().toString(),
          "stop the other server that uses it, or name another folder with --set state-dir=DIR",
          e);
    } catch (UnknownHostException e) {
      throw noHost(s, e);
    } catch (BindException e) {
      throw taken(s, e);
    }
  }

  private static CliException noHost(Settings s, IOException e) {
    return new CliException(ExitCode.USAGE, "no such host", s.httpHost(), "check --host", e);
  }

  private static CliException taken(Settings s, BindException e) {
    return new CliException(
        ExitCode.ENVIRONMENT,
        "the port is taken",
        s.httpHost() + ":" + s.httpPort(),
        "choose another, or 0 for any",
        e);
  }

  private static Tokens tokens(@Nullable Path file) throws IOException {
    if (file == null) {
      return Tokens.none();
    }
    try {
      return Tokens.read(file);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE,
          "the file of tokens is wrong (" + e.getMessage() + ")",
          file.toString(),
          "correct it",
          e);
    }
  }
}
