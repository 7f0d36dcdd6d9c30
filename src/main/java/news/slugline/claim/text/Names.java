package news.slugline.claim.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names in an article: runs of capitalised words, typed and resolved within the article, so
 * that "Mr Smith" and "Smith" carry the name under which the article introduces him.
 *
 * <p>Mentions never overlap and stand in text order. No part-of-speech tags are needed.
 */
public final class Names {
  private static final Set<String> TITLES = Resources.set(Names.class, "person-titles.txt");
  private static final Set<String> GIVEN = Resources.set(Names.class, "given-names.txt");
  private static final Set<String> SUFFIXES = Resources.set(Names.class, "name-suffixes.txt");
  private static final Set<String> PARTICLES = Resources.set(Names.class, "name-particles.txt");
  private static final Set<String> ORGANISATION =
      Resources.set(Names.class, "organisation-words.txt");
  private static final Set<String> PLACES = Resources.set(Names.class, "places.txt");
  private static final Map<String, String> PLACE_ALIASES =
      Resources.map(Names.class, "place-aliases.tsv");
  private static final Set<String> DEMONYMS = Resources.set(Names.class, "demonyms.txt");
  private static final Set<String> OPENERS = Resources.set(Names.class, "common-openers.txt");
  private static final WordGroups WORDS = WordGroups.of(Names.class, "name-words.tsv");
  private static final Set<String> PLACE_PREPOSITIONS = WORDS.get("place prepositions");
  private static final Set<String> CLOSED = WORDS.get("closed");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}']+");
  private static final int LONGEST = 10;

  /** Given names that are words with which sentences begin as well. */
  private static final Set<String> GIVEN_OPENERS = WORDS.get("given names that open sentences");

  private static final Set<String> GIVEN_MONTHS = WORDS.get("months that are given names");

  /** Behind one of these stands a month. */
  private static final Set<String> BEFORE_MONTHS = WORDS.get("before months");

  /** What ties an office to whose it is. */
  private static final Set<String> OF_OFFICE = WORDS.get("of an office");

  /** "The minister for labour and social affairs, Ann Holm". */
  private static final int OFFICE_REACH = 8;

  private final Document document;
  private final List<Mention> mentions = new ArrayList<>();
  private final int[] byToken;
  private final Set<String> lowerCaseWords = new HashSet<>();

  /** A currency's code, or its letter, and a number. */
  private static final Pattern SUM = Pattern.compile("(?:[A-Z]{3}|[NRK])\\d[\\d.,]*(?:bn|mn?|tn)?");

  private final Map<String, Integer> capitalisedInside = new HashMap<>();

  private Names(Document document, @Nullable String headline) {
    this.document = document;
    byToken = new int[document.tokens().size()];
    survey(document);
    if (headline != null) {
      surveyHeadline(headline);
    }
    List<Run> runs = new ArrayList<>();
    for (Sentence s : document.sentences()) {
      runsOf(s, runs);
    }
    resolve(runs);
  }

  /** The names of an article; its headline helps to tell names from other capitals. */
  public static Names of(Document document, @Nullable String headline) {
    return new Names(document, headline);
  }

  public List<Mention> mentions() {
    return mentions;
  }

  /** The mention to which a token belongs. */
  public @Nullable Mention at(int tokenIndex) {
    int i = byToken[tokenIndex];
    return i == 0 ? null : mentions.get(i - 1);
  }

  /** Canonical names of a type, most mentioned first; ties in order of first mention. */
  public List<String> mostMentioned(EntityType type) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Mention m : mentions) {
      if (m.type() == type) {
        counts.merge(m.name(), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort((a, b) -> Integer.compare(b.getValue(), a.getValue()));
    List<String> out = new ArrayList<>();
    for (Map.Entry<String, Integer> e : entries) {
      out.add(e.getKey());
    }
    return out;
  }

  /** Which words stand in lower case somewhere, and which with a capital inside a sentence. */
  private void survey(Document d) {
    for (Sentence s : d.sentences()) {
      boolean opening = true;
      for (Token t : d.tokens(s)) {
        if (!t.isWord()) {
          opening |= t.text().equals(":") || quoteMark(t.text());
          continue;
        }
        if (!t.isCapitalised()) {
          lowerCaseWords.add(t.lower());
        } else if (!opening) {
          capitalisedInside.merge(t.text(), 1, Integer::sum);
        }
        opening = false;
      }
    }
  }

  private void surveyHeadline(String headline) {
    for (String w : NOT_LETTERS.split(headline)) {
      if (!w.isEmpty() && Character.isLowerCase(w.codePointAt(0))) {
        lowerCaseWords.add(w.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean quoteMark(String t) {
    return t.equals("\"") || t.equals("\u201c") || t.equals("\u2018") || t.equals("'");
  }

  /** A run of capitalised words with the titles before it taken off. */
  private static final class Run {
    final int first;
    final int end;
    final boolean titled;
    final String text;
    EntityType type = EntityType.OTHER;
    String name;

    Run(int first, int end, boolean titled, String text) {
      this.first = first;
      this.end = end;
      this.titled = titled;
      this.text = text;
      this.name = text;
    }

    String last() {
      return text.substring(text.lastIndexOf(' ') + 1);
    }
  }

  private void runsOf(Sentence s, List<Run> out) {
    int i = s.firstToken();
    boolean opening = true;
    while (i < s.endToken()) {
      Token t = document.tokens().get(i);
      if (!t.isWord()) {
        opening |= quoteMark(t.text()) || t.text().equals(":");
        i++;
        continue;
      }
      if (!startsName(i, opening)) {
        opening = false;
        i++;
        continue;
      }
      int end = endOfRun(i, s.endToken());
      addRun(i, end, out);
      opening = false;
      i = end;
    }
  }

  private boolean startsName(int i, boolean opening) {
    Token t = document.tokens().get(i);
    if (!t.isCapitalised() || t.lower().equals("i") || t.lower().startsWith("'")) {
      return false;
    }
    if (SUM.matcher(t.text()).matches()) {
      return false; // "N4.7 billion", "SEK850 million"
    }
    if (t.lower().endsWith("-year-old")) {
      return false; // "Eighteen-year-old Ann Lee"
    }
    if (isGivenOpener(i, opening)) {
      return true;
    }
    if (OPENERS.contains(t.lower()) && !(allCapitals(t.text()) && t.text().length() > 1)) {
      return false;
    }
    if (OPENERS.contains(t.lower())) {
      return t.text().equals("US");
    }
    if (!opening) {
      return true;
    }
    if (capitalisedInside.containsKey(t.text())
        || GIVEN.contains(t.text())
        || PLACES.contains(t.text())
        || TITLES.contains(t.lower())
        || allCapitals(t.text())) {
      return true;
    }
    boolean two = nextIsCapitalised(i);
    return (two || !lowerCaseWords.contains(t.lower())) && !opensOnly(i, two);
  }

  /** "The union's Per Berg" inside a sentence; not "in May Brussels". */
  private boolean isGivenOpener(int i, boolean opening) {
    if (opening || i == 0) {
      return false;
    }
    String w = document.tokens().get(i).lower();
    boolean month =
        GIVEN_MONTHS.contains(w) && !BEFORE_MONTHS.contains(document.tokens().get(i - 1).lower());
    return (GIVEN_OPENERS.contains(w) || month) && nextIsCapitalised(i);
  }

  /** "Initially", "Died:", "Hearing of it": a word with a capital because it opens a sentence. */
  private boolean opensOnly(int i, boolean nameFollows) {
    String w = document.tokens().get(i).lower();
    String tag = document.tag(i);
    boolean adverb = tag.equals("ADV") && w.endsWith("ly");
    boolean verb =
        (tag.equals("VERB") || tag.equals("AUX"))
            && (w.endsWith("ing") || w.endsWith("ed") || !Verbs.lemma(w).equals(w));
    return adverb || !nameFollows && verb;
  }

  private boolean nextIsCapitalised(int i) {
    if (i + 1 >= document.tokens().size()) {
      return false;
    }
    Token n = document.tokens().get(i + 1);
    return n.isWord() && n.isCapitalised() && !OPENERS.contains(n.lower());
  }

  private static boolean allCapitals(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (Character.isLowerCase(s.charAt(i))) {
        return false;
      }
    }
    return s.length() > 1;
  }

  private int endOfRun(int first, int limit) {
    List<Token> tokens = document.tokens();
    int end = first + 1;
    int i = first + 1;
    while (i < limit && i - first < LONGEST) {
      Token t = tokens.get(i);
      if (t.isWord() && t.isCapitalised() && !OPENERS.contains(t.lower())) {
        i++;
        end = i;
      } else if (t.text().equals(".") && abbreviated(i - 1) && i + 1 < limit) {
        i++;
        end = dotBelongs(i - 2) ? i : end;
      } else if (joins(i, limit)) {
        i++;
      } else if (t.isNumber() && i == end && t.text().length() <= 2 && i + 1 >= limit) {
        break;
      } else {
        break;
      }
    }
    return end;
  }

  private boolean abbreviated(int i) {
    Token t = document.tokens().get(i);
    return t.text().length() == 1
        || t.text().indexOf('.') > 0
        || TITLES.contains(t.lower())
        || SUFFIXES.contains(t.lower())
        || t.lower().equals("st");
  }

  private boolean dotBelongs(int i) {
    return document.tokens().get(i).text().indexOf('.') > 0
        || SUFFIXES.contains(document.tokens().get(i).lower());
  }

  /** Whether a lower-case word at i holds together the capitals around it. */
  private boolean joins(int i, int limit) {
    List<Token> tokens = document.tokens();
    Token t = tokens.get(i);
    if (i + 1 >= limit || !t.isWord()) {
      return false;
    }
    Token n = tokens.get(i + 1);
    boolean capital = n.isWord() && n.isCapitalised() && !OPENERS.contains(n.lower());
    if (PARTICLES.contains(t.lower())) {
      return capital
          || (PARTICLES.contains(n.lower()) && i + 2 < limit && tokens.get(i + 2).isCapitalised());
    }
    String before = tokens.get(i - 1).lower();
    boolean body = ORGANISATION.contains(before) || TITLES.contains(before) || before.equals("bay");
    if (t.lower().equals("of") && body) {
      return capital
          || (n.lower().equals("the") && i + 2 < limit && tokens.get(i + 2).isCapitalised());
    }
    if (t.lower().equals("the") && tokens.get(i - 1).lower().equals("of")) {
      return capital;
    }
    return (t.lower().equals("for") || t.lower().equals("on")) && body && capital;
  }

  private void addRun(int from, int to, List<Run> out) {
    List<Token> tokens = document.tokens();
    int first = from;
    boolean titled = titleBefore(from) || apposed(from, to);
    if (qualifies(first, to)) {
      first++;
    }
    while (first < to - 1) {
      if (titled && qualifies(first, to)) {
        first++; // "Chief Financial Officer"
        continue;
      }
      boolean title = TITLES.contains(tokens.get(first).lower());
      boolean place =
          DEMONYMS.contains(tokens.get(first).text())
              || PLACE_ALIASES.containsKey(tokens.get(first).text());
      if (!title && !(place && restHasTitle(first + 1, to))) {
        break;
      }
      if (title && officeOf(first, to)) {
        first = skipOffice(first, to);
        titled = true;
        continue;
      }
      titled |= title;
      first++;
      while (first < to - 1 && !tokens.get(first).isWord()) {
        first++;
      }
    }
    if (first >= to) {
      return;
    }
    if (first == to - 1
        && !titled
        && (TITLES.contains(tokens.get(first).lower())
            || DEMONYMS.contains(tokens.get(first).text()))) {
      return;
    }
    String text = text(first, to);
    if (titled && first == to - 1 && TITLES.contains(text.toLowerCase(Locale.ROOT))) {
      return;
    }
    out.add(new Run(first, to, titled, text));
  }

  /** "Prime Minister Anil Sharma", "Leeds Mayor Jane Roe": a word before the title. */
  private boolean qualifies(int first, int to) {
    Token t = document.tokens().get(first);
    return first + 2 < to
        && !GIVEN.contains(t.text())
        && !TITLES.contains(t.lower())
        && TITLES.contains(document.tokens().get(first + 1).lower())
        && !document.tokens().get(first + 2).lower().equals("of");
  }

  /**
   * "The water minister, Meena Bora, said", "the mayor of Leeds, Jane Roe.": the name of the
   * office's holder.
   */
  private boolean apposed(int from, int to) {
    List<Token> t = document.tokens();
    if (from < 2 || to - from < 2 || !t.get(from - 1).text().equals(",")) {
      return false;
    }
    String next = to < t.size() ? t.get(to).text() : ".";
    if (!next.equals(",") && !next.equals(".")) {
      return false;
    }
    int office = from - 2;
    if (!isOffice(office)) {
      int first = document.sentences().get(document.sentenceOf(from)).firstToken();
      while (office > first && from - office < OFFICE_REACH && t.get(office).isWord()) {
        office--;
        if (OF_OFFICE.contains(t.get(office).lower())) {
          return office > first && isOffice(office - 1);
        }
      }
      return false;
    }
    return true;
  }

  private boolean isOffice(int i) {
    Token office = document.tokens().get(i);
    return TITLES.contains(office.lower()) && !office.isCapitalised();
  }

  private boolean restHasTitle(int from, int to) {
    for (int i = from; i < to - 1; i++) {
      if (TITLES.contains(document.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "Secretary of State John Smith": the office runs up to the person's name. */
  private boolean officeOf(int i, int to) {
    return i + 2 < to && document.tokens().get(i + 1).lower().equals("of");
  }

  private int skipOffice(int i, int to) {
    int j = i + 2;
    while (j < to && document.tokens().get(j).lower().equals("the")) {
      j++;
    }
    for (int k = j; k < to; k++) {
      if (GIVEN.contains(document.tokens().get(k).text())) {
        return k;
      }
    }
    return Math.min(j + 1, to);
  }

  private boolean titleBefore(int i) {
    if (i == 0) {
      return false;
    }
    Token before = document.tokens().get(i - 1);
    if (before.text().equals(".") && i > 1) {
      before = document.tokens().get(i - 2);
    }
    return before.isWord() && TITLES.contains(before.lower());
  }

  private String text(int first, int end) {
    List<Token> tokens = document.tokens();
    StringBuilder b = new StringBuilder();
    for (int i = first; i < end; i++) {
      Token t = tokens.get(i);
      if (i > first && tokens.get(i - 1).end() < t.start()) {
        b.append(' ');
      }
      b.append(t.text());
    }
    return b.toString();
  }

  private void resolve(List<Run> runs) {
    for (Run r : runs) {
      r.type = typeOf(r);
    }
    Map<String, List<String>> people = new HashMap<>();
    Map<String, String> organisations = new HashMap<>();
    for (Run r : runs) {
      if (r.type == EntityType.PERSON && r.text.indexOf(' ') > 0) {
        addPerson(people, r);
      }
      if (r.type == EntityType.ORGANISATION && r.text.indexOf(' ') > 0) {
        organisations.putIfAbsent(initials(r.text), r.text);
      }
    }
    for (Run r : runs) {
      settle(r, people, organisations);
      for (int i = r.first; i < r.end; i++) {
        byToken[i] = mentions.size() + 1;
      }
      mentions.add(new Mention(r.first, r.end, r.type, r.name));
    }
  }

  private static void addPerson(Map<String, List<String>> people, Run r) {
    List<String> of = people.computeIfAbsent(NameKeys.key(r.text), k -> new ArrayList<>());
    for (String known : of) {
      if (NameKeys.same(known, r.text)) {
        return;
      }
    }
    of.add(r.text);
  }

  private void settle(Run r, Map<String, List<String>> people, Map<String, String> organisations) {
    boolean known = PLACES.contains(r.text) || PLACE_ALIASES.containsKey(r.text);
    boolean surname = r.text.indexOf(' ') < 0 && people.containsKey(NameKeys.key(r.text));
    if (r.type == EntityType.PLACE && (known || !surname)) {
      r.name = PLACE_ALIASES.getOrDefault(r.text, r.text);
      return;
    }
    String full = organisations.get(r.text);
    if (full != null) {
      r.type = EntityType.ORGANISATION;
      r.name = full;
      return;
    }
    boolean single = r.text.indexOf(' ') < 0;
    if (r.type == EntityType.PERSON || single) {
      List<String> of = people.get(NameKeys.key(r.text));
      if (of != null) {
        for (int i = of.size() - 1; i >= 0; i--) {
          if (NameKeys.same(of.get(i), r.text)) {
            r.name = of.get(i);
            r.type = EntityType.PERSON;
            if (!single) {
              return;
            }
          }
        }
      } else if (single && r.type == EntityType.PERSON) {
        r.name = byGivenName(r.text, people);
      }
    }
  }

  /** A person called by the given name, if just one bears it. */
  private static String byGivenName(String given, Map<String, List<String>> people) {
    String found = null;
    int n = 0;
    for (List<String> of : people.values()) {
      for (String name : of) {
        if (name.startsWith(given + " ")) {
          found = name;
          n++;
        }
      }
    }
    return n == 1 && found != null ? found : given;
  }

  private static String initials(String name) {
    StringBuilder b = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((before == ' ' || before == '-') && Character.isUpperCase(c)) {
        b.append(c);
      }
      before = c;
    }
    return b.toString();
  }

  private EntityType typeOf(Run r) {
    if (PLACE_ALIASES.containsKey(r.text) || (PLACES.contains(r.text) && !r.titled)) {
      return EntityType.PLACE;
    }
    List<Token> tokens = document.tokens().subList(r.first, r.end);
    boolean organisation = false;
    for (Token t : tokens) {
      organisation |= ORGANISATION.contains(t.lower());
    }
    if (r.titled && !organisation) {
      return EntityType.PERSON;
    }
    if (organisation) {
      return EntityType.ORGANISATION;
    }
    int words = words(r.text);
    String first = tokens.get(0).lower();
    boolean opener = GIVEN_OPENERS.contains(first) || GIVEN_MONTHS.contains(first);
    if (words > 1 && (opener || GIVEN.contains(tokens.get(0).text()))) {
      return EntityType.PERSON;
    }
    if (words == 1 && allCapitals(r.text) && r.text.length() >= 2 && r.text.length() <= 6) {
      return EntityType.ORGANISATION;
    }
    if (words >= 2 && words <= 3 && looksLikePerson(r)) {
      return EntityType.PERSON;
    }
    if (words == 1 && GIVEN.contains(r.text)) {
      return EntityType.PERSON;
    }
    return placeByContext(r) ? EntityType.PLACE : EntityType.OTHER;
  }

  private static int words(String name) {
    int words = 1;
    for (int i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
      words++;
    }
    return words;
  }

  /** An initial inside, an age behind, or a word of speech beside it. */
  private boolean looksLikePerson(Run r) {
    List<Token> tokens = document.tokens();
    for (int i = r.first + 1; i < r.end - 1; i++) {
      if (tokens.get(i).text().length() == 1 && tokens.get(i).isWord()) {
        return true;
      }
    }
    if (r.end + 1 < tokens.size() && tokens.get(r.end).text().equals(",")) {
      Token age = tokens.get(r.end + 1);
      if (age.isNumber() && age.text().length() <= 2) {
        return true;
      }
    }
    if (r.end < tokens.size()) {
      String next = tokens.get(r.end).lower();
      if (next.equals("said")
          || next.equals("told")
          || next.equals("says")
          || next.equals("added")
          || next.equals("who")) {
        return true;
      }
    }
    return r.first > 0 && tokens.get(r.first - 1).lower().equals("said");
  }

  /** "In Alaskan waters": a place's adjective before what it is said of. */
  private boolean adjective(Run r) {
    if (DEMONYMS.contains(r.text)) {
      return true;
    }
    boolean formed = r.text.endsWith("an") || r.text.endsWith("ese") || r.text.endsWith("ish");
    if (!formed || r.end >= document.tokens().size()) {
      return false;
    }
    Token next = document.tokens().get(r.end);
    return next.isWord() && !next.isCapitalised() && !CLOSED.contains(document.tag(r.end));
  }

  private boolean placeByContext(Run r) {
    List<Token> tokens = document.tokens();
    if (r.first == 0 || adjective(r)) {
      return false;
    }
    String before = tokens.get(r.first - 1).lower();
    boolean comma =
        r.end + 1 < tokens.size()
            && tokens.get(r.end).text().equals(",")
            && PLACES.contains(tokens.get(r.end + 1).text());
    return comma
        || (PLACE_PREPOSITIONS.contains(before)
            && !before.equals("from")
            && r.text.indexOf(' ') < 0);
  }
}
