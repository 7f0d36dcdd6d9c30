package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The claims of an article do not depend on where the program runs. The expected ones stand here
 * word for word, so the build holds them on every JVM on which it runs.
 */
class SameEverywhereTest {
  private static final String BODY =
      """
      PORT ALMA, Ill. (WXYZ) \u2014 Two people were killed and five others injured when a ferry sank \
      near Istanbul on Tuesday night, INSPECTOR IDIL ISIK said.

      "It was the worst accident since 1987," Isik told reporters. He said the inquiry would begin at \
      8 a.m. EDT on Friday and cost about $1.5 million.
      """;

  private static final List<String> CLAIMS =
      List.of(
          "EVENT 2025-08-12",
          "QUANTITY 2 killed",
          "QUANTITY 5 injured",
          "HISTORY",
          "TIME",
          "QUOTE");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  static Stream<Arguments> places() {
    return Stream.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE", "en-US")
        .flatMap(
            l -> Stream.of("Pacific/Kiritimati", "America/Anchorage").map(z -> Arguments.of(l, z)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theSameArticleGivesTheSameClaims(String language, String zoneId) {
    List<String> here = claims();
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
    assertThat(claims()).isEqualTo(here);
    for (String start : CLAIMS) {
      assertThat(here).as(start).anySatisfy(c -> assertThat(c).startsWith(start));
    }
    assertThat(here).anySatisfy(c -> assertThat(c).contains("2025-08-15T12:00Z"));
  }

  private static List<String> claims() {
    return ClaimExtractor.standard()
        .extract(
            WireArticle.builder("u", "1", "p").headline("Ferry sinks").body(BODY).build(),
            Instant.parse("2025-08-13T15:00:00Z"))
        .claims()
        .stream()
        .map(c -> c.kind() + " " + c.value() + " " + c)
        .toList();
  }
}
