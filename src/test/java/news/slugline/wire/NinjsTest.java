package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NinjsTest {

  @Test
  void whatIsWrittenReadsBackAsTheSameArticle() {
    WireArticle a = Samples.full();
    assertThat(Samples.article(Ninjs.write(a))).isEqualTo(a);
  }

  @Test
  void aBareArticleReadsBackToo() {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "unknown").body(" one\n\ntwo ").build();
    assertThat(Samples.article(Ninjs.write(a))).isEqualTo(a);
  }

  @Test
  void aKillWithoutTextReadsBack() {
    WireArticle a =
        Samples.full().toBuilder()
            .headline("")
            .body("")
            .pubStatus(PubStatus.CANCELED)
            .signal(Signal.KILL)
            .build();
    assertThat(Samples.article(Ninjs.write(a))).isEqualTo(a);
  }

  /** A signal alone kills; some desks send it without setting the status, and without a word. */
  @Test
  void aKillBySignalAloneNeedsNoText() {
    WireArticle a = Samples.full().toBuilder().headline("").body("").signal(Signal.KILL).build();
    assertThat(a.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(Samples.article(Ninjs.write(a))).isEqualTo(a);
  }

  @Test
  void itIsWrittenOnOneLineInTheOrderOfTheStandard() {
    WireArticle a =
        WireArticle.builder("urn:x:1", "1", "HNA")
            .headline("Head")
            .language("en")
            .firstCreated(Instant.parse("2026-03-01T08:00:00Z"))
            .versionCreated(Instant.parse("2026-03-01T08:00:00Z"))
            .body("Body\n\nof two")
            .build();
    assertThat(Ninjs.write(a))
        .isEqualTo(
            "{\"standard\":{\"name\":\"ninjs\",\"version\":\"3.0\",\"schema\":\"http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json\"},"
                + "\"uri\":\"urn:x:1\",\"type\":\"text\",\"version\":\"1\","
                + "\"firstCreated\":\"2026-03-01T08:00:00+00:00\",\"versionCreated\":\"2026-03-01T08:00:00+00:00\","
                + "\"pubStatus\":\"usable\",\"language\":\"en\",\"infoSources\":[{\"name\":\"HNA\"}],"
                + "\"headlines\":[{\"role\":\"main\",\"value\":\"Head\"}],"
                + "\"bodies\":[{\"role\":\"main\",\"contentType\":\"text/plain\",\"value\":\"Body\\n\\nof two\"}]}");
  }

  @Test
  void theFirstGenerationIsRead() {
    WireArticle a =
        Samples.article(
            """
            {"uri":"http://news.example.org/items/77","type":"text","version":"2",
             "versioncreated":"2026-03-01T10:00:00+02:00","pubstatus":"stat:usable","urgency":4,
             "headline":"Bridge closed for repairs","byline":"Jo Lind","located":"Aalby",
             "subject":[{"name":"transport","code":"medtop:20000337"},{"name":"bridges"}],
             "place":[{"name":"Aalby"}],
             "body_html":"<p>The bridge is <b>closed</b>.</p><p>Works last&nbsp;3 weeks.<br>Then it opens.</p><script>x()</script>"}
            """);
    assertThat(a.uri()).isEqualTo("http://news.example.org/items/77");
    assertThat(a.version()).isEqualTo("2");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.provider()).isEqualTo("news.example.org");
    assertThat(a.urgency()).isEqualTo(4);
    assertThat(a.subjects()).containsExactly("medtop:20000337");
    assertThat(a.keywords()).containsExactly("bridges");
    assertThat(a.places()).containsExactly("Aalby");
    assertThat(a.body()).isEqualTo("The bridge is closed.\n\nWorks last 3 weeks.\nThen it opens.");
  }

  @Test
  void aPictureWithoutABodyIsSkippedAndAPackageToo() {
    List<Parsed> parsed =
        Samples.parse(
            """
            [{"uri":"urn:a:1","type":"picture","headline":"A ferry","versioncreated":"2026-03-01T10:00:00Z"},
             {"uri":"urn:a:2","type":"composite","headline":"A day","versioncreated":"2026-03-01T10:00:00Z"}]
            """);
    assertThat(parsed).hasSize(2).allMatch(p -> p instanceof Parsed.Skipped);
  }

  @Test
  void oneBadLineLeavesItsNeighboursAlone() {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "HNA").body("one").build();
    WireArticle b = WireArticle.builder("urn:x:2", "1", "HNA").body("two").build();
    List<Parsed> parsed =
        Samples.parse(Ninjs.write(a) + "\n{\"uri\":\"urn:x:3\",,}\n" + Ninjs.write(b) + "\n");
    assertThat(parsed).hasSize(3);
    assertThat(Samples.article(parsed.get(0))).isEqualTo(a);
    assertThat(parsed.get(1))
        .isInstanceOfSatisfying(
            Parsed.Rejected.class,
            r -> {
              assertThat(r.reason()).isEqualTo(Reason.BAD_JSON);
              assertThat(r.position()).startsWith("line 2, column");
            });
    assertThat(Samples.article(parsed.get(2))).isEqualTo(b);
  }

  @Test
  void theBodyOfPlainTextIsTakenExactly() {
    WireArticle a = WireArticle.builder("urn:x:1", "1", "HNA").body("\n a\r\n b \u00a0 \n").build();
    assertThat(Samples.article(Ninjs.write(a)).body()).isEqualTo("\n a\r\n b \u00a0 \n");
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    Parsed.Rejected r =
        Samples.rejected(
            "{\"uri\":\"urn:x:1\",\"versionCreated\":\"yesterday\",\"headline\":\"Head\"}");
    assertThat(r.reason()).isEqualTo(Reason.BAD_TIME);
    assertThat(r.detail()).contains("yesterday");
  }

  @Test
  void anObjectWithoutAnIdentifierIsRefused() {
    assertThat(Samples.rejected("{\"versionCreated\":\"2026-03-01\",\"headline\":\"H\"}").reason())
        .isEqualTo(Reason.NO_IDENTIFIER);
  }
}
