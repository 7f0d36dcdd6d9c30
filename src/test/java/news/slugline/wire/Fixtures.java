package news.slugline.wire;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of invented copy, one a format. */
final class Fixtures {
  static final List<String> NAMES =
      List.of(
          "g2-message.xml",
          "newsml1.xml",
          "nitf.xml",
          "rss.xml",
          "atom.xml",
          "ap.json",
          "page.html",
          "iptc7901.txt",
          "anpa.txt");

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream in = requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Parsed> parse(String name) {
    return WireParser.standard().parse(bytes(name), Hints.ofPath("in/" + name));
  }
}
