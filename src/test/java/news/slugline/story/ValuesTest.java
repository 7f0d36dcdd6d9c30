package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import news.slugline.claim.Kind;
import news.slugline.claim.value.Places;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private final Values values = new Values(Places.standard());

  private double vagueness(String place) {
    return values.vagueness(Kind.PLACE, place);
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
}
