package news.slugline.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens and what they allow. A file has one a line: the scope ({@code read} or {@code
 * admin}), the token or {@code sha256:} and its digest in hex, and, if wanted, whose it is. Lines
 * that begin with # are remarks. Only digests are kept.
 */
public final class Tokens {
  /** What a request may do. */
  public enum Scope {
    NONE,
    READ,
    /** Reads, too, and manages webhooks. */
    ADMIN
  }

  private static final int SHORTEST = 16;
  private static final String DIGEST = "sha256:";

  private record Known(byte[] digest, Scope scope) {}

  private final List<Known> known;

  private Tokens(List<Known> known) {
    this.known = List.copyOf(known);
  }

  /** No token is asked for. */
  public static Tokens none() {
    return new Tokens(List.of());
  }

  /**
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException naming the line that is wrong, never the token
   */
  public static Tokens read(Path file) throws IOException {
    List<Known> known = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] words = line.strip().split("\\s+");
      if (line.isBlank() || words[0].startsWith("#")) {
        continue;
      }
      boolean scope = words[0].equals("read") || words[0].equals("admin");
      if (!scope || words.length < 2) {
        throw new IllegalArgumentException(
            "line " + number + ": write `read TOKEN` or `admin TOKEN`");
      }
      known.add(
          new Known(
              digestOf(words[1], number), words[0].equals("admin") ? Scope.ADMIN : Scope.READ));
    }
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no token in it: write `read TOKEN` or `admin TOKEN`");
    }
    return new Tokens(known);
  }

  private static byte[] digestOf(String word, int line) {
    if (word.startsWith(DIGEST)) {
      try {
        byte[] digest = HexFormat.of().parseHex(word.substring(DIGEST.length()));
        if (digest.length == 32) {
          return digest;
        }
      } catch (IllegalArgumentException e) {
        // said below
      }
      throw new IllegalArgumentException("line " + line + ": sha256: wants 64 hex digits");
    }
    if (word.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "line " + line + ": a token has at least " + SHORTEST + " characters");
    }
    return sha256(word);
  }

  /** Whether everybody may do everything, for want of tokens. */
  public boolean isOpen() {
    return known.isEmpty();
  }

  /**
   * What a request with this header may do. Every known digest is compared, in constant time.
   *
   * @param authorization header, or null
   */
  Scope scope(@Nullable String authorization) {
    if (isOpen()) {
      return Scope.ADMIN;
    }
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Scope.NONE;
    }
    byte[] digest = sha256(authorization.substring(7).strip());
    Scope best = Scope.NONE;
    for (Known k : known) {
      if (MessageDigest.isEqual(k.digest(), digest) && k.scope().compareTo(best) > 0) {
        best = k.scope();
      }
    }
    return best;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
