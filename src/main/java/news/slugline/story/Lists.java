package news.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The package's word lists: a line an entry, two columns, comments begin with a hash sign. */
final class Lists {
  /** Each is read once: whoever keeps stories wants the same ones again and again. */
  private static final Map<String, List<String[]>> READ = new HashMap<>();

  private Lists() {}

  /** The second column of the lines whose first one is {@code column}, sorted. */
  static Set<String> of(String resource, String column) {
    Set<String> out = new TreeSet<>();
    for (String[] row : rows(resource)) {
      if (row[0].equals(column)) {
        out.add(row[1]);
      }
    }
    return TermSet.copyOf(out);
  }

  /** A column, from 0, of the lines whose first one is {@code key}, in order. */
  static List<String> of(String resource, String key, int column) {
    List<String> out = new ArrayList<>();
    for (String[] row : rows(resource)) {
      if (row[0].equals(key)) {
        out.add(row[column]);
      }
    }
    return out;
  }

  /** The lines of a list; nobody changes what they hold. */
  static synchronized List<String[]> rows(String resource) {
    return READ.computeIfAbsent(resource, Lists::read);
  }

  private static List<String[]> read(String resource) {
    List<String[]> out = new ArrayList<>();
    try (InputStream in = Lists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the build: " + resource);
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = r.readLine(); line != null; line = r.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          out.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(out);
  }
}
