package corenlp;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonObject;
import javax.json.JsonReader;

/** Who said what in articles of a ninjs file, by CoreNLP's quote annotator and all that it needs. */
public final class CoreNlpQuotes {
  private CoreNlpQuotes() {}

  /**
   * @param args a file of ninjs lines, how many of them warm up, how many are measured
   */
  public static void main(String[] args) throws IOException {
    int warm = Integer.parseInt(args[1]);
    int measured = Integer.parseInt(args[2]);
    List<String> bodies = bodies(Path.of(args[0]), warm + measured);
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    p.setProperty("threads", "1");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(p);
    for (String body : bodies.subList(0, warm)) {
      quotes(pipeline, body);
    }
    long before = cpu();
    int quotes = 0;
    for (String body : bodies.subList(warm, warm + measured)) {
      quotes += quotes(pipeline, body);
    }
    double ms = (cpu() - before) / 1e6 / measured;
    System.out.printf(Locale.ROOT, "%.3f %d%n", ms, quotes);
  }

  private static int quotes(StanfordCoreNLP pipeline, String body) {
    Annotation a = new Annotation(body);
    pipeline.annotate(a);
    List<?> quotes = a.get(CoreAnnotations.QuotationsAnnotation.class);
    return quotes == null ? 0 : quotes.size();
  }

  private static List<String> bodies(Path file, int count) throws IOException {
    List<String> out = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try (JsonReader r = Json.createReader(new StringReader(line))) {
        JsonObject body = r.readObject().getJsonArray("bodies").getJsonObject(0);
        out.add(body.getString("value"));
      }
    }
    if (out.size() < count) {
      throw new IOException(file + " holds " + out.size() + " articles, " + count + " are needed");
    }
    return out;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
