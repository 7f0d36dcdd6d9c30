package news.slugline.grouping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Knows copy that comes again day by day and is a new story each time. */
final class Recurring {
  private record Sign(String kind, String[] words) {}

  private final List<Sign> signs = new ArrayList<>();

  private Recurring() {}

  static Recurring load() {
    Recurring out = new Recurring();
    try (InputStream in = Recurring.class.getResourceAsStream("recurring-copy.tsv")) {
      if (in == null) {
        throw new IllegalStateException("missing resource recurring-copy.tsv");
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = r.readLine(); line != null; line = r.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          out.signs.add(new Sign(line.substring(0, tab), line.substring(tab + 1).split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  /** The kind of recurring copy that a headline and first sentence tell; null if none. */
  @Nullable String kind(List<Token> headline, List<Token> first) {
    Set<String> words = new HashSet<>();
    headline.forEach(t -> words.add(t.lower()));
    first.forEach(t -> words.add(t.lower()));
    for (Sign sign : signs) {
      boolean all = true;
      for (String w : sign.words()) {
        all &= w.endsWith("*") ? begins(words, w.substring(0, w.length() - 1)) : words.contains(w);
      }
      if (all) {
        return sign.kind();
      }
    }
    return null;
  }

  private static boolean begins(Set<String> words, String start) {
    for (String w : words) {
      if (w.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
