package news.slugline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The board's files, out of the jar. Every page of it is the same file; its script reads the
 * address.
 */
final class Board {
  private static final String PAGE = "index.html";
  private static final Map<String, String> FILES =
      Map.of(
          PAGE,
          "text/html; charset=utf-8",
          "board.css",
          "text/css; charset=utf-8",
          "board.js",
          "text/javascript; charset=utf-8",
          "words.js",
          "text/javascript; charset=utf-8",
          "stream.js",
          "text/javascript; charset=utf-8",
          "list.js",
          "text/javascript; charset=utf-8",
          "story.js",
          "text/javascript; charset=utf-8",
          "preact.js",
          "text/javascript; charset=utf-8",
          "icon.svg",
          "image/svg+xml");
  private static final Map<String, String> DESCRIPTIONS =
      Map.of("openapi.yaml", "application/yaml");

  private record Asset(byte[] bytes, String type, String tag) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  Board() throws IOException {
    load("/board/", FILES);
    load("/api/", DESCRIPTIONS);
  }

  private void load(String folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> f : files.entrySet()) {
      try (InputStream in = Board.class.getResourceAsStream(folder + f.getKey())) {
        if (in == null) {
          throw new IOException("the program lacks its file " + folder + f.getKey());
        }
        byte[] bytes = in.readAllBytes();
        assets.put(f.getKey(), new Asset(bytes, f.getValue(), tag(bytes)));
      }
    }
  }

  void routes(RoutesConfig r) {
    for (String page :
        new String[] {
          "/", "/story/{storyId}", "/story/{storyId}/fact/{factId}", "/story/{storyId}/revision/{n}"
        }) {
      r.get(page, c -> send(c, PAGE));
    }
    for (String name : assets.keySet()) {
      if (!name.equals(PAGE)) {
        r.get("/" + name, c -> send(c, name));
      }
    }
  }

  private void send(Context c, String name) {
    Asset a = assets.get(name);
    if (a == null) {
      throw new Problem(404, "no such file");
    }
    c.header("ETag", a.tag()).header("Cache-Control", "no-cache");
    if (a.tag().equals(c.header("If-None-Match"))) {
      c.status(304);
    } else {
      c.contentType(a.type()).result(a.bytes());
    }
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
