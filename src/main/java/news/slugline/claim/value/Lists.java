package news.slugline.claim.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The word lists and tables beside this package's classes: "#" comments, tab-separated fields. */
final class Lists {
  private Lists() {}

  /** The lines of a table, without comments and blank lines. */
  static List<String> lines(String name) {
    try (InputStream in = Lists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing table " + name);
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String l = reader.readLine(); l != null; l = reader.readLine()) {
        if (!l.isBlank() && l.charAt(0) != '#') {
          lines.add(l);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table, each with at least so many fields. */
  static List<String[]> rows(String name, int fields) {
    List<String[]> rows = new ArrayList<>();
    for (String l : lines(name)) {
      String[] row = l.split("\t", -1);
      if (row.length < fields) {
        throw new IllegalStateException("short row in " + name + ": " + l);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The words of a list, white space between them, in lower case. */
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String l : lines(name)) {
      for (String w : l.trim().split("\\s+")) {
        words.add(w.toLowerCase(Locale.ROOT));
      }
    }
    return Set.copyOf(words);
  }
}
