package news.slugline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextPoolTest {
  private static final int[] OTHERS = "é字𝄞".codePoints().toArray();

  private final TextPool pool = new TextPool();

  private String ofChars(String s) {
    char[] chars = ("<" + s + ">").toCharArray();
    return pool.of(chars, 1, s.length());
  }

  private String ofBytes(String s) {
    byte[] bytes = ("<" + s + ">").getBytes(StandardCharsets.UTF_8);
    return pool.of(bytes, 1, bytes.length - 2);
  }

  @Test
  void aTextThatComesAgainIsTheSameObject() {
    assertThat(ofChars("harbour")).isEqualTo("harbour").isSameAs(ofChars("harbour"));
    assertThat(ofBytes("harbour")).isSameAs(ofChars("harbour"));
  }

  @Test
  void anyTextComesOutAsItWentIn() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder b = new StringBuilder();
      int length = random.nextInt(random.nextInt(20) == 0 ? 2 * TextPool.LONGEST : 4);
      for (int j = 0; j < length; j++) {
        b.appendCodePoint(
            random.nextInt(8) == 0
                ? OTHERS[random.nextInt(OTHERS.length)]
                : 'a' + random.nextInt(26));
      }
      String s = b.toString();
      assertThat(random.nextBoolean() ? ofChars(s) : ofBytes(s)).as("seed %d", seed).isEqualTo(s);
    }
  }

  @Test
  void charactersOutsideAsciiAreReadFromBytes() {
    for (String s : new String[] {"", "żółw", "字", "𝄞", "a\u2019s"}) {
      assertThat(ofBytes(s)).isEqualTo(s);
      assertThat(ofChars(s)).isEqualTo(s);
    }
  }
}
