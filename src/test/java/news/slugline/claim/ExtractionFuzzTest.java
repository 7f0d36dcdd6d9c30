package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text: no exception, spans inside the body, evidence equal to the text of its span.
 * The build runs a few seeds; {@code java ... news.slugline.claim.ExtractionFuzzTest MINUTES
 * [SEED]} goes on for so long and says what the slowest text took.
 */
class ExtractionFuzzTest {
  private static final Instant TIME = Instant.parse("2025-08-13T15:00:00Z");
  private static final String[] BITS = {
    "\"",
    "'",
    "\u201c",
    "\u201d",
    "\u2018",
    "\u2019",
    "''",
    "``",
    "\u00ab",
    "\u00bb",
    ". ",
    ", ",
    " ",
    "\n",
    "\n\n",
    "said ",
    "told ",
    "according to ",
    "he ",
    "she ",
    "Anna Holm ",
    "SMITH: ",
    "Mr. ",
    "U.S. ",
    "police ",
    "that ",
    "denied ",
    ": ",
    "; ",
    "\ud83d\ude00",
    "the ferry sank ",
    "and ",
    "(",
    ")",
    "not ",
    "no ",
    "killed ",
    "injured ",
    "shot ",
    "a man ",
    "two ",
    "three ",
    "12 ",
    "1,200 ",
    "3.5 ",
    "million ",
    "$",
    "% ",
    "- ",
    "\u2014 ",
    "\u2013",
    "on Friday ",
    "at 8 a.m. ",
    "ET ",
    "Jan. 6, 2021 ",
    "last year ",
    "since 2019 ",
    "the first time ",
    "in Springfield, Ill. ",
    "in Paris ",
    "34-year-old ",
    "this ",
    "of ",
    "by ",
    "will ",
    "may ",
    "if ",
    "would have ",
    "was ",
    "were ",
    "\u0130",
    "\u00df",
    "\u0301",
    "\u202e",
    "\u0000",
    "\ufeff",
    "\ud800",
    "\udc00",
    "[",
    "]",
    "<b>",
    "&amp;",
    "http://a.example/b?c=d ",
    "@name ",
    "#tag ",
    "A",
    "a.m",
    "9",
    "0",
    "00000000000",
    "99999999999999999999",
    "1/2 ",
    "\u00bd ",
    "+",
    "/",
    "*"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextGivesClaimsThatStandInIt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      check(text(random, 250), seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\u201c",
        "\"\u201ca",
        "said ",
        "a man and ",
        "Anna Holm, ",
        "12 ",
        "1,",
        "on Friday ",
        "(",
        "A. ",
        "'",
        "in Paris, ",
        "SMITH: a\n",
        "\u2014 Anna\n",
        "killed two and ",
        "the first "
      })
  void oneThingOverAndOverIsText(String bit) {
    check(bit.repeat(4000), 0);
  }

  private static String text(Random random, int longest) {
    StringBuilder b = new StringBuilder();
    int same = random.nextInt(6) == 0 ? 1 + random.nextInt(4) : BITS.length;
    int from = random.nextInt(BITS.length);
    for (int i = random.nextInt(longest); i > 0; i--) {
      b.append(
          random.nextInt(12) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : BITS[(from + random.nextInt(same)) % BITS.length]);
    }
    return b.toString();
  }

  private static void check(String body, long seed) {
    WireArticle article = WireArticle.builder("u", "1", "p").headline("A").body(body).build();
    List<Claim> claims = ClaimExtractor.standard().extract(article, TIME).claims();
    String text = article.body();
    int points = text.codePointCount(0, text.length());
    for (Claim c : claims) {
      assertThat(c.span().end()).as("seed %d", seed).isLessThanOrEqualTo(points);
      String evidence =
          text.substring(
              text.offsetByCodePoints(0, c.span().start()),
              text.offsetByCodePoints(0, c.span().end()));
      assertThat(c.text()).as("seed %d", seed).isEqualTo(evidence);
    }
  }

  public static void main(String[] args) {
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 100;
    long began = System.nanoTime();
    long until = began + (long) (Double.parseDouble(args[0]) * 60e9);
    Random random = new Random(seed);
    long texts = 0;
    long slowest = 0;
    int slowestLength = 0;
    while (System.nanoTime() < until) {
      String body = text(random, random.nextInt(20) == 0 ? 20_000 : 600);
      long start = System.nanoTime();
      check(body, seed);
      long took = System.nanoTime() - start;
      if (took > slowest) {
        slowest = took;
        slowestLength = body.length();
      }
      texts++;
    }
    System.out.printf(
        Locale.ROOT,
        "seed %d: %d texts, no fault; the slowest, of %d characters, took %.0f ms%n",
        seed,
        texts,
        slowestLength,
        slowest / 1e6);
  }
}
