package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermPlacesTest {
  @ParameterizedTest(name = "{0} terms")
  @ValueSource(ints = {0, 1, 2, 31, 128})
  void everyTermIsFoundAtItsPlaceAndNoOtherTermIs(int n) {
    Random random = new Random(n);
    int[] terms = random.ints(n).distinct().sorted().toArray();
    TermPlaces places = new TermPlaces(terms);
    for (int i = 0; i < terms.length; i++) {
      assertThat(places.of(terms[i])).isEqualTo(i);
    }
    random.ints(1_000).forEach(term -> assertThat(places.of(term)).isEqualTo(at(terms, term)));
  }

  private static int at(int[] terms, int term) {
    for (int i = 0; i < terms.length; i++) {
      if (terms[i] == term) {
        return i;
      }
    }
    return -1;
  }
}
