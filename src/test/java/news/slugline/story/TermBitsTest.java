package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text's terms in a few hundred bytes. */
class TermBitsTest {
  private static List<String> terms(String head, int n) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(head + i);
    }
    return out;
  }

  @Test
  void knowsEveryTermOfTheTextAndFewOthers() {
    List<String> terms = terms("ferry", 200);
    TermBits bits = TermBits.read(TermBits.of(terms));
    assertThat(terms).allMatch(t -> bits.has(TermBits.id(t)));
    assertThat(terms("harbour", 1_000).stream().filter(t -> bits.has(TermBits.id(t))).count())
        .isBetween(20L, 80L);
  }

  @Test
  void countsWhatTwoTextsShare() {
    List<String> both = terms("both", 40);
    List<String> one = new ArrayList<>(both);
    one.addAll(terms("one", 20));
    TermBits p = TermBits.read(TermBits.of(one));
    TermBits q = TermBits.read(TermBits.of(both));
    assertThat(q.size()).isBetween(38, 40);
    assertThat(p.shared(q)).isEqualTo(q.shared(p)).isEqualTo(q.size());
    assertThat(p.size()).isGreaterThan(q.size());
  }

  @Test
  void doesNotDependOnOrder() {
    List<String> terms = terms("quay", 60);
    List<String> back = new ArrayList<>(terms);
    java.util.Collections.reverse(back);
    assertThat(TermBits.of(back)).isEqualTo(TermBits.of(terms));
  }

  @Test
  void ofAnUnknownTextAnyTermMayStandInIt() {
    TermBits none = TermBits.read(TermBits.of(List.of()));
    assertThat(none.has(TermBits.id("ferry"))).isTrue();
    assertThat(none.size()).isZero();
    assertThat(none.shared(TermBits.read(TermBits.of(List.of("ferry"))))).isZero();
  }
}
