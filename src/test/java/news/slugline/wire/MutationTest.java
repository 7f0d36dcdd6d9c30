package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Changes the fixtures at random, by their structure and by their bytes, and asks that every mutant
 * is answered: never a fault of the parser, never an article over the limits, never a hang.
 *
 * <p>{@code -Dslugline.mutants=200000 -Dslugline.seed=7 -Dslugline.hang.millis=2000} runs it longer
 * or elsewhere.
 */
class MutationTest {
  /** Only the long run, on a machine of its own, is held to the two seconds of the target. */
  private static final long HANG_MILLIS = Long.getLong("slugline.hang.millis", 30_000);

  private static final String[] TOKENS = {
    "<",
    ">",
    "&",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "<!DOCTYPE x [",
    "]>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml?>",
    "&#0;",
    "&#x110000;",
    "&amp;",
    "&nbsp;",
    "&x;",
    "\u0000",
    "\u0001",
    "\u0002",
    "\u0003",
    "\u0004",
    "\ufeff",
    "null",
    "true",
    "-1e999",
    "\\ud800",
    "9999-99-99T99:99:99Z",
    "0000-00-00",
    "2026-03-01T08:00:00+99:99",
    "\n\n\n",
    "\t",
    "=",
    "^",
    "<a>".repeat(300),
    "{\"a\":".repeat(300),
    "[".repeat(300),
    "x".repeat(3_000),
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<pre>",
    "<br/><br/>",
    "xmlns:a=\"b\"",
    "a:b=\"c\"",
    "\u2028",
    "\ud83d\ude00"
  };

  private final WireParser parser = WireParser.standard();

  @Test
  void everyMutantIsAnswered() {
    long seed = Long.getLong("slugline.seed", 20260301L);
    int mutants = Integer.getInteger("slugline.mutants", 2_000);
    List<byte[]> originals = originals();
    Random random = new Random(seed);
    long slowest = 0;
    for (int i = 0; i < mutants; i++) {
      byte[] mutant = originals.get(random.nextInt(originals.size()));
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        mutant = mutate(mutant, originals, random);
      }
      String name = "mutant " + i + " of seed " + seed;
      long start = System.nanoTime();
      List<Parsed> parsed = parser.parse(mutant, Hints.ofPath("in/mutant"));
      slowest = Math.max(slowest, System.nanoTime() - start);
      check(name, parsed);
    }
    assertThat(slowest / 1_000_000).as("slowest, in ms, of seed " + seed).isLessThan(HANG_MILLIS);
  }

  private void check(String name, List<Parsed> parsed) {
    assertThat(parsed).as(name).isNotEmpty();
    for (Parsed p : parsed) {
      if (p instanceof Parsed.Rejected r) {
        assertThat(r.reason()).as(name + ": " + r.detail()).isNotEqualTo(Reason.PARSER_FAULT);
        assertThat(r.detail()).as(name).isNotBlank();
      } else if (p instanceof Parsed.Article a) {
        assertThat(a.article().uri()).as(name).isNotBlank();
        assertThat(a.article().body().getBytes(StandardCharsets.UTF_8).length)
            .as(name)
            .isLessThanOrEqualTo(Limits.BODY_BYTES);
        byte[] written = Ninjs.write(a.article()).getBytes(StandardCharsets.UTF_8);
        assertThat(Samples.article(parser.parse(written, Hints.none()).get(0)))
            .as(name)
            .isEqualTo(a.article());
      }
    }
  }

  private static List<byte[]> originals() {
    List<byte[]> out = new ArrayList<>();
    for (String name : Fixtures.NAMES) {
      out.add(Fixtures.bytes(name));
    }
    String line = Ninjs.write(Samples.full());
    out.add(line.getBytes(StandardCharsets.UTF_8));
    out.add((line + "\n" + line + "\n" + line).getBytes(StandardCharsets.UTF_8));
    out.add("Ferry freed at last\n\nThe ferry was freed.\n".getBytes(StandardCharsets.UTF_8));
    return out;
  }

  private static byte[] mutate(byte[] in, List<byte[]> originals, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> flip(in, random);
      case 1 -> splice(in, at(in, random), at(in, random), new byte[0]);
      case 2 -> insert(in, TOKENS[random.nextInt(TOKENS.length)], random);
      case 3 -> repeat(in, random);
      case 4 -> element(in, random, true);
      case 5 -> element(in, random, false);
      case 6 -> java.util.Arrays.copyOf(in, at(in, random));
      default -> graft(in, originals.get(random.nextInt(originals.size())), random);
    };
  }

  private static int at(byte[] in, Random random) {
    return in.length == 0 ? 0 : random.nextInt(in.length);
  }

  private static byte[] flip(byte[] in, Random random) {
    byte[] out = in.clone();
    for (int n = random.nextInt(4); n >= 0 && out.length > 0; n--) {
      out[at(out, random)] = (byte) random.nextInt(256);
    }
    return out;
  }

  private static byte[] splice(byte[] in, int a, int b, byte[] with) {
    int from = Math.min(a, b);
    int to = Math.max(a, b);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(in, 0, from);
    out.writeBytes(with);
    out.write(in, to, in.length - to);
    return out.toByteArray();
  }

  private static byte[] insert(byte[] in, String token, Random random) {
    int i = at(in, random);
    return splice(in, i, i, token.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] repeat(byte[] in, Random random) {
    int from = at(in, random);
    int n = Math.min(in.length - from, 1 + random.nextInt(200));
    byte[] piece = java.util.Arrays.copyOfRange(in, from, from + Math.max(0, n));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = random.nextInt(50); i >= 0; i--) {
      many.writeBytes(piece);
    }
    return splice(in, from, from, many.toByteArray());
  }

  /** Takes out, or doubles, what stands between two marks of the format. */
  private static byte[] element(byte[] in, Random random, boolean out) {
    int from = next(in, at(in, random));
    int to = next(in, Math.min(in.length, from + 1 + random.nextInt(120)));
    if (out) {
      return splice(in, from, to, new byte[0]);
    }
    return splice(in, to, to, java.util.Arrays.copyOfRange(in, from, Math.max(from, to)));
  }

  private static int next(byte[] in, int from) {
    for (int i = from; i < in.length; i++) {
      if (in[i] == '<' || in[i] == '"' || in[i] == '{' || in[i] == '\n') {
        return i;
      }
    }
    return in.length;
  }

  private static byte[] graft(byte[] in, byte[] other, Random random) {
    int a = at(other, random);
    int b = Math.min(other.length, a + random.nextInt(400));
    int i = at(in, random);
    return splice(in, i, i, java.util.Arrays.copyOfRange(other, a, b));
  }
}
