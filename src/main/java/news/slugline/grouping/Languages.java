package news.slugline.grouping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article: what the wire says, else the one whose function words stand in
 * it most, else the script. Just good enough to keep languages apart.
 */
final class Languages {
  private final Map<String, Set<String>> words;
  private final Set<String> all = new HashSet<>();

  private Languages(Map<String, Set<String>> words) {
    this.words = words;
    words.values().forEach(all::addAll);
  }

  static Languages load() {
    Map<String, Set<String>> words = new TreeMap<>();
    try (InputStream in = Languages.class.getResourceAsStream("function-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource function-words.txt");
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = r.readLine(); line != null; line = r.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.charAt(0) != '#') {
          words.put(
              line.substring(0, colon), Set.of(line.substring(colon + 1).strip().split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Languages(words);
  }

  /** The base tag of the article's language. */
  String of(@Nullable String tag, String headline, Document body) {
    if (tag != null && !tag.isBlank()) {
      String t = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
      int dash = t.indexOf('-');
      return dash > 0 ? t.substring(0, dash) : t;
    }
    return detect(headline, body);
  }

  /** Whether the word is a function word of any language but English. */
  boolean isStopWord(String lower) {
    return all.contains(lower);
  }

  private String detect(String headline, Document body) {
    Map<String, Integer> hits = new HashMap<>();
    int seen = 0;
    for (Document d : new Document[] {Document.of(headline), body}) {
      for (Token t : d.tokens()) {
        if (t.type() != Token.Type.WORD || seen++ > 300) {
          continue;
        }
        words.forEach(
            (language, set) -> {
              if (set.contains(t.lower())) {
                hits.merge(language, 1, Integer::sum);
              }
            });
      }
    }
    String best = script(headline + body.text().substring(0, Math.min(200, body.text().length())));
    int most = 0;
    for (String language : words.keySet()) {
      int n = hits.getOrDefault(language, 0);
      if (n > most) {
        most = n;
        best = language;
      }
    }
    return best;
  }

  private static String script(String text) {
    int latin = 0;
    int other = 0;
    Character.UnicodeScript seen = Character.UnicodeScript.LATIN;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        Character.UnicodeScript s = Character.UnicodeScript.of(text.charAt(i));
        if (s == Character.UnicodeScript.LATIN) {
          latin++;
        } else {
          other++;
          seen = s;
        }
      }
    }
    return other > latin ? "und-" + seen.name().toLowerCase(Locale.ROOT) : "en";
  }
}
