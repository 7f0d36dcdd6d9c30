package news.slugline.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | en | The mayor said on Monday that the bridge would be closed for a week.",
        "en |    | Bridge closed",
        "en | de | The mayor said on Monday that the bridge was closed for a week by the city.",
        "de | en | Die Brücke ist nach Angaben der Stadt für eine Woche gesperrt und wird repariert.",
        "fr | en | Le pont est fermé depuis lundi, a dit le maire, et les travaux vont durer une semaine.",
        "es | en | El puente está cerrado desde el lunes, dijo la alcaldesa de la ciudad en una rueda.",
        "nl | en | De brug is sinds maandag dicht, zei de burgemeester, en het werk duurt een week.",
        "pt | en | A ponte está fechada desde segunda, disse o prefeito, e as obras vão até o fim da semana.",
        "ru | en | Мост закрыт на неделю, сказал мэр, и работы не закончатся до конца месяца.",
        "und-han | en | 市长周一表示这座桥将关闭一周",
        "ja | ja | 市長は月曜日、橋を一週間閉鎖すると述べた",
        "en | en | Los Angeles mayor visits La Paz and Las Palmas for the opening of El Teatro de la Paz",
        "en | en | AC Milan 2 Real Madrid 1",
        "sv | sv | Bron är stängd sedan måndagen, sade borgmästaren, och det tar en vecka att laga den.",
      })
  void theTextDecidesWhereItIsClear(String language, String said, String text) {
    assertThat(Languages.standard().of(said, "", Document.of(text))).isEqualTo(language);
  }

  @Test
  void whatIsNotInEnglishGivesNoClaims() {
    WireArticle a =
        WireArticle.builder("urn:test:1", "1", "Wire")
            .language("en")
            .body(
                "PARIS (AFP) - Le maire Jean Martin a dit lundi que trois personnes sont mortes"
                    + " dans un incendie à Lyon. \"Nous ne savons pas pourquoi\", a dit Martin.")
            .build();
    Extraction read = ClaimExtractor.standard().extract(a, Instant.parse("2026-05-04T09:00:00Z"));
    assertThat(read.claims()).isEmpty();
    assertThat(read.people()).isEmpty();
  }
}
