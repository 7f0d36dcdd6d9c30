package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {
  private static final Instant ARRIVAL = Instant.parse("2026-03-01T10:00:00Z");

  private static WireArticle stamped(String time) {
    return Samples.full().toBuilder()
        .versionCreated(time.isEmpty() ? null : Instant.parse(time))
        .build();
  }

  @Test
  void versionsCompareAsNumbersWhereTheyAreNumbers() {
    List<String> ordered =
        List.of(
            "0",
            "1",
            "2",
            "2.1",
            "2.9",
            "2.10",
            "9",
            "10",
            "99999999999999999999",
            "a1",
            "a2",
            "a10",
            "b1");
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(Versions.compare(ordered.get(i), ordered.get(j))))
            .as(ordered.get(i) + " and " + ordered.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(Versions.compare("04", "4")).isZero();
  }

  @Test
  void equalVersionsAreOrderedByTheirTime() {
    WireArticle early = stamped("2026-03-01T08:00:00Z");
    WireArticle late = stamped("2026-03-01T09:00:00Z");
    assertThat(Versions.compare(early, late)).isNegative();
    assertThat(Versions.compare(stamped(""), early)).isNegative();
    assertThat(Versions.compare(late, late)).isZero();
    assertThat(Versions.compare(late, early.toBuilder().version("12").build())).isNegative();
  }

  @Test
  void anExactRepeatHasTheSameDigestWhateverItsFormat() {
    WireArticle a = Samples.full();
    assertThat(Digest.of(Samples.article(Ninjs.write(a)))).isEqualTo(Digest.of(a));
    assertThat(Digest.of(a.toBuilder().body(a.body() + " ").build())).isNotEqualTo(Digest.of(a));
    assertThat(Digest.of(a.toBuilder().pubStatus(PubStatus.CANCELED).build()))
        .isNotEqualTo(Digest.of(a));
  }

  @Test
  void neighbouringFieldsCannotTradeCharacters() {
    WireArticle a = Samples.full().toBuilder().keywords(List.of("ab", "c")).build();
    assertThat(Digest.of(a.toBuilder().keywords(List.of("a", "bc")).build()))
        .isNotEqualTo(Digest.of(a));
    assertThat(Digest.of(a.toBuilder().slugline(null).build()))
        .isNotEqualTo(Digest.of(a.toBuilder().slugline("").build()));
  }

  @Test
  void aTrueStampCounts() {
    assertThat(Times.settle(stamped("2026-02-01T08:00:00Z"), ARRIVAL))
        .isEqualTo(new Times.Settled.At(Instant.parse("2026-02-01T08:00:00Z"), false));
  }

  @Test
  void aStampAheadIsCutBackToTenMinutes() {
    assertThat(Times.settle(stamped("2026-03-01T14:00:00Z"), ARRIVAL))
        .isEqualTo(new Times.Settled.At(Instant.parse("2026-03-01T10:10:00Z"), true));
  }

  @Test
  void anAbsurdStampIsRefused() {
    assertThat(Times.settle(stamped("2026-03-02T10:00:01Z"), ARRIVAL))
        .isInstanceOf(Times.Settled.Absurd.class);
    assertThat(Times.settle(stamped("1970-01-01T00:00:00Z"), ARRIVAL))
        .isInstanceOf(Times.Settled.Absurd.class);
  }

  @Test
  void withoutAStampTheFirstVersionsCounts() {
    WireArticle a = stamped("");
    assertThat(Times.settle(a, ARRIVAL))
        .isEqualTo(new Times.Settled.At(Instant.parse("2026-03-01T08:00:00Z"), false));
    assertThat(Times.settle(a.toBuilder().firstCreated(null).build(), ARRIVAL))
        .isEqualTo(new Times.Settled.Absent());
  }
}
