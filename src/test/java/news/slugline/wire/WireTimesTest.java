package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTimesTest {

  @Test
  void theWaysOfWiresToWriteOneTimeAgree() {
    for (String s :
        List.of(
            "2026-03-01T08:05:00Z",
            "2026-03-01T08:05:00+00:00",
            "2026-03-01T09:05:00+01:00",
            "2026-03-01T08:05Z",
            "2026-03-01 08:05:00",
            "2026-03-01 08:05:00+00:00",
            "2026-03-01T08:05:00.000Z",
            "20260301T080500Z",
            "20260301T090500+0100",
            "20260301T030500-0500",
            " 2026-03-01T08:05:00 UTC ")) {
      assertThat(WireTimes.read(s)).as(s).isEqualTo(Instant.parse("2026-03-01T08:05:00Z"));
    }
    assertThat(WireTimes.read("2026-03-01")).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(WireTimes.read("2026-03-01T24:00:00Z"))
        .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void whatIsNoTimeGivesNone() {
    for (String s :
        List.of(
            "",
            "yesterday",
            "2026-13-01",
            "2026-02-30",
            "YYYYMMDD000000-HHMM",
            "20260301T0",
            "2026-03-01T08:05:00+99:99")) {
      assertThat(WireTimes.read(s)).as(s).isNull();
    }
  }
}
