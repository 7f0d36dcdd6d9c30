package news.slugline.claim.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {
  @ParameterizedTest
  @CsvSource({
    "riots erupt in larch,clash",
    "the flood that drowned the fields,flood",
    "three men were arrested,arrest",
    "a hit and run driver,crash",
    "two earthquakes,quake"
  })
  void whatNamesAnEventInAnyFormNamesItsClass(String text, String type) {
    assertThat(EventWords.classes(List.of(text.split(" ")))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({"the fire department,fire", "a fire brigade,fire"})
  void aLongerNameHidesAShorterOne(String text, String type) {
    assertThat(EventWords.classes(List.of(text.split(" ")))).doesNotContain(type);
  }

  @ParameterizedTest
  @CsvSource({"he said so", "the minister announced a plan"})
  void speakingIsNoEventOfItsOwn(String text) {
    assertThat(EventWords.classes(List.of(text.split(" ")))).isEmpty();
  }
}
