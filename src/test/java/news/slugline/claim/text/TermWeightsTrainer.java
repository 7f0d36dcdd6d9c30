package news.slugline.claim.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes {@code term-weights.tsv} from document frequencies: {@code TermWeightsTrainer OUT.tsv
 * DIR...}, each folder with an {@code articles.jsonl} (ninjs 3). A term's frequency is the mean of
 * its share in each collection, so that a big collection on one matter does not make that matter's
 * words common. Only terms that stand in 20 articles or more are written.
 */
final class TermWeightsTrainer {
  private static final int LEAST_ARTICLES = 20;

  /** Terms too rare for the table count as ones that stand in so many articles. */
  private static final double RARE = 5;

  private TermWeightsTrainer() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Terms terms = Terms.english();
    Map<String, Integer> articles = new TreeMap<>();
    Map<String, Double> share = new TreeMap<>();
    int total = 0;
    for (int i = 1; i < args.length; i++) {
      List<Set<String>> texts = new ArrayList<>();
      for (String line :
          Files.readAllLines(Path.of(args[i]).resolve("articles.jsonl"), StandardCharsets.UTF_8)) {
        JsonNode n = json.readTree(line);
        String text =
            n.at("/headlines/0/value").asText("") + "\n" + n.at("/bodies/0/value").asText("");
        Set<String> seen = new HashSet<>();
        for (Token t : Document.of(text).tokens()) {
          String term = t.type() == Token.Type.WORD ? terms.of(t.lower()) : null;
          if (term != null && term.length() > 1) {
            seen.add(term);
          }
        }
        texts.add(seen);
      }
      total += texts.size();
      for (Set<String> seen : texts) {
        for (String term : seen) {
          articles.merge(term, 1, Integer::sum);
          share.merge(term, 1.0 / texts.size() / (args.length - 1), Double::sum);
        }
      }
    }
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8))) {
      out.print(
          "# Inverse document frequencies of terms, in hundredths of the natural logarithm.\n");
      out.print("# Made by TermWeightsTrainer from " + total + " news articles; only terms that\n");
      out.print(
          "# stand in " + LEAST_ARTICLES + " of them or more. * stands for all the others.\n");
      out.print("*\t" + weight(RARE / total) + "\n");
      for (Map.Entry<String, Integer> e : articles.entrySet()) {
        if (e.getValue() >= LEAST_ARTICLES) {
          double s = share.getOrDefault(e.getKey(), 0.0);
          out.print(e.getKey() + "\t" + weight(s) + "\n");
        }
      }
    }
  }

  private static int weight(double share) {
    return (int) Math.round(-100 * StrictMath.log(share));
  }
}
