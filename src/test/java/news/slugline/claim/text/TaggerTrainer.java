package news.slugline.claim.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Teaches {@link Tagger} the tags that OpenNLP gives to news text: {@code MODEL-FILE
 * ARTICLES.jsonl...}. An averaged perceptron; the same input gives the same bytes.
 */
public final class TaggerTrainer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int N = Tagger.TAGS.length;
  private static final int EPOCHS = 4;
  private static final int LONGEST = 120;

  private record Tagged(List<Token> tokens, byte[] tags) {}

  public static void main(String[] args) throws IOException {
    List<Tagged> sentences = new ArrayList<>();
    long tokens = 0;
    for (int a = 1; a < args.length; a++) {
      for (String line : Files.readAllLines(Path.of(args[a]))) {
        Document d = Document.of(JSON.readTree(line).get("bodies").get(0).get("value").asText());
        for (Sentence s : d.sentences()) {
          List<Token> words = List.copyOf(d.tokens(s));
          if (words.size() <= LONGEST && !words.isEmpty()) {
            sentences.add(new Tagged(words, teach(words)));
            tokens += words.size();
          }
        }
      }
    }
    System.out.printf(Locale.ROOT, "%d sentences, %d tokens%n", sentences.size(), tokens);
    Files.write(Path.of(args[0]), train(sentences));
  }

  private static byte[] teach(List<Token> words) {
    String[] w = new String[words.size()];
    for (int i = 0; i < w.length; i++) {
      w[i] = words.get(i).text().replace('\u2019', '\'');
    }
    String[] tags = TeacherTagger.ofThread().tag(w);
    byte[] out = new byte[w.length];
    for (int i = 0; i < w.length; i++) {
      int t = Arrays.binarySearch(Tagger.TAGS, tags[i]);
      out[i] = (byte) (t < 0 ? N - 1 : t);
    }
    return out;
  }

  private static byte[] train(List<Tagged> sentences) {
    int size = N << Tagger.BITS;
    float[] w = new float[size];
    double[] sums = new double[size];
    int held = sentences.size() / 20;
    List<Tagged> fit = new ArrayList<>(sentences);
    Random random = new Random(29);
    shuffle(fit, random);
    List<Tagged> test = fit.subList(0, held);
    List<Tagged> rest = new ArrayList<>(fit.subList(held, fit.size()));
    long clock = 1;
    int[] ids = new int[Tagger.FEATURES];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(rest, random);
      for (Tagged s : rest) {
        int p1 = N;
        int p2 = N;
        for (int i = 0; i < s.tags().length; i++) {
          Tagger.features(s.tokens(), 0, s.tags().length, i, p1, p2, ids);
          int best = best(w, ids);
          int right = s.tags()[i];
          if (best != right) {
            for (int id : ids) {
              w[id * N + right] += 1;
              sums[id * N + right] += clock;
              w[id * N + best] -= 1;
              sums[id * N + best] -= clock;
            }
          }
          clock++;
          p2 = p1;
          p1 = best;
        }
      }
      System.out.printf(
          Locale.ROOT, "epoch %d: %.4f of the teacher's tags%n", epoch, accuracy(w, test));
    }
    return bytes(w, sums, clock, test);
  }

  private static byte[] bytes(float[] w, double[] sums, long clock, List<Tagged> test) {
    double[] mean = new double[w.length];
    double[] sizes = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      mean[i] = w[i] - sums[i] / clock;
      sizes[i] = Math.abs(mean[i]);
    }
    Arrays.sort(sizes);
    double largest = sizes[(int) (sizes.length * 0.999)];
    byte[] out = new byte[w.length];
    float[] rounded = new float[w.length];
    for (int i = 0; i < w.length; i++) {
      out[i] = (byte) Math.max(-127, Math.min(127, Math.round(mean[i] * 127 / largest)));
      rounded[i] = out[i];
    }
    System.out.printf(Locale.ROOT, "averaged, in bytes: %.4f%n", accuracy(rounded, test));
    return out;
  }

  private static double accuracy(float[] w, List<Tagged> test) {
    int[] ids = new int[Tagger.FEATURES];
    long right = 0;
    long all = 0;
    for (Tagged s : test) {
      int p1 = N;
      int p2 = N;
      for (int i = 0; i < s.tags().length; i++) {
        Tagger.features(s.tokens(), 0, s.tags().length, i, p1, p2, ids);
        int best = best(w, ids);
        right += best == s.tags()[i] ? 1 : 0;
        all++;
        p2 = p1;
        p1 = best;
      }
    }
    return all == 0 ? 0 : (double) right / all;
  }

  private static int best(float[] w, int[] ids) {
    float[] scores = new float[N];
    for (int id : ids) {
      for (int t = 0; t < N; t++) {
        scores[t] += w[id * N + t];
      }
    }
    int best = 0;
    for (int t = 1; t < N; t++) {
      if (scores[t] > scores[best]) {
        best = t;
      }
    }
    return best;
  }

  private static void shuffle(List<Tagged> list, Random random) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Tagged t = list.get(i);
      list.set(i, list.get(j));
      list.set(j, t);
    }
  }
}
