package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a sentence says about a place in history: "the first summit since 2019", "the biggest
 * quake in a decade", "last met in 2019", "has not visited since May". Spans of years are counted
 * back from the article's own year. Thread-safe.
 */
public final class HistoryFinder {
  private static final Set<String> RANKS = Lists.words("superlatives.txt");
  private static final WordGroups WORDS = WordGroups.of(HistoryFinder.class, "history-words.tsv");
  private static final Set<String> NO_SUPERLATIVE = WORDS.get("no superlative");
  private static final Set<String> NOT = WORDS.get("not");
  private static final Set<String> NOT_OF = WORDS.get("not of");
  private static final int REACH = 16;

  private HistoryFinder() {}

  /** With the tables of this build. */
  public static HistoryFinder standard() {
    return new HistoryFinder();
  }

  /** What the sentence gives, in order, without overlap. */
  public List<HistoryMention> find(Document document, Sentence sentence, Anchor anchor) {
    return find(Lexemes.of(document, sentence), anchor);
  }

  static List<HistoryMention> find(Lexemes x, Anchor anchor) {
    return find(x, anchor, null);
  }

  static List<HistoryMention> find(Lexemes x, Anchor anchor, @Nullable List<TimeMention> known) {
    List<HistoryMention> found = new ArrayList<>();
    List<TimeMention> times = known;
    int i = 0;
    while (i < x.size) {
      if (!isRank(x, i) && !NOT.contains(x.lower(i))) {
        i++;
        continue;
      }
      if (times == null) {
        times = TimeFinder.find(x, anchor);
      }
      Scan scan = new Scan(x, anchor, times);
      HistoryMention m = isRank(x, i) ? scan.ranked(i) : scan.not(i);
      if (m != null) {
        found.add(m);
      }
      i = m == null ? i + 1 : scan.end;
    }
    return found;
  }

  private static boolean isRank(Lexemes x, int i) {
    String w = x.lower(i);
    return x.word(i)
        && (RANKS.contains(w)
            || w.length() > 4 && w.endsWith("est") && !NO_SUPERLATIVE.contains(w));
  }

  /** One look around one word. */
  private static final class Scan {
    private final Lexemes x;
    private final Anchor anchor;
    private final List<TimeMention> times;
    private int end;

    Scan(Lexemes x, Anchor anchor, List<TimeMention> times) {
      this.x = x;
      this.anchor = anchor;
      this.times = times;
    }

    @Nullable HistoryMention ranked(int i) {
      String rank = x.lower(i);
      int j = i + 1;
      if (rank.equals("most") || rank.equals("least") && x.is(i - 1, "the")) {
        if (!x.is(i - 1, "the") && !x.is(i - 1, "s")) {
          return null;
        }
        boolean adjective =
            x.word(j) && x.word(j + 1) && !x.in(j, Nouns.FUNCTION) && !Nouns.isPlural(x.lower(j));
        rank = adjective ? rank + " " + x.lower(j) : rank;
        j = adjective ? j + 1 : j;
      }
      if (rank.equals("least")) {
        return null;
      }
      if (rank.equals("last")) {
        return last(i);
      }
      boolean led =
          x.is(i - 1, "the")
              || x.is(i - 1, "s")
              || x.is(i - 1, "'")
              || x.in(i - 1, Set.of("its", "his", "her", "their", "our", "my", "a"));
      boolean ordinalOnly = Numbers.ordinal(x, i) > 0 || rank.equals("only");
      if (x.is(i - 1, "second") || x.is(i - 1, "third") || x.is(i - 1, "-")) {
        led = true;
      }
      int limit = Math.min(x.size, j + REACH);
      String of = null;
      for (int k = j; k < limit; k++) {
        if (x.is(k, ";")
            || x.is(k, "\"")
            || x.is(k, "but")
            || isRank(x, k) && !x.is(k, "first") && k > j) {
          break;
        }
        if (of == null) {
          of = noun(k, j);
        }
        String since =
            x.is(k, "ever") && !ordinalOnly || x.is(k, "ever") && led ? "ever" : since(k);
        if (since != null) {
          if (x.is(k, "ever")) {
            end = k + 1;
          }
          return mention(i, rank, since, of);
        }
      }
      boolean maiden =
          x.phrase(i, "first", "time")
              && (x.is(i + 2, "ever")
                  || x.is(i - 2, "for") && x.is(i + 2, "in") && x.is(i + 3, "history"));
      if (maiden || rank.equals("first") && x.phrase(i + 1, "-", "ever")) {
        end = i + 3;
        return mention(i, rank, "ever", noun(i + 3, i + 3));
      }
      return null;
    }

    /** "Last met in 2019", "the last time they met was in 2018". */
    private @Nullable HistoryMention last(int i) {
      boolean verb =
          x.word(i + 1) && (x.lower(i + 1).endsWith("ed") || PAST.contains(x.lower(i + 1)));
      boolean time = x.is(i + 1, "time") && x.is(i - 1, "the");
      if (!verb && !time) {
        return null;
      }
      String of = verb ? x.lower(i + 1) : null;
      for (int k = i + 2; k < Math.min(x.size, i + REACH); k++) {
        if (x.is(k, ";") || x.is(k, "\"")) {
          return null;
        }
        TimeMention t = timeAt(k);
        if (t != null && t.type() != Type.CLOCK_WITHOUT_DAY) {
          end = endOf(k, t);
          return new HistoryMention(
              x.start(i), t.end(), "last in " + t.value(), "last", t.value(), of);
        }
      }
      return null;
    }

    private static final Set<String> PAST = Lists.words("past-verbs.txt");

    /** "Has not visited since 2019", "no American had since May". */
    @Nullable HistoryMention not(int i) {
      String of = null;
      for (int k = i + 1; k < Math.min(x.size, i + REACH); k++) {
        if (x.mark(k) && !x.is(k, "'") && !x.is(k, "-") && !x.is(k, ",")
            || x.is(k, "but")
            || x.is(k, "and")) {
          return null;
        }
        boolean verb =
            x.word(k)
                && (x.lower(k).endsWith("ed") || PAST.contains(x.lower(k)))
                && !x.is(k, "been");
        of = of == null && verb ? x.lower(k) : of;
        if (x.is(k, "since")) {
          String since = since(k);
          return since == null ? null : mention(i, "not", since, of);
        }
      }
      return null;
    }

    private @Nullable String noun(int k, int from) {
      if (!x.word(k) || x.in(k, Nouns.FUNCTION) || NOT_OF.contains(x.lower(k))) {
        return null;
      }
      int h = k;
      while (x.word(h + 1)
              && !x.in(h + 1, Nouns.FUNCTION)
              && !x.lower(h + 1).endsWith("ed")
              && !NOT_OF.contains(x.lower(h + 1))
              && h < k + 4
          || x.is(h + 1, "-") && x.word(h + 2) && !x.spaced(h + 1)) {
        h += x.is(h + 1, "-") ? 2 : 1;
      }
      boolean inside = k == from || x.is(k - 1, "-") || x.in(k - 1, Nouns.FUNCTION);
      return inside ? Units.lemma(x.lower(h)) : null;
    }

    /** What follows "since", "in" and "for": a date, or a span counted back. */
    private @Nullable String since(int k) {
      if (x.is(k, "since")) {
        int n = x.is(k + 1, "at") && x.is(k + 2, "least") ? k + 3 : k + 1;
        for (int s = n; s <= n + 2; s++) {
          TimeMention t = timeAt(s);
          if (t != null) {
            end = endOf(k, t);
            return t.value();
          }
        }
        return null;
      }
      if (!x.is(k, "in") && !x.is(k, "for")) {
        return null;
      }
      if (x.phrase(k, "in", "history")
          || x.phrase(k, "in", "its", "history")
          || x.phrase(k, "in", "living", "memory")) {
        end = x.is(k + 1, "history") ? k + 2 : k + 3;
        return "ever";
      }
      int n = k + 1;
      while (x.is(n, "more")
          || x.is(n, "than")
          || x.is(n, "over")
          || x.is(n, "about")
          || x.is(n, "nearly")
          || x.is(n, "almost")
          || x.is(n, "at")
          || x.is(n, "least")) {
        n++;
      }
      boolean article = x.is(n, "a") || x.is(n, "one");
      Numbers.Hit number = article ? null : Numbers.read(x, n);
      if (!article && number == null) {
        return null;
      }
      int u = number == null ? n + 1 : number.end();
      BigDecimal count = number == null ? BigDecimal.ONE : number.value();
      if (count.compareTo(BigDecimal.valueOf(3000)) > 0) {
        return null;
      }
      return back(x.lower(u), count.intValue(), u + 1);
    }

    private @Nullable String back(String unit, int n, int after) {
      end = after;
      int year = anchor.day().getYear();
      return switch (unit) {
        case "year", "years" -> Integer.toString(year - n);
        case "decade", "decades" -> Integer.toString(year - 10 * n);
        case "century", "centuries" -> Integer.toString(year - 100 * n);
        case "generation", "generations" -> null;
        case "month", "months" -> java.time.YearMonth.from(anchor.day()).minusMonths(n).toString();
        case "week", "weeks", "day", "days" ->
            anchor.day().minusDays(unit.startsWith("week") ? 7L * n : n).toString();
        default -> null;
      };
    }

    private @Nullable TimeMention timeAt(int k) {
      if (k >= x.size) {
        return null;
      }
      int from = 0;
      int to = times.size();
      while (from < to) {
        int mid = (from + to) >>> 1;
        TimeMention t = times.get(mid);
        if (t.start() == x.start(k)) {
          return t;
        }
        if (t.start() < x.start(k)) {
          from = mid + 1;
        } else {
          to = mid;
        }
      }
      return null;
    }

    private int endOf(int from, TimeMention t) {
      int k = from;
      while (k < x.size && x.start(k) < t.end()) {
        k++;
      }
      return k;
    }

    private HistoryMention mention(int i, String rank, String since, @Nullable String of) {
      String value = since.equals("ever") ? rank + " ever" : rank + " since " + since;
      return new HistoryMention(
          x.start(i), x.end(Math.min(end, x.size) - 1), value, rank, since, of);
    }
  }
}
