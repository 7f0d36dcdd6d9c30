package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which article tells in other words what an earlier one told. */
class RewritesTest {
  private static final List<String> EARLIER =
      List.of(
          "A barge loaded with 400 tonnes of gravel sank in the lock at Tessin on Sunday.",
          "The skipper, Jan Wolters, and a deckhand swam to the bank.",
          "Divers will look for the leak on Tuesday, the canal office said.",
          "About 60 vessels are waiting above and below the lock.");

  private static final List<String> LATER =
      List.of(
          "Some 60 vessels have to wait at the lock in Tessin.",
          "On Sunday a barge sank there that was loaded with 400 tonnes of gravel.",
          "Skipper Wolters swam to the bank, as did his deckhand.",
          "The leak is to be looked for by divers on Tuesday.");

  private final Rewrites rewrites = new Rewrites(Wording.english(Memory.LEAST), Memory.LEAST);

  private boolean isRewritten(List<String> later, List<String> earlier) {
    return rewrites.isRewritten(copy(later), copy(earlier), false);
  }

  private static Articles.Copy copy(List<String> sentences) {
    return new Articles.Copy(sentences, Set.of());
  }

  private static List<String> with(int at, String sentence) {
    return IntStream.range(0, LATER.size())
        .mapToObj(i -> i == at ? sentence : LATER.get(i))
        .toList();
  }

  @Test
  void theSameInOtherWordsAndOrderIsRewritten() {
    assertThat(isRewritten(LATER, EARLIER)).isTrue();
    assertThat(isRewritten(LATER.subList(0, 2), EARLIER)).as("too little to tell").isFalse();
  }

  @Test
  void namesAndNumbersOfItsOwnAreNotRewritten() {
    List<String> named = with(2, "Skipper Wolters swam to the bank and was met by Nora Hagen.");
    List<String> counted =
        with(1, "On Sunday a barge sank there that was loaded with 300 tonnes of gravel.");
    assertThat(isRewritten(LATER, EARLIER.subList(0, 3))).isTrue();
    assertThat(isRewritten(named, EARLIER.subList(0, 3))).isFalse();
    assertThat(isRewritten(counted, EARLIER.subList(0, 3))).isFalse();
  }

  @Test
  void whoTellsLittleOfALongArticleHasNotRewrittenIt() {
    List<String> more =
        List.of(
            "The town's brass band rehearsed in the old granary.",
            "Farmers complained about the price of seed potatoes.",
            "A heron nested on the roof of the customs house.",
            "The museum bought a painting of the harbour.",
            "Cyclists from the south rode through the vineyards.");
    List<String> longer = new ArrayList<>(EARLIER);
    longer.addAll(more);
    assertThat(isRewritten(LATER, longer)).isFalse();
  }

  @Test
  void oneSentenceThatIsToldAgainAndAgainCountsOnceForTheEarlierArticle() {
    List<String> again =
        List.of(EARLIER.get(0), EARLIER.get(0) + " It lies there.", "The barge sank on Sunday.");
    assertThat(isRewritten(again, EARLIER)).isFalse();
  }

  @Test
  void whoNamesTheOutletNeedsToTellLessAgain() {
    List<String> half = List.of(LATER.get(1), LATER.get(2), "Anglers cheered the swimmers.");
    assertThat(rewrites.isRewritten(copy(half), copy(EARLIER), true)).isTrue();
    assertThat(rewrites.isRewritten(copy(half), copy(EARLIER), false)).isFalse();
  }
}
