package news.slugline.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a text says that it was written. All texts are invented. */
class WrittenTest {
  private static final LocalDate SENT = LocalDate.parse("2026-05-04");
  private static final String COPY =
      "A crane fell onto the roof of a warehouse in Kolmar Bay on Monday.\nNobody was hurt.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Posted: Monday, Aug. 17, 2015 3:19 PM EDT      | 2015-08-17
          UPDATED 8:41 p.m. EST, Tue March 3, 2009       | 2009-03-03
          11:39am, Monday 09 September 2013              | 2013-09-09
          November 28th, 2005, 09:11 GMT                 | 2005-11-28
          17-Aug-2015                                    | 2015-08-17
          Created 2015-08-17 10:12                       | 2015-08-17
          08/17/15                                       | 2015-08-17
          17/8/2015                                      | 2015-08-17
          3/5/2026                                       | 2026-05-03
          Published June 1, 2012 - Updated June 3, 2012  | 2012-06-03
          Two hurt in crash Posted: Aug. 17, 2015 2:27 PM | 2015-08-17
          May 5, 2026                                    | 2026-05-05
          """)
  void aLineThatSaysOnlyWhenGivesTheDay(String line, LocalDate day) {
    assertThat(day("A crane falls", line + "\n" + COPY)).as("first line").isEqualTo(day);
    assertThat(day("A crane falls", COPY.replace("\n", "\n" + line + "\n")))
        .as("later line")
        .isEqualTo(day);
    assertThat(day(line, COPY)).as("headline").isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The wall of the dam broke on November 9, 1989",
        "On Sept. 14, 2001, a crane fell in Treskow.",
        "Born May 2, 1952 in Kolmar Bay",
        "Posted at 3:19 PM",
        "Monday, Aug. 17",
        "Feb. 30, 2015",
        "Published: June 1, 2031"
      })
  void otherLinesDoNot(String line) {
    assertThat(day("A crane falls", line + "\n" + COPY)).isNull();
    assertThat(day(line, COPY)).isNull();
  }

  @Test
  void aDateFarDownIsOfSomethingElse() {
    String body = "Nobody was hurt.\n".repeat(12) + "June 1, 2012";
    assertThat(day("A crane falls", body)).isNull();
  }

  private static @Nullable LocalDate day(String headline, String body) {
    return Written.day(Document.of(headline), Document.of(body), SENT);
  }
}
