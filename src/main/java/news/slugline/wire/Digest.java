package news.slugline.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of an article version: equal for an exact repeat, in whatever format it was sent
 * again, and different as soon as any field differs.
 */
public final class Digest {
  private final MessageDigest sha = sha256();

  private Digest() {}

  /** SHA-256 over all fields in a fixed order, in hexadecimal. */
  public static String of(WireArticle a) {
    Digest d = new Digest();
    d.add(a.uri());
    d.add(a.version());
    d.add(a.provider());
    d.add(a.headline());
    d.add(a.slugline());
    d.add(a.byline());
    d.add(a.dateline());
    d.add(a.credit());
    d.add(a.copyrightHolder());
    d.add(a.sources());
    d.add(a.language());
    d.add(Integer.toString(a.urgency()));
    d.add(a.pubStatus().name());
    d.add(a.signal().name());
    d.add(text(a.embargoed()));
    d.add(text(a.firstCreated()));
    d.add(text(a.versionCreated()));
    d.add(a.keywords());
    d.add(a.subjects());
    d.add(a.places());
    d.add(a.links().stream().map(l -> l.rel() + " " + l.uri()).toList());
    d.add(a.note());
    d.add(a.body());
    return HexFormat.of().formatHex(d.sha.digest());
  }

  /** SHA-256 over what a reader would see of it and what an editor may do with it. */
  static String ofWords(WireArticle a) {
    Digest d = new Digest();
    d.add(a.headline());
    d.add(a.body());
    d.add(a.pubStatus().name());
    d.add(a.signal().name());
    d.add(text(a.embargoed()));
    return HexFormat.of().formatHex(d.sha.digest());
  }

  /** SHA-256 of some bytes, in hexadecimal. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static @Nullable String text(@Nullable Object o) {
    return o == null ? null : o.toString();
  }

  private void add(List<String> values) {
    sha.update(ByteBuffer.allocate(4).putInt(values.size()).flip());
    values.forEach(this::add);
  }

  /** Each value with its length, so that neighbours cannot trade characters. */
  private void add(@Nullable String s) {
    byte[] bytes = s == null ? new byte[0] : s.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(4).putInt(s == null ? -1 : bytes.length).flip());
    sha.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
