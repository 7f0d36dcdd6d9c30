package news.slugline.claim.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: no exception, spans inside the sentence and in order, the same again. */
class RobustnessTest {
  private static final String[] PIECES = {
    "a",
    "an",
    "the",
    "no",
    "one",
    "two",
    "twenty",
    "-",
    "five",
    "hundred",
    "and",
    "half",
    "million",
    "12",
    "3",
    "2019",
    "1999",
    "31",
    "30",
    "0",
    "24",
    "1900",
    "00",
    ".",
    ",",
    ":",
    "/",
    "(",
    ")",
    "$",
    "£",
    "%",
    "'",
    "s",
    "p",
    "m",
    "am",
    "pm",
    "p.m.",
    "GMT",
    "+",
    "ET",
    "local",
    "time",
    "Friday",
    "Jan",
    "February",
    "May",
    "last",
    "next",
    "this",
    "week",
    "weekend",
    "year",
    "years",
    "old",
    "year-old",
    "ago",
    "from",
    "to",
    "between",
    "until",
    "at",
    "on",
    "in",
    "of",
    "killed",
    "dead",
    "were",
    "was",
    "injured",
    "people",
    "men",
    "woman",
    "children",
    "shot",
    "police",
    "Paris",
    "New",
    "York",
    "Texas",
    "TX",
    "Street",
    "County",
    "block",
    "Hospital",
    "University",
    "first",
    "since",
    "biggest",
    "ever",
    "not",
    "quarter",
    "century",
    "1990s",
    "th",
    "st",
    "early",
    "about",
    "at least",
    "dozens",
    "degrees",
    "C",
    "feet",
    "inches",
    "hours",
    "minutes",
    "miles",
    "magnitude",
    "voted",
    "won",
    "aged",
    "Smith",
    "\u00bd",
    "\u2013",
    "\ud83d\ude00",
    "\u00a0",
    "\"",
    "999999999999999999999999",
    "Easter",
    "Sunday",
    "Q",
    "noon",
    "midnight",
    "o'clock",
    "crore"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextGivesOrderedSpansAndNoException(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 400; n++) {
      StringBuilder b = new StringBuilder();
      int length = 1 + random.nextInt(60);
      for (int i = 0; i < length; i++) {
        if (random.nextInt(12) == 0) {
          b.append((char) random.nextInt(0x3000));
        } else {
          b.append(PIECES[random.nextInt(PIECES.length)]);
        }
        b.append(random.nextInt(4) == 0 ? "" : " ");
      }
      check(b.toString(), seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one ", "two and ", "1,", "12-", "a ", "1/", "no ", "killed ", "12 people, ", "Friday ",
        "New ", "first in ", "at 7 ", "Jan. 1 to ", "$", "half ", "not ", "most ", "5.5.",
            "Street and "
      })
  void longRepetitionsAreReadInLinearTime(String piece) {
    check(piece.repeat(20_000 / piece.length()), 0);
  }

  private static void check(String text, long seed) {
    Document d = Document.of(text);
    Anchor anchor = ExpressionTableTest.anchor(seed % 2 == 0 ? "us" : "-");
    for (Sentence s : d.sentences()) {
      int last = s.start();
      List<TimeMention> times = TimeFinder.standard().find(d, s, anchor);
      for (TimeMention m : times) {
        assertThat(m.start()).as("seed %s: %s", seed, text).isGreaterThanOrEqualTo(last);
        assertThat(m.end()).isGreaterThan(m.start()).isLessThanOrEqualTo(s.end());
        last = m.end();
      }
      last = s.start();
      for (PlaceMention m : PlaceFinder.standard().find(d, s)) {
        assertThat(m.start()).as("seed %s: %s", seed, text).isGreaterThanOrEqualTo(last);
        assertThat(m.end()).isGreaterThan(m.start()).isLessThanOrEqualTo(s.end());
        last = m.end();
      }
      last = s.start();
      for (QuantityMention m : QuantityFinder.standard().find(d, s)) {
        assertThat(m.start()).as("seed %s: %s", seed, text).isGreaterThanOrEqualTo(last);
        assertThat(m.end()).isGreaterThan(m.start()).isLessThanOrEqualTo(s.end());
        last = m.start();
      }
      for (HistoryMention m : HistoryFinder.standard().find(d, s, anchor)) {
        assertThat(m.end()).isGreaterThan(m.start()).isLessThanOrEqualTo(s.end());
      }
      ValueFinder finder = ValueFinder.of(d);
      assertThat(finder.places(s)).isEqualTo(PlaceFinder.standard().find(d, s));
      ValueFinder.Values all = finder.values(s, anchor);
      assertThat(all.times()).isEqualTo(times);
      assertThat(all.quantities()).isEqualTo(QuantityFinder.standard().find(d, s));
      assertThat(all.history()).isEqualTo(HistoryFinder.standard().find(d, s, anchor));
    }
  }
}
