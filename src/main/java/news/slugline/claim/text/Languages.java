package news.slugline.claim.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article: what the wire says, unless the function words or the script of
 * the text clearly say another. Just good enough to keep languages apart; thread-safe.
 */
public final class Languages {
  /** The language that is read; also what is assumed where nothing tells. */
  public static final String ENGLISH = "en";

  private static final Languages STANDARD = new Languages();

  /** So many words of a text are looked at. */
  private static final int MOST_WORDS = 300;

  /** Against what the wire says, so many function words must stand there ... */
  private static final int LEAST = 4;

  /** ... and more than so many times as many as of the language that the wire names. */
  private static final int CLEARLY = 3;

  private static final int MOST_LETTERS = 400;

  /** The first character that may be of another script. */
  private static final char BEYOND_LATIN = '\u0250';

  private final List<String> languages = new ArrayList<>();

  /** By word, a bit for each language of which it is a function word. */
  private final Map<String, Long> words = new HashMap<>();

  private Languages() {
    for (String line : Resources.lines(Languages.class, "function-words.txt")) {
      int colon = line.indexOf(':');
      long bit = 1L << languages.size();
      languages.add(line.substring(0, colon));
      for (String w : line.substring(colon + 1).strip().split("\\s+")) {
        words.merge(w, bit, (x, y) -> x | y);
      }
    }
  }

  public static Languages standard() {
    return STANDARD;
  }

  /** The base tag of the article's language, such as {@code en}. */
  public String of(@Nullable String tag, String headline, Document body) {
    return of(tag, Document.of(headline), body);
  }

  /** The same, of a headline that has been taken apart. */
  public String of(@Nullable String tag, Document headline, Document body) {
    String said = tag == null || tag.isBlank() ? ENGLISH : base(tag);
    String script = script(headline.text(), body.text());
    int[] hits = hits(headline, body);
    int best = 0;
    for (int i = 1; i < hits.length; i++) {
      best = hits[i] > hits[best] ? i : best;
    }
    int known = languages.indexOf(said);
    int own = known < 0 ? 0 : hits[known];
    // Letters that the language said does not use are telling by themselves.
    int least = script.isEmpty() ? LEAST : 1;
    if (hits[best] >= least && hits[best] > CLEARLY * own) {
      return languages.get(best);
    }
    return script.isEmpty() || known < 0 || own > 0 ? said : "und-" + script;
  }

  /** The base tag of a language tag: {@code pt} of {@code pt-BR}. */
  public static String base(String tag) {
    String t = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    int dash = t.indexOf('-');
    return dash > 0 ? t.substring(0, dash) : t;
  }

  /** Whether the word is a function word of any language. */
  public boolean isStopWord(String lower) {
    return words.containsKey(lower);
  }

  private int[] hits(Document headline, Document body) {
    int[] hits = new int[languages.size()];
    int seen = count(headline, 0, hits);
    count(body, seen, hits);
    return hits;
  }

  private int count(Document d, int before, int[] hits) {
    int seen = before;
    for (Token t : d.tokens()) {
      if (!t.isWord()) {
        continue;
      }
      if (seen++ == MOST_WORDS) {
        break;
      }
      long bits = words.getOrDefault(t.lower(), 0L);
      for (; bits != 0; bits &= bits - 1) {
        hits[Long.numberOfTrailingZeros(bits)]++;
      }
    }
    return seen;
  }

  /** The script that most letters are of, if that is not the Latin one; else nothing. */
  private static String script(String headline, String body) {
    String text = headline + body.substring(0, Math.min(MOST_LETTERS, body.length()));
    Map<Character.UnicodeScript, Integer> others = new EnumMap<>(Character.UnicodeScript.class);
    int most = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < BEYOND_LATIN) {
        most += Character.isLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        others.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    String script = "";
    for (Map.Entry<Character.UnicodeScript, Integer> e : others.entrySet()) {
      if (e.getValue() > most && e.getKey() != Character.UnicodeScript.LATIN) {
        most = e.getValue();
        script = e.getKey().name().toLowerCase(Locale.ROOT);
      }
    }
    return script;
  }
}
