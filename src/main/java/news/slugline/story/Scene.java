package news.slugline.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;

/**
 * What an article is about at large, in a few terms, beside which its claims are read: two articles
 * of like events ("a man was shot") name other people and places.
 *
 * @param names the terms that it writes as names, most mentioned and rarest first
 * @param lead the rarest terms of its headline and opening
 * @param key the terms that carry most weight in all of it
 * @param figures the numbers that it gives, years among them, the rarest first, then the months, by
 *     three letters
 * @param once the slots of tolls, ages and amounts of which it gives one number and no other, and
 *     the classes of events of which it tells in one place only, besides what was before; "clock"
 *     if it tells of one clock time
 * @param bits of all its terms, see {@link TermBits}
 */
record Scene(
    List<String> names,
    List<String> lead,
    List<String> key,
    List<String> figures,
    List<String> once,
    String bits) {
  static final Scene NONE = new Scene(List.of(), List.of(), List.of(), List.of(), List.of(), "");

  private static final int OPENING = 400;
  private static final String CLOCK = "clock";

  /** Before a number that is a bound or is about so many. */
  private static final String MARKS = "<>=~";

  private static final int FULL_DAY = 10;
  static final int NAMES = 12;
  private static final int LEAD = 24;
  private static final int KEY = 32;
  private static final int FIGURES = 40;
  private static final int MONTH_LETTERS = 3;
  private static final Set<String> MONTHS = Lists.of("change-words.tsv", "month");

  /** Names told apart from capitals at the start of a sentence by what stands before them. */
  private static final String INSIDE = ",\u2019\u201d\"'";

  Scene {
    names = List.copyOf(names);
    lead = List.copyOf(lead);
    key = List.copyOf(key);
    figures = List.copyOf(figures);
    once = List.copyOf(once);
  }

  /** Whether a place in the body, in characters, is in its opening, which gives the news. */
  static boolean isOpening(int start) {
    return start < OPENING;
  }

  static Scene of(String headline, String body, List<Claim> claims, Wording wording) {
    Map<String, Integer> all = new HashMap<>();
    wording.sequence(headline + "\n" + body).forEach(t -> all.merge(t, 1, Integer::sum));
    Map<String, Integer> named = named(body, wording);
    Set<String> opening =
        new LinkedHashSet<>(
            wording.sequence(
                headline + "\n" + body.substring(0, Math.min(OPENING, body.length()))));
    Comparator<String> rarest =
        Comparator.comparingInt((String t) -> -wording.weight(t)).thenComparing(t -> t);
    Comparator<String> heaviest =
        Comparator.comparingDouble(
                (String t) -> -(1 + Math.log(all.getOrDefault(t, 1))) * wording.weight(t))
            .thenComparing(t -> t);
    Comparator<String> mentioned = Comparator.comparingInt(t -> -named.getOrDefault(t, 0));
    return new Scene(
        named.keySet().stream().sorted(mentioned.thenComparing(rarest)).limit(NAMES).toList(),
        opening.stream().sorted(rarest).limit(LEAD).toList(),
        all.keySet().stream().sorted(heaviest).limit(KEY).toList(),
        figures(all.keySet(), rarest),
        once(claims),
        TermBits.of(all.keySet()));
  }

  private static List<String> once(List<Claim> claims) {
    Map<String, Set<Object>> numbers = new TreeMap<>();
    for (Claim c : claims) {
      if (c.value() == null || c.isTold()) {
        continue;
      }
      if (OnlyNumber.mayBe(c)) {
        numbers.computeIfAbsent(c.about().slot(), k -> new HashSet<>()).add(bare(c.value()));
      }
      if (c.about().background()) {
        continue;
      }
      if (Clash.isToll(c)) {
        numbers.computeIfAbsent(c.about().slot(), k -> new HashSet<>()).add(bare(c.value()));
      } else if (isMoment(c)) {
        numbers.computeIfAbsent(CLOCK, k -> new HashSet<>()).add(c.value());
      } else if (c.kind() == Kind.EVENT) {
        numbers.computeIfAbsent(event(c), k -> new HashSet<>()).add(c.span().start());
      }
    }
    return numbers.entrySet().stream()
        .filter(e -> e.getValue().size() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A number as it is, be it given as one or as a bound: "19 bodies", "at least 19 dead". */
  private static String bare(String value) {
    int from = 0;
    while (from < value.length() && MARKS.indexOf(value.charAt(from)) >= 0) {
      from++;
    }
    return value.substring(from);
  }

  /** Whether a claim is of a minute that has been. */
  private static boolean isMoment(Claim c) {
    return c.kind() == Kind.TIME
        && c.value() != null
        && c.value().indexOf('T') == FULL_DAY
        && c.modality() != Modality.PLANNED;
  }

  /** Whether the article tells of what was at one clock time and no other. */
  boolean isOnlyMoment(Claim c) {
    return isMoment(c) && once.contains(CLOCK);
  }

  private static String event(Claim c) {
    return "event:" + TopicKeys.trigger(c.about());
  }

  /** Whether the article gives no other number of what a claim counts or measures. */
  boolean isOnlyNumber(Claim c) {
    return OnlyNumber.mayBe(c) && once.contains(c.about().slot());
  }

  /** Whether the article tells of no other event of a claim's class. */
  boolean isOnly(Claim event) {
    return once.contains(event(event));
  }

  private static List<String> figures(Set<String> terms, Comparator<String> rarest) {
    Stream<String> numbers = terms.stream().filter(Scene::isNumber).sorted(rarest).limit(FIGURES);
    Stream<String> months =
        terms.stream().filter(MONTHS::contains).map(t -> t.substring(0, MONTH_LETTERS)).sorted();
    return Stream.concat(numbers, months).distinct().toList();
  }

  static boolean isNumber(String term) {
    return Character.isDigit(term.charAt(0));
  }

  /** The terms of words in capitals within sentences, and how often they stand there. */
  private static Map<String, Integer> named(String body, Wording wording) {
    Map<String, Integer> out = new HashMap<>();
    for (int i = 2; i < body.length(); i++) {
      char before = body.charAt(i - 2);
      boolean inside = Character.isLowerCase(before) || INSIDE.indexOf(before) >= 0;
      if (body.charAt(i - 1) == ' ' && inside && Character.isUpperCase(body.charAt(i))) {
        int end = i + 1;
        while (end < body.length() && isPart(body.charAt(end))) {
          end++;
        }
        String term = wording.term(body.substring(i, end));
        if (term != null) {
          out.merge(term, 1, Integer::sum);
        }
        i = end;
      }
    }
    return out;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '\u2019';
  }
}
