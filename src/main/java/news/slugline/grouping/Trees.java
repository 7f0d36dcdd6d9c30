package news.slugline.grouping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of small decision trees, as a probability. Immutable.
 *
 * <p>Its file has one tree a line, in fields separated by tabs, in preorder: a question is the name
 * of a feature and a number, followed by the tree for values up to that number and the tree for
 * values above it; an answer is an equals sign and what it adds. Lines {@code @name number} are
 * settings.
 */
final class Trees {
  /** Per node: the feature, or -1 for an answer. */
  private final int[] feature;

  /** Per node: where the question cuts, or what the answer adds. */
  private final double[] number;

  /** Per node: the node for greater values; the one for the others comes next. */
  private final int[] above;

  private final int[] roots;
  private final Map<String, Double> settings;

  private Trees(
      List<Integer> feature,
      List<Double> number,
      int[] above,
      List<Integer> roots,
      Map<String, Double> settings) {
    this.feature = feature.stream().mapToInt(Integer::intValue).toArray();
    this.number = number.stream().mapToDouble(Double::doubleValue).toArray();
    this.above = above;
    this.roots = roots.stream().mapToInt(Integer::intValue).toArray();
    this.settings = settings;
  }

  static Trees load(String resource, List<String> features) {
    try (InputStream in = Trees.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(r.lines().toList(), features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trees parse(List<String> lines, List<String> features) {
    Parser p = new Parser(features);
    Map<String, Double> settings = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith("@")) {
        int tab = line.indexOf('\t');
        settings.put(line.substring(1, tab), Double.parseDouble(line.substring(tab + 1)));
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        p.tree(line.split("\t"));
      }
    }
    int[] above = Arrays.copyOf(p.above, p.feature.size());
    return new Trees(p.feature, p.number, above, p.roots, settings);
  }

  double setting(String name) {
    Double value = settings.get(name);
    if (value == null) {
      throw new IllegalStateException("no setting " + name);
    }
    return value;
  }

  /** 0 to 1. */
  double score(double[] x) {
    double sum = 0;
    for (int root : roots) {
      int n = root;
      while (feature[n] >= 0) {
        n = x[feature[n]] <= number[n] ? n + 1 : above[n];
      }
      sum += number[n];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  private static final class Parser {
    final List<String> features;
    final List<Integer> feature = new ArrayList<>();
    final List<Double> number = new ArrayList<>();
    final List<Integer> roots = new ArrayList<>();
    int[] above = new int[64];
    private String[] fields = {};
    private int at;

    Parser(List<String> features) {
      this.features = features.stream().map(f -> f.substring(1)).toList();
    }

    void tree(String[] line) {
      fields = line;
      at = 0;
      roots.add(feature.size());
      node();
    }

    private void node() {
      String f = fields[at++];
      int n = feature.size();
      if (n == above.length) {
        above = Arrays.copyOf(above, n * 2);
      }
      if (f.startsWith("=")) {
        feature.add(-1);
        number.add(Double.parseDouble(f.substring(1)));
        return;
      }
      int index = features.indexOf(f);
      if (index < 0) {
        throw new IllegalStateException("unknown feature " + f);
      }
      feature.add(index);
      number.add(Double.parseDouble(fields[at++]));
      node();
      above[n] = feature.size();
      node();
    }
  }
}
