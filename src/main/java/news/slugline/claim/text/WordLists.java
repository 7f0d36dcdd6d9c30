package news.slugline.claim.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the word lists and tables that stand beside this class: UTF-8, {@code #} comments. */
final class WordLists {
  private WordLists() {}

  /** The lines of a list without comments and blank lines, in the file's order. */
  static List<String> lines(String name) {
    List<String> out = new ArrayList<>();
    try (InputStream in = WordLists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          out.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  /** The words of a list, several of them a line allowed. */
  static Set<String> words(String name) {
    Set<String> out = new LinkedHashSet<>();
    for (String line : lines(name)) {
      out.addAll(List.of(line.split("\\s+")));
    }
    return Set.copyOf(out);
  }
}
