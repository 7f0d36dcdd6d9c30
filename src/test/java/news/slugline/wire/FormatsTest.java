package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void aBrokenFeedDoesNotSpoilTheNextOne() {
    WireParser parser = WireParser.standard();
    byte[] good = Fixtures.bytes("rss.xml");
    List<Parsed> before = parser.parse(good, Hints.none());
    for (int cut = 100; cut < good.length; cut += 97) {
      parser.parse(java.util.Arrays.copyOf(good, cut), Hints.none());
    }
    assertThat(parser.parse(good, Hints.none())).isEqualTo(before);
  }

  @Test
  void aNewsMessageGivesEachOfItsItems() {
    List<Parsed> parsed = Fixtures.parse("g2-message.xml");
    assertThat(parsed).hasSize(4);
    WireArticle a = Samples.article(parsed.get(0));
    assertThat(a)
        .isEqualTo(
            WireArticle.builder("urn:newsml:example.org:20260301:ferry", "7", "Harbour News Agency")
                .headline("Ferry \"Selma\" runs aground")
                .slugline("FERRY-NORRVIK")
                .byline("By Ida Brandt")
                .dateline("NORRVIK, March 1")
                .credit("HNA")
                .copyrightHolder("Harbour News Agency Ltd")
                .sources(List.of("Coast Radio"))
                .language("en-GB")
                .urgency(2)
                .signal(Signal.CORRECTION)
                .embargoed(Instant.parse("2026-03-01T12:00:00Z"))
                .firstCreated(Instant.parse("2026-03-01T08:00:00Z"))
                .versionCreated(Instant.parse("2026-03-01T09:30:00Z"))
                .keywords(List.of("ferry"))
                .subjects(List.of("medtop:20000160"))
                .places(List.of("Skagerrak", "Norrvik"))
                .links(
                    List.of(
                        new Link(Link.Rel.UPDATES, "urn:newsml:example.org:20260301:ferry-old"),
                        new Link(Link.Rel.RELATED, "http://example.org/weather")))
                .note("Corrects the number rescued.")
                .body(
                    "The ferry Selma ran aground.\n\nAll 41 were rescued,\nthe port said.\n\none boat\ntwo helicopters")
                .build());
    assertThat(parsed.get(1)).isInstanceOf(Parsed.Skipped.class);
    assertThat(parsed.get(2)).isInstanceOf(Parsed.Skipped.class);
    WireArticle killed = Samples.article(parsed.get(3));
    assertThat(killed.uri()).isEqualTo("urn:newsml:example.org:20260301:bus");
    assertThat(killed.pubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(killed.signal()).isEqualTo(Signal.KILL);
  }

  @Test
  void newsMl1KeepsOneIdentifierOverItsRevisions() {
    WireArticle a = Samples.article(Fixtures.parse("newsml1.xml").get(0));
    assertThat(a.uri()).isEqualTo("urn:newsml:example.org:20260301:PONT-1");
    assertThat(a.version()).isEqualTo("3");
    assertThat(a.provider()).isEqualTo("Agence du Port");
    assertThat(a.headline()).isEqualTo("Le pont d'Aalby fermé : travaux");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.signal()).isEqualTo(Signal.UPDATE);
    assertThat(a.subjects()).containsExactly("subj:04015000");
    assertThat(a.places()).containsExactly("Aalby");
    assertThat(a.keywords()).containsExactly("pont");
    assertThat(a.language()).isEqualTo("fr");
    assertThat(a.urgency()).isEqualTo(3);
    assertThat(a.body()).isEqualTo("Le pont est fermé.\n\nIl rouvrira en mai.");
  }

  @Test
  void nitfIsReadWithItsHeadAndWithoutItsCaptions() {
    WireArticle a = Samples.article(Fixtures.parse("nitf.xml").get(0));
    assertThat(a.uri()).isEqualTo("hna.55.1");
    assertThat(a.version()).isEqualTo("2");
    assertThat(a.provider()).isEqualTo("Harbour News Agency");
    assertThat(a.headline()).isEqualTo("Bridge closed for 3 weeks");
    assertThat(a.byline()).isEqualTo("By Jo Lind");
    assertThat(a.dateline()).isEqualTo("AALBY");
    assertThat(a.embargoed()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
    assertThat(a.subjects()).containsExactly("subj:04015000", "hna:TRA");
    assertThat(a.links()).containsExactly(new Link(Link.Rel.REPLACES, "hna.55.0"));
    assertThat(a.note()).isEqualTo("Adds detour.");
    assertThat(a.signal()).isEqualTo(Signal.UPDATE);
    assertThat(a.body())
        .isEqualTo(
            "The bridge is closed — for 3 weeks.\n\nDrivers use Route 9 & the ferry.\n\nMonday\tclosed\nFriday\topen");
  }

  @Test
  void rssGivesTheFullTextWhereThereIsOne() {
    List<Parsed> parsed = Fixtures.parse("rss.xml");
    assertThat(parsed).hasSize(3);
    WireArticle a = Samples.article(parsed.get(0));
    assertThat(a.uri()).isEqualTo("harbour-1001");
    assertThat(a.provider()).isEqualTo("harbour.example");
    assertThat(a.headline()).isEqualTo("Ferry aground & freed");
    assertThat(a.byline()).isEqualTo("Ida Brandt");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.body()).isEqualTo("The ferry ran aground.\n\nIt was freed.");
    assertThat(Samples.article(parsed.get(1)).uri())
        .isEqualTo("https://www.harbour.example/bridge");
    assertThat(parsed.get(2))
        .isInstanceOfSatisfying(
            Parsed.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.NO_IDENTIFIER));
  }

  @Test
  void atomIsReadWithMarkupInItsTitle() {
    WireArticle a = Samples.article(Fixtures.parse("atom.xml").get(0));
    assertThat(a.uri()).isEqualTo("tag:harbour.example,2026:ferry");
    assertThat(a.headline()).isEqualTo("Ferry aground");
    assertThat(a.firstCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
    assertThat(a.body()).isEqualTo("The ferry ran aground.\n\nThen it was freed.");
  }

  @Test
  void apMediaGivesItsItems() {
    List<Parsed> parsed = Fixtures.parse("ap.json");
    assertThat(parsed).hasSize(2);
    WireArticle a = Samples.article(parsed.get(0));
    assertThat(a.uri()).isEqualTo("aa11bb22");
    assertThat(a.version()).isEqualTo("3");
    assertThat(a.provider()).isEqualTo("AP");
    assertThat(a.signal()).isEqualTo(Signal.CORRECTION);
    assertThat(a.subjects()).containsExactly("medtop:20000160");
    assertThat(a.body()).isEqualTo("The ferry ran aground.\n\nIt was freed.");
    assertThat(parsed.get(1)).isInstanceOf(Parsed.Skipped.class);
  }

  @Test
  void aWebPageGivesItsArticleWithoutTheFurniture() {
    WireArticle a = Samples.article(Fixtures.parse("page.html").get(0));
    assertThat(a.uri()).isEqualTo("https://harbour.example/ferry");
    assertThat(a.provider()).isEqualTo("Harbour News");
    assertThat(a.headline()).isEqualTo("Ferry runs aground");
    assertThat(a.language()).isEqualTo("en-GB");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(a.body())
        .isEqualTo(
            "The ferry Selma ran aground off Norrvik on Sunday, the coast guard said, in calm weather."
                + "\n\nEverybody safe\n\nAll 41 people aboard were rescued by two boats and a helicopter,"
                + " according to the port, which closed.\n\nShort end.");
  }

  @Test
  void iptc7901KeepsTheNotebookOutOfTheCopy() {
    WireArticle a = Samples.article(Fixtures.parse("iptc7901.txt").get(0));
    assertThat(a.uri()).isEqualTo("urn:iptc7901:hne041:2026-03-03");
    assertThat(a.provider()).isEqualTo("hna");
    assertThat(a.urgency()).isEqualTo(4);
    assertThat(a.slugline()).isEqualTo("Harbour/ferry");
    assertThat(a.headline()).isEqualTo("Ferry freed after two days on rocks off Norrvik");
    assertThat(a.byline()).isEqualTo("By Ida Brandt, hna");
    assertThat(a.signal()).isEqualTo(Signal.UPDATE);
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-03T11:37:00Z"));
    assertThat(a.body())
        .isEqualTo(
            "Norrvik (hna) - The ferry Selma was freed on Tuesday after two days on the rocks."
                + "\n\n\"She floats,\" said a man in café Nord.");
    assertThat(a.note()).contains("adds quote").contains("12345");
  }

  @Test
  void anpaIsReadWithItsHeadingLines() {
    WireArticle a = Samples.article(Fixtures.parse("anpa.txt").get(0));
    assertThat(a.uri()).isEqualTo("urn:anpa:hn:h1234:2026-03-03");
    assertThat(a.provider()).isEqualTo("HN");
    assertThat(a.slugline()).isEqualTo("BC-Ferry-Norrvik, 1st Ld-Writethru");
    assertThat(a.signal()).isEqualTo(Signal.UPDATE);
    assertThat(a.headline()).isEqualTo("Ferry freed after two days");
    assertThat(a.byline()).isEqualTo("By IDA BRANDT");
    assertThat(a.note()).isEqualTo("Eds: Adds quote.");
    assertThat(a.versionCreated()).isEqualTo(Instant.parse("2026-03-03T11:37:00Z"));
    assertThat(a.body())
        .isEqualTo(
            "NORRVIK (HN) — The ferry was freed on Tuesday.\n\n“She floats,” the captain said.");
  }

  @Test
  void everyArticleReadsBackFromNinjs() {
    for (String name : Fixtures.NAMES) {
      for (Parsed p : Fixtures.parse(name)) {
        if (p instanceof Parsed.Article a) {
          assertThat(Samples.article(Ninjs.write(a.article()))).as(name).isEqualTo(a.article());
        }
      }
    }
  }
}
