package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Invented copy for the tests of the parsers. */
final class Samples {
  private Samples() {}

  /** An article that uses every field. */
  static WireArticle full() {
    return WireArticle.builder("urn:newsml:example.org:2026:ferry-1", "3", "Harbour News Agency")
        .headline("Ferry \"Selma\" runs aground off Norrvik — 41 rescued")
        .slugline("FERRY-NORRVIK")
        .byline("By Ida Brandt")
        .dateline("NORRVIK")
        .credit("HNA/Coast Radio")
        .copyrightHolder("Harbour News Agency")
        .sources(List.of("Coast Radio", "Norrvik Port"))
        .language("en-GB")
        .urgency(2)
        .pubStatus(PubStatus.USABLE)
        .signal(Signal.CORRECTION)
        .embargoed(Instant.parse("2026-03-01T12:00:00Z"))
        .firstCreated(Instant.parse("2026-03-01T08:00:00Z"))
        .versionCreated(Instant.parse("2026-03-01T09:30:15.250Z"))
        .keywords(List.of("ferry", "rescue"))
        .subjects(List.of("medtop:03000000", "subj:03010000", "x:local"))
        .places(List.of("Norrvik", "Skagerrak"))
        .links(
            List.of(
                new Link(Link.Rel.REPLACES, "urn:newsml:example.org:2026:ferry-0"),
                new Link(Link.Rel.RELATED, "urn:newsml:example.org:2026:weather-9")))
        .note("Corrects the number rescued in paragraph 1.")
        .body("NORRVIK (HNA) — The ferry ran aground.\n\nAll 41 were rescued 🚢 by 7 a.m.\r\n")
        .build();
  }

  static List<Parsed> parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8), Hints.none());
  }

  static List<Parsed> parse(byte[] bytes, Hints hints) {
    return WireParser.standard().parse(bytes, hints);
  }

  static WireArticle article(String text) {
    return article(text.getBytes(StandardCharsets.UTF_8), Hints.ofPath("in/one.txt"));
  }

  static WireArticle article(byte[] bytes, Hints hints) {
    List<Parsed> parsed = parse(bytes, hints);
    assertThat(parsed).hasSize(1);
    return article(parsed.get(0));
  }

  static WireArticle article(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Article.class);
    return ((Parsed.Article) parsed).article();
  }

  static Parsed.Rejected rejected(byte[] bytes) {
    List<Parsed> parsed = parse(bytes, Hints.none());
    assertThat(parsed).hasSize(1);
    assertThat(parsed.get(0)).isInstanceOf(Parsed.Rejected.class);
    return (Parsed.Rejected) parsed.get(0);
  }

  static Parsed.Rejected rejected(String text) {
    return rejected(text.getBytes(StandardCharsets.UTF_8));
  }
}
