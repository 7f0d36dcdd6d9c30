package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HostileInputTest {

  @Test
  void anEntityBombIsRefusedAndNeverUnfolded() {
    String bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <nitf><body><body.content><p>&b;</p></body.content></body></nitf>
        """;
    assertThat(Samples.rejected(bomb).reason()).isEqualTo(Reason.ENTITY_FORBIDDEN);
  }

  @Test
  void anExternalEntityIsRefused() {
    String xxe =
        """
        <!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <nitf><body><body.content><p>&x;</p></body.content></body></nitf>
        """;
    assertThat(Samples.rejected(xxe).reason()).isEqualTo(Reason.ENTITY_FORBIDDEN);
  }

  @Test
  void aFeedWithADoctypeIsReadWithoutIt() {
    String feed = new String(Fixtures.bytes("rss.xml"), StandardCharsets.UTF_8);
    String typed =
        feed.replace("<rss ", "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/no.dtd\">\n<rss ");
    assertThat(Samples.parse(typed)).hasSize(3);
  }

  @Test
  void deepXmlIsRefused() {
    assertThat(Samples.rejected("<a>".repeat(5_000)).reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void deepJsonIsRefused() {
    assertThat(Samples.rejected("{\"a\":".repeat(5_000)).reason()).isEqualTo(Reason.TOO_DEEP);
    assertThat(Samples.rejected("[".repeat(100_000)).reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void deepHtmlIsRefused() {
    Parsed.Rejected r = Samples.rejected("<html><body>" + "<div>".repeat(50_000) + "x" + "</html>");
    assertThat(r.reason()).isIn(Reason.TOO_DEEP, Reason.NO_TEXT, Reason.NO_IDENTIFIER);
  }

  @Test
  void manySmallNodesAreRefused() {
    assertThat(Samples.rejected("<a>" + "<b/>".repeat(600_000) + "</a>").reason())
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(Samples.rejected("[" + "{},".repeat(600_000) + "{}]").reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aBodyOverTheLimitIsRefusedByName() {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "x").body("é".repeat(600_000)).build();
    Parsed.Rejected r = Samples.rejected(Ninjs.write(a));
    assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(r.detail()).contains("body").contains("1200000").contains("1048576");
  }

  @Test
  void aHeadlineOverTheLimitIsRefused() {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "x").headline("h".repeat(2_049)).build();
    assertThat(Samples.rejected(Ninjs.write(a)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void gzipIsUnpackedUpToTheLimit() throws IOException {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "x").body("text").build();
    assertThat(Samples.article(gzip(Ninjs.write(a).getBytes(StandardCharsets.UTF_8)), Hints.none()))
        .isEqualTo(a);
    assertThat(Samples.rejected(gzip(new byte[(20 << 20) + 1])).reason())
        .isEqualTo(Reason.TOO_LARGE);
    byte[] cut = java.util.Arrays.copyOf(gzip(new byte[5_000]), 20);
    assertThat(Samples.rejected(cut).reason()).isEqualTo(Reason.BAD_FRAME);
  }

  @Test
  void brokenXmlSaysWhere() {
    Parsed.Rejected r = Samples.rejected("<nitf>\n<body>\n<p>one</q>\n</nitf>");
    assertThat(r.reason()).isEqualTo(Reason.BAD_XML);
    assertThat(r.position()).startsWith("line 3, column");
  }

  @Test
  void xmlOfAnotherKindIsNamed() {
    Parsed.Rejected r = Samples.rejected("<invoice><total>3</total></invoice>");
    assertThat(r.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(r.detail()).contains("invoice");
  }

  @Test
  void loneSurrogatesAreReplacedOneByOne() {
    WireArticle a =
        Samples.article("{\"uri\":\"urn:x:1\",\"type\":\"text\",\"body_text\":\"a\\ud83d b\"}");
    assertThat(a.body()).isEqualTo("a\ufffd b");
  }

  @Test
  void anAbsurdTimeIsRefused() {
    assertThat(
            Samples.rejected(
                    "{\"uri\":\"urn:x:1\",\"versionCreated\":\"0001-01-01T00:00:00Z\",\"body_text\":\"x\"}")
                .reason())
        .isEqualTo(Reason.BAD_TIME);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    }
    return out.toByteArray();
  }
}
