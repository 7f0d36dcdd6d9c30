package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void theBodyIsTheTextAsFound() {
    byte[] bytes =
        "\ufeffHarbour reopens after storm\r\n\r\nThe harbour reopened on Monday.\rShips left.\n"
            .getBytes(StandardCharsets.UTF_8);
    WireArticle a = Samples.article(bytes, Hints.ofPath("in/harbour.txt"));
    assertThat(a.uri()).isEqualTo("file:in/harbour.txt");
    assertThat(a.provider()).isEqualTo("unknown");
    assertThat(a.headline()).isEqualTo("Harbour reopens after storm");
    assertThat(a.body())
        .isEqualTo("Harbour reopens after storm\n\nThe harbour reopened on Monday.\nShips left.\n");
    assertThat(a.versionCreated()).isNull();
  }

  @Test
  void aSidecarSaysWhatTheTextDoesNot() {
    byte[] sidecar =
        """
        {"uri":"urn:x:9","version":"4","source":"Harbour News","versionCreated":"2026-03-01T08:00:00Z","language":"en"}
        """
            .getBytes(StandardCharsets.UTF_8);
    WireArticle a =
        Samples.article(
            "The harbour reopened.".getBytes(StandardCharsets.UTF_8),
            Hints.ofPath("a.txt").withSidecar(sidecar));
    assertThat(a.uri()).isEqualTo("urn:x:9");
    assertThat(a.version()).isEqualTo("4");
    assertThat(a.provider()).isEqualTo("Harbour News");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.language()).isEqualTo("en");
    assertThat(a.headline()).isEmpty();
    assertThat(a.body()).isEqualTo("The harbour reopened.");
  }

  @Test
  void aFirstLineThatIsASentenceIsNoHeadline() {
    assertThat(Samples.article("The harbour reopened.\n\nShips left in the morning.").headline())
        .isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsWindows1252() {
    byte[] bytes =
        "Le café a rouvert – enfin".getBytes(java.nio.charset.Charset.forName("windows-1252"));
    assertThat(Samples.article(bytes, Hints.ofPath("a")).body())
        .isEqualTo("Le café a rouvert – enfin");
  }

  @Test
  void theDeclaredEncodingCountsWhereItFits() {
    byte[] bytes = "Порт открыт".getBytes(java.nio.charset.Charset.forName("koi8-r"));
    Hints hints = Hints.ofPath("a").withContentType("text/plain; charset=KOI8-R");
    assertThat(Samples.article(bytes, hints).body()).isEqualTo("Порт открыт");
  }

  @Test
  void utf8IsFoundWhereTheDeclarationLies() {
    byte[] bytes = "Le café a rouvert".getBytes(StandardCharsets.UTF_8);
    Hints hints = Hints.ofPath("a").withContentType("text/plain; charset=ISO-8859-1");
    assertThat(Samples.article(bytes, hints).body()).isEqualTo("Le café a rouvert");
  }

  @Test
  void textWithoutAPathHasNoIdentifier() {
    assertThat(Samples.rejected("Some text.").reason()).isEqualTo(Reason.NO_IDENTIFIER);
  }

  @Test
  void binaryIsNoText() {
    assertThat(Samples.rejected(new byte[] {(byte) 0x89, 5, 6, 0, 7, 9}).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void nothingIsRefusedAsEmpty() {
    assertThat(Samples.rejected("").reason()).isEqualTo(Reason.EMPTY);
    assertThat(Samples.rejected(" \n ").reason()).isEqualTo(Reason.EMPTY);
  }
}
