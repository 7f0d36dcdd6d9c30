package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import news.slugline.claim.Kind;
import news.slugline.claim.value.Places;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private final Values values = new Values(Places.standard(), Memory.LEAST);

  private double vagueness(String place) {
    return values.vagueness(Kind.PLACE, place);
  }

  @Test
  void twelveMonthsAreAYear() {
    assertThat(values.match(Kind.QUANTITY, "24 month", "2 y")).isEqualTo(Values.Match.SAME);
    assertThat(values.match(Kind.QUANTITY, "30 month", "2 y")).isNotEqualTo(Values.Match.SAME);
    assertThat(values.match(Kind.QUANTITY, "24 month", "30 month")).isEqualTo(Values.Match.APART);
  }

  @Test
  void aTownIsMorePreciseThanItsStateHoweverShortItsName() {
    assertThat(vagueness("Waco")).isLessThan(vagueness("Texas"));
    assertThat(vagueness("Oulu")).isLessThan(vagueness("Finland"));
  }

  @Test
  void aStreetIsMorePreciseThanItsTown() {
    assertThat(vagueness("Elm Street")).isLessThan(vagueness("San Antonio"));
  }

  @Test
  void roughNumbersMeetOnlyIfTheOneIsAmongWhatTheOtherMayMean() {
    assertThat(values.match(Kind.QUANTITY, "~2600 displaced", "~3100 displaced"))
        .isEqualTo(Values.Match.APART);
    assertThat(values.match(Kind.QUANTITY, "~2900 displaced", "~3100 displaced"))
        .isEqualTo(Values.Match.FITS);
    assertThat(values.match(Kind.QUANTITY, "hundreds displaced", "~210 displaced"))
        .isEqualTo(Values.Match.FITS);
  }

  @Test
  void aClockTimeWithoutItsDayFitsTheSameHourOfADayWhoseZoneIsAsUnknown() {
    assertThat(values.match(Kind.TIME, "T19:40", "2026-05-02T19:40")).isEqualTo(Values.Match.FITS);
    assertThat(values.match(Kind.TIME, "2026-05-02T19:35", "~T19:40")).isEqualTo(Values.Match.FITS);
    assertThat(values.match(Kind.TIME, "T19:40", "2026-05-02T07:40")).isEqualTo(Values.Match.APART);
    assertThat(values.match(Kind.TIME, "T19:40", "2026-05-02T19:40Z"))
        .isEqualTo(Values.Match.APART);
    assertThat(values.match(Kind.TIME, "T19:40", "2026-05-02")).isEqualTo(Values.Match.APART);
    assertThat(values.vagueness(Kind.TIME, "2026-05-02T19:40"))
        .isLessThan(values.vagueness(Kind.TIME, "T19:40"));
  }
}
