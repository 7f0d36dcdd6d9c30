package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private final Position start = Position.start("0a1b2c3d", 3);

  @Test
  void itsTextIsReadBackAsItWas() {
    Position p = start.after(1, 41).after(2, 0);
    assertThat(p).hasToString("0a1b2c3d-0.42.1");
    assertThat(Position.parse(p.toString())).isEqualTo(p);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "x", "0a1b2c3d", "0a1b2c3d-", "0a1b2c3d-1.", "0a1b2c3d--1", "0a1b2c3d-1.x"})
  void whatIsNoPositionIsNone(String text) {
    assertThat(Position.parse(text)).isNull();
  }

  @Test
  void itCoversWhatStandsBeforeItInEachPartition() {
    Position p = start.after(1, 4);
    assertThat(p.covers(1, 4)).isTrue();
    assertThat(p.covers(1, 5)).isFalse();
    assertThat(p.covers(0, 0)).isFalse();
    assertThat(p.covers(start)).isTrue();
    assertThat(start.covers(p)).isFalse();
  }

  @Test
  void aUnionCoversBothAndAPartitionThatCameLater() {
    Position a = start.after(0, 9);
    Position b = start.after(4, 2);
    assertThat(a.union(b)).hasToString("0a1b2c3d-10.0.0.0.3");
    assertThat(a.union(b).covers(a)).isTrue();
    assertThat(a.union(b).covers(b)).isTrue();
  }

  @Test
  void aTopicMadeAnewHasOtherPositions() {
    assertThat(start.sameTopic(Position.start("ffffffff", 3))).isFalse();
  }
}
