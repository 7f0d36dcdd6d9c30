package news.slugline.claim.quote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;

/**
 * Learns the weights of the three models from annotated articles: {@code SET-FOLDER
 * RESOURCE-FOLDER}. The set has articles.jsonl and attributions.jsonl (source, cue and content with
 * code point offsets). The same input gives the same bytes.
 */
public final class AttributionTrainer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EPOCHS = 5;
  private static final double RATE = 0.12;
  private static final double L2 = 2e-6;

  private final List<Example> cues = new ArrayList<>();
  private final List<Choice> sources = new ArrayList<>();
  private final List<Choice> contents = new ArrayList<>();
  private int unalignedContents;

  private record Example(int[] features, boolean positive) {}

  private record Choice(List<int[]> options, int right) {}

  /** Offsets are UTF-16. */
  private record Gold(int[][] source, int[][] cue, int[][] content) {}

  public static void main(String[] args) throws IOException {
    AttributionTrainer t = new AttributionTrainer();
    Map<String, List<JsonNode>> gold = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0], "attributions.jsonl"))) {
      JsonNode g = JSON.readTree(line);
      gold.computeIfAbsent(g.get("article").asText(), k -> new ArrayList<>()).add(g);
    }
    for (String line : Files.readAllLines(Path.of(args[0], "articles.jsonl"))) {
      JsonNode a = JSON.readTree(line);
      t.article(a, gold.getOrDefault(a.get("uri").asText(), List.of()));
    }
    System.out.printf(
        Locale.ROOT,
        "%d cue words, %d sources, %d contents (%d without a candidate)%n",
        t.cues.size(),
        t.sources.size(),
        t.contents.size(),
        t.unalignedContents);
    Path out = Path.of(args[1]);
    Files.write(out.resolve("cue.model"), t.trainCues());
    Files.write(out.resolve("source.model"), t.trainChoices(t.sources, "sources"));
    Files.write(out.resolve("content.model"), t.trainChoices(t.contents, "contents"));
  }

  private void article(JsonNode a, List<JsonNode> nodes) {
    Document d = Document.of(a.get("bodies").get(0).get("value").asText());
    Names names = Names.of(d, a.get("headlines").get(0).get("value").asText());
    List<Quotation> quotations = Quotation.of(d);
    List<Gold> gold = new ArrayList<>();
    for (JsonNode n : nodes) {
      gold.add(
          new Gold(spans(d, n.get("source")), spans(d, n.get("cue")), spans(d, n.get("content"))));
    }
    for (Sentence s : d.sentences()) {
      Reading r = new Reading(d, names, s, quotations);
      boolean[] positive = new boolean[r.n];
      for (Gold g : gold) {
        int head = head(r, g.cue());
        if (head >= 0) {
          positive[head] = true;
          choices(r, head, g);
        }
      }
      Features f = new Features();
      for (int i = 0; i < r.n; i++) {
        if (CueFeatures.isCandidate(r, i)) {
          CueFeatures.of(r, i, f);
          cues.add(new Example(f.copy(), positive[i]));
        }
      }
    }
  }

  private static int[][] spans(Document d, JsonNode nodes) {
    int[][] out = new int[nodes.size()][];
    for (int i = 0; i < out.length; i++) {
      int start = d.text().offsetByCodePoints(0, nodes.get(i).get("start").asInt());
      int end = d.text().offsetByCodePoints(0, nodes.get(i).get("end").asInt());
      out[i] = new int[] {start, end};
    }
    return out;
  }

  private static boolean in(Reading r, int i, int[][] spans) {
    for (int[] s : spans) {
      if (r.token(i).start() >= s[0] && r.token(i).start() < s[1]) {
        return true;
      }
    }
    return false;
  }

  /** The word of a gold cue that stands for it: its first full verb, else noun, else any. */
  private static int head(Reading r, int[][] cue) {
    int best = -1;
    int rank = 0;
    for (int i = 0; i < r.n; i++) {
      if (in(r, i, cue) && CueFeatures.isCandidate(r, i)) {
        int own =
            r.tag[i].equals("VERB") || r.lower[i].equals("according")
                ? 3
                : r.tag[i].equals("NOUN") ? 2 : 1;
        if (own > rank) {
          best = i;
          rank = own;
        }
      }
    }
    return best;
  }

  private void choices(Reading r, int cue, Gold g) {
    Features f = new Features();
    List<int[]> options = new ArrayList<>();
    int right = 0;
    int chosen = -1;
    SourceFeatures.ofNone(r, cue, f);
    options.add(f.copy());
    int bestShared = 0;
    for (int c = 0; c < r.chunks.size(); c++) {
      SourceFeatures.of(r, cue, c, f);
      options.add(f.copy());
      int shared = 0;
      for (int i = r.chunks.get(c)[0]; i < r.chunks.get(c)[1]; i++) {
        shared += in(r, i, g.source()) ? 1 : 0;
      }
      if (shared > 0 && bestShared == 0) {
        right = options.size() - 1;
        chosen = c;
        bestShared = shared;
      }
    }
    sources.add(new Choice(options, right));
    content(r, cue, chosen, g);
  }

  private void content(Reading r, int cue, int source, Gold g) {
    Features f = new Features();
    List<int[]> options = new ArrayList<>();
    double best = 0;
    int right = -1;
    ContentFeatures stretch = new ContentFeatures(r, cue, source, f);
    for (int s : ContentBounds.starts(r, cue)) {
      for (int e : ContentBounds.ends(r, cue, s)) {
        stretch.of(s, e);
        options.add(f.copy());
        for (int[] piece : g.content()) {
          double o = overlap(r, s, e, piece);
          if (o > best) {
            best = o;
            right = options.size() - 1;
          }
        }
      }
    }
    if (best >= 0.5) {
      contents.add(new Choice(options, right));
    } else {
      unalignedContents++;
    }
  }

  private static double overlap(Reading r, int start, int end, int[] piece) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < r.n; i++) {
      if (r.tag[i].equals("PUNCT")) {
        continue;
      }
      boolean x = i >= start && i < end;
      boolean y = r.token(i).start() >= piece[0] && r.token(i).start() < piece[1];
      both += x && y ? 1 : 0;
      either += x || y ? 1 : 0;
    }
    return either == 0 ? 0 : (double) both / either;
  }

  private byte[] trainCues() {
    Weights w = new Weights();
    int[] order = order(cues.size());
    Random random = new Random(17);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      double loss = 0;
      for (int k : order) {
        Example x = cues.get(k);
        double p = 1 / (1 + Math.exp(-w.score(x.features())));
        loss -= Math.log(Math.max(1e-9, x.positive() ? p : 1 - p));
        w.update(x.features(), p - (x.positive() ? 1 : 0));
      }
      System.out.printf(Locale.ROOT, "cues %d: %.4f%n", epoch, loss / order.length);
    }
    return w.bytes();
  }

  private byte[] trainChoices(List<Choice> choices, String name) {
    Weights w = new Weights();
    int[] order = order(choices.size());
    Random random = new Random(17);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      double loss = 0;
      int right = 0;
      for (int k : order) {
        Choice c = choices.get(k);
        int n = c.options().size();
        double[] p = new double[n];
        double max = Double.NEGATIVE_INFINITY;
        int arg = 0;
        for (int i = 0; i < n; i++) {
          p[i] = w.score(c.options().get(i));
          if (p[i] > max) {
            max = p[i];
            arg = i;
          }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
          p[i] = Math.exp(p[i] - max);
          sum += p[i];
        }
        right += arg == c.right() ? 1 : 0;
        loss -= Math.log(Math.max(1e-9, p[c.right()] / sum));
        for (int i = 0; i < n; i++) {
          double gradient = p[i] / sum - (i == c.right() ? 1 : 0);
          if (Math.abs(gradient) > 1e-4) {
            w.update(c.options().get(i), gradient);
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s %d: %.4f, right %.3f%n",
          name,
          epoch,
          loss / order.length,
          (double) right / order.length);
    }
    return w.bytes();
  }

  private static int[] order(int n) {
    int[] out = new int[n];
    Arrays.setAll(out, i -> i);
    return out;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
  }

  /** Weights with AdaGrad steps and their running average. */
  private static final class Weights {
    final double[] w = new double[LinearModel.MASK + 1];
    final double[] squares = new double[LinearModel.MASK + 1];

    double score(int[] features) {
      double s = 0;
      for (int f : features) {
        s += w[f];
      }
      return s;
    }

    void update(int[] features, double gradient) {
      for (int f : features) {
        double g = gradient + L2 * w[f];
        squares[f] += g * g;
        w[f] -= RATE * g / (0.3 + Math.sqrt(squares[f]));
      }
    }

    byte[] bytes() {
      byte[] out = new byte[w.length];
      for (int i = 0; i < w.length; i++) {
        out[i] = (byte) Math.max(-127, Math.min(127, Math.round(w[i] * LinearModel.ONE)));
      }
      return out;
    }
  }
}
