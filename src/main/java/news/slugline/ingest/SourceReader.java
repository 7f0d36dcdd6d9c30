package news.slugline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one source of the configuration. */
final class SourceReader {
  /** What feeds are asked as, unless the configuration says otherwise. */
  static final String USER_AGENT = "Slugline/0.1 (newsroom wire reader)";

  /** Of a pushed body, in bytes; a document may have no more after unpacking either. */
  static final int PUSH_LIMIT = 20 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
  private static final List<String> ALL = List.of("name", "type", "provider");

  private final Path folder;
  private final String userAgent;
  private final Map<String, String> environment;

  SourceReader(Path folder, String userAgent, Map<String, String> environment) {
    this.folder = folder;
    this.userAgent = userAgent;
    this.environment = environment;
  }

  SourceSpec read(JsonNode node, String where) throws BadConfig {
    String type = node.path("type").asText("");
    return switch (type) {
      case "folder" -> folder(node, where);
      case "feed" -> feed(node, where);
      case "push" -> push(node, where);
      case "stdin" -> {
        Fields f = new Fields(node, where, ALL);
        yield new SourceSpec.Input(name(f), f.text("provider"));
      }
      default ->
          throw new BadConfig(
              type.isEmpty() ? "type is missing" : "type cannot be '" + type + "'",
              where,
              "give folder, feed, push or stdin");
    };
  }

  private SourceSpec folder(JsonNode node, String where) throws BadConfig {
    Fields f =
        new Fields(
            node,
            where,
            with(
                "path",
                "recursive",
                "after",
                "archive",
                "quarantine",
                "every",
                "settle",
                "patience",
                "marker"));
    Path path = folder.resolve(f.needed("path", "the folder to watch")).normalize();
    Path beside = path.resolveSibling(path.getFileName() + "-");
    return new SourceSpec.Folder(
        name(f),
        f.text("provider"),
        path,
        f.flag("recursive", true),
        f.word("after", SourceSpec.After.class, SourceSpec.After.ARCHIVE),
        folder.resolve(f.text("archive", beside + "archive")).normalize(),
        folder.resolve(f.text("quarantine", beside + "quarantine")).normalize(),
        f.duration("every", Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofHours(1)),
        f.duration("settle", Duration.ofSeconds(2), Duration.ZERO, Duration.ofHours(1)),
        f.duration("patience", Duration.ofSeconds(30), Duration.ZERO, Duration.ofHours(24)),
        f.text("marker", ""));
  }

  private SourceSpec feed(JsonNode node, String where) throws BadConfig {
    Fields f =
        new Fields(
            node, where, with("url", "every", "timeout", "user-agent", "token-file", "token-env"));
    String url = f.needed("url", "the feed's address");
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw f.wrong("url", "an http or https address");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw f.wrong("url", "an http or https address");
    }
    if (uri.getUserInfo() != null) {
      throw new BadConfig(
          "the address holds a password", where, "use token-file or token-env instead");
    }
    return new SourceSpec.Feed(
        name(f),
        f.text("provider"),
        uri,
        f.duration("every", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(7)),
        f.duration(
            "timeout", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)),
        f.text("user-agent", userAgent),
        token(f, where));
  }

  private SourceSpec push(JsonNode node, String where) throws BadConfig {
    Fields f = new Fields(node, where, with("bind", "port", "token-file", "token-env", "limit"));
    String bind = f.text("bind", "127.0.0.1");
    String token = token(f, where);
    if (token == null && !isLoopback(bind)) {
      throw new BadConfig(
          "articles would be taken from anybody at " + bind,
          where,
          "give token-file or token-env, or bind 127.0.0.1");
    }
    return new SourceSpec.Push(
        name(f),
        f.text("provider"),
        bind,
        f.number("port", 8090, 0, 65535),
        token,
        f.size("limit", PUSH_LIMIT, PUSH_LIMIT));
  }

  private static String name(Fields f) throws BadConfig {
    String name = f.needed("name", "a name of its own");
    if (!NAME.matcher(name).matches()) {
      throw f.wrong("name", "up to 60 letters, digits, dots, hyphens or underscores");
    }
    return name;
  }

  /** Secrets stand in files and variables, never in the configuration itself. */
  private @Nullable String token(Fields f, String where) throws BadConfig {
    String file = f.text("token-file");
    String variable = f.text("token-env");
    String token = variable == null ? null : environment.get(variable);
    if (variable != null && token == null) {
      throw new BadConfig("the variable " + variable + " is not set", where, "set it to the token");
    }
    if (file != null) {
      try {
        token = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new BadConfig(
            "the token cannot be read (" + e.getClass().getSimpleName() + ")",
            where + ": " + file,
            "write the token into that file");
      }
    }
    if (token != null && token.isBlank()) {
      throw new BadConfig("the token is empty", where, "write the token into the file or variable");
    }
    return token == null ? null : token.strip();
  }

  private static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static List<String> with(String... keys) {
    List<String> all = new ArrayList<>(ALL);
    all.addAll(List.of(keys));
    return all;
  }
}
