package news.slugline.wire;

import org.jspecify.annotations.Nullable;

/**
 * What is known about some bytes besides the bytes. Nothing here decides the format: that is told
 * by content.
 *
 * @param path where the bytes came from, relative to what was given; identifies a piece of copy
 *     that carries no identifier of its own
 * @param contentType as the transport declared it, such as {@code text/html; charset=koi8-r}
 * @param sidecar a JSON object beside plain text or HTML: {@code uri}, {@code version}, {@code
 *     source}, {@code versionCreated}, {@code language}, {@code headline} ...
 * @param provider who delivered it, for copy that does not say
 */
public record Hints(
    @Nullable String path,
    @Nullable String contentType,
    byte @Nullable [] sidecar,
    @Nullable String provider) {

  /** Nothing is known. */
  public static Hints none() {
    return new Hints(null, null, null, null);
  }

  /** Only the path is known. */
  public static Hints ofPath(String path) {
    return new Hints(path, null, null, null);
  }

  public Hints withContentType(@Nullable String value) {
    return new Hints(path, value, sidecar, provider);
  }

  public Hints withSidecar(byte @Nullable [] value) {
    return new Hints(path, contentType, value, provider);
  }

  public Hints withProvider(@Nullable String value) {
    return new Hints(path, contentType, sidecar, value);
  }
}
