package news.slugline.grouping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.event.EventWords;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Languages;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.TermWeights;
import news.slugline.claim.text.Terms;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Written;
import news.slugline.claim.value.PlaceFinder;
import news.slugline.claim.value.PlaceMention;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/** Makes an article's {@link Profile}: a pure function of the article and its time. */
final class Profiler {
  /** Copy says what matters first; what stands beyond adds little and costs time. */
  private static final int MOST_TOKENS = 1200;

  private static final int MOST_TERMS = 120;
  private static final int LEAD_SENTENCES = 4;

  /** Where an event happened is said in so many first sentences. */
  private static final int PLACE_SENTENCES = 8;

  private static final int PHRASE_WEIGHT = 600;
  private static final int NUMBER_WEIGHT = 400;
  private static final int DAY_WEIGHT = 400;
  private static final int CITY_WEIGHT = 450;
  private static final int REGION_WEIGHT = 200;
  private static final int YEAR_WEIGHT = 300;
  private static final int SLUG_WEIGHT = 700;
  private static final int SUBJECT_WEIGHT = 100;
  private static final Set<String> SPEECH = Resources.set(Document.class, "speech-verbs.txt");
  private static final byte AGE = Marks.NUMBER | Marks.PERSON;
  private static final byte REGION = Marks.NUMBER | Marks.PLACE;
  private static final int RECURRING_WEIGHT = 1000;
  private static final byte RECURRING = Marks.PLACE | Marks.DAY;
  private static final byte YEAR = Marks.NUMBER | Marks.DAY;
  private static final byte INCIDENT = Marks.PERSON | Marks.DAY;

  /**
   * What kind of thing happened is told by its words, too, and adds next to nothing to their
   * weight. So a story of many terms drops it, and only first reports meet by it.
   */
  private static final int INCIDENT_WEIGHT = 10;

  private static final int MOST_INCIDENTS = 6;

  private static final int MOST_KNOWN = 20_000;

  /** What words have turned out to be; only spares work. */
  private final Map<String, Word> english = new HashMap<>();

  private final Terms terms = Terms.english();
  private final TermWeights weights = TermWeights.standard();
  private final Languages languages = Languages.standard();
  private final Recurring recurring = Recurring.load();
  private final PlaceFinder places = PlaceFinder.standard();

  Profile of(WireArticle article, Instant eventTime) {
    Tally tally = new Tally();
    LocalDate sent = eventTime.atZone(ZoneOffset.UTC).toLocalDate();
    Document body = Document.of(article.body());
    Document head = Document.of(article.headline());
    LocalDate written = Written.day(head, body, sent);
    LocalDate day = written == null ? sent : written;
    String language = languages.of(article.language(), head, body);
    boolean english = language.equals(Languages.ENGLISH);
    Names names = english ? Names.of(body, article.headline()) : null;
    int left = MOST_TOKENS;
    for (Sentence s : body.sentences()) {
      if (left <= 0) {
        break;
      }
      List<Token> tokens = body.tokens(s);
      left -= tokens.size();
      byte where = s.index() < LEAD_SENTENCES ? Marks.LEAD : 0;
      read(tokens, where, 1, day, english, tally);
      if (english && s.index() < PLACE_SENTENCES) {
        places(body, s, where, tally);
      }
    }
    if (names != null) {
      people(body, names, tally);
    }
    boolean titled = titleCase(head.tokens());
    for (Sentence s : head.sentences()) {
      readHeadline(head.tokens(s), titled, tally.counts.isEmpty(), day, english, tally);
      if (english) {
        places(head, s, Marks.HEAD, tally);
      }
    }
    if (english) {
      List<Sentence> s = body.sentences();
      String kind = recurring.kind(head.tokens(), s.isEmpty() ? List.of() : body.tokens(s.get(0)));
      if (kind != null) {
        tally.add("%" + kind, RECURRING_WEIGHT, 1, RECURRING);
      }
    }
    if (english) {
      incidents(head, body, tally);
    }
    declared(article, day, english, tally);
    return tally.profile(language, old(day, sent));
  }

  /** The day of a text that is older than what is sent at the same time and grouped by likeness. */
  private static int old(LocalDate written, LocalDate sent) {
    boolean old = written.plusDays(Window.STANDARD.matchable().toDays()).isBefore(sent);
    return old ? (int) written.toEpochDay() : Profile.NOW;
  }

  /** What the wire says beside the text. */
  private void declared(WireArticle article, LocalDate day, boolean english, Tally tally) {
    for (String k : article.keywords()) {
      read(Document.of(k).tokens(), Marks.HEAD, 1, day, english, tally);
    }
    for (String s : article.subjects()) {
      tally.add("subject " + s, SUBJECT_WEIGHT, 1, (byte) 0);
    }
    String dateline = article.dateline();
    if (dateline != null && english) {
      Document d = Document.of(dateline);
      for (Sentence s : d.sentences()) {
        places(d, s, Marks.LEAD, tally);
      }
    }
    String slugline = article.slugline();
    if (slugline != null) {
      List<Token> slug = Document.of(slugline.replaceAll("[-/_]", " ")).tokens();
      readHeadline(slug, true, false, day, english, tally);
      if (slug.size() > 1) {
        String whole = "/" + slugline.strip().toLowerCase(Locale.ROOT);
        tally.add(whole, SLUG_WEIGHT, 1, (byte) (Marks.HEAD | Marks.NAME));
      }
    }
  }

  /** The classes of incidents that the headline and the first sentences name. */
  private static void incidents(Document head, Document body, Tally tally) {
    List<String> words = new ArrayList<>();
    words(head.tokens(), words);
    for (Sentence s : body.sentences()) {
      if (s.index() < LEAD_SENTENCES) {
        words(body.tokens(s), words);
      }
    }
    EventWords.classes(words).stream()
        .filter(EventWords::isIncident)
        .limit(MOST_INCIDENTS)
        .forEach(c -> tally.addIncident("!" + c));
  }

  private static void words(List<Token> tokens, List<String> out) {
    for (Token t : tokens) {
      out.addAll(List.of(t.lower().split("-")));
    }
  }

  private void places(Document d, Sentence s, byte where, Tally tally) {
    for (PlaceMention m : places.find(d, s)) {
      String name = m.name().toLowerCase(Locale.ROOT);
      String within = m.within();
      switch (m.granularity()) {
        case CITY -> {
          tally.add("^" + name, CITY_WEIGHT, 1, (byte) (where | Marks.PLACE));
          if (within != null) {
            int comma = within.indexOf(',');
            region(comma < 0 ? within : within.substring(0, comma), where, tally);
          }
        }
        case REGION, COUNTRY -> region(m.name(), where, tally);
        default -> {}
      }
    }
  }

  private static void region(String name, byte where, Tally tally) {
    tally.add("^^" + name.toLowerCase(Locale.ROOT), REGION_WEIGHT, 1, (byte) (where | REGION));
  }

  /** Full names, however the text calls the person further on. */
  private static void people(Document body, Names names, Tally tally) {
    Map<String, Integer> counts = new HashMap<>();
    for (Mention m : names.mentions()) {
      int space = m.name().indexOf(' ');
      if (m.type() != EntityType.PERSON || space < 0) {
        continue;
      }
      String last = bare(m.name().substring(m.name().lastIndexOf(' ') + 1));
      String full = (m.name().substring(0, space) + " " + last).toLowerCase(Locale.ROOT);
      boolean lead = body.sentenceOf(m.firstToken()) < LEAD_SENTENCES;
      // Where the name stands in full, it is counted as a phrase already.
      int times = counts.merge(full, 1, Integer::sum) == 1 ? 0 : 1;
      byte marks = (byte) (Marks.PHRASE | Marks.PERSON | (lead ? Marks.LEAD : 0));
      tally.add(full, PHRASE_WEIGHT, tally.counts.containsKey(full) ? times : 1, marks);
      if (lead && speaks(body, m)) {
        tally.unlead(full); // who speaks of it is no sign of what it is: agencies ask others
      }
    }
  }

  private static boolean speaks(Document body, Mention m) {
    List<Token> t = body.tokens();
    return m.endToken() < t.size() && SPEECH.contains(t.get(m.endToken()).lower())
        || m.firstToken() > 0 && SPEECH.contains(t.get(m.firstToken() - 1).lower());
  }

  private void readHeadline(
      List<Token> tokens, boolean titled, boolean alone, LocalDate day, boolean en, Tally tally) {
    if (!titled || alone) {
      read(tokens, Marks.HEAD, 2, day, en, tally);
      return;
    }
    // Every word has a capital, so capitals tell nothing: names are those that the body knows.
    for (Token t : tokens) {
      Term term = term(t, en);
      if (term != null) {
        tally.add(term.text(), term.weight(), 2, Marks.HEAD);
      }
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String pair = pair(tokens.get(i), tokens.get(i + 1));
      if (tally.counts.containsKey(pair)) {
        tally.add(pair, PHRASE_WEIGHT, 2, (byte) (Marks.HEAD | Marks.PHRASE));
      }
    }
    numbers(tokens, Marks.HEAD, tally);
  }

  private void read(
      List<Token> tokens, byte where, int times, LocalDate day, boolean en, Tally tally) {
    for (int i = 0; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      Word known = en && t.isWord() ? word(t) : null;
      if (known != null && known.mayBeDay()) {
        day(tokens, i, where, day, tally);
      }
      Term term = known == null ? term(t, en) : known.term();
      if (term == null) {
        continue;
      }
      boolean capital = capital(t);
      boolean name = capital && i > 0 && startsNothing(tokens.get(i - 1));
      tally.add(term.text(), term.weight(), times, (byte) (where | (name ? Marks.NAME : 0)));
      if (capital && i + 1 < tokens.size() && capital(tokens.get(i + 1))) {
        Token next = tokens.get(i + 1);
        if (term(next, en) != null && t.end() + 1 >= next.start()) {
          tally.add(pair(t, next), PHRASE_WEIGHT, times, (byte) (where | Marks.PHRASE));
        }
      }
    }
    numbers(tokens, where, tally);
  }

  private static void day(List<Token> tokens, int i, byte where, LocalDate day, Tally tally) {
    LocalDate d = Days.at(tokens, i, day);
    if (d != null) {
      tally.addDay(d.toEpochDay(), DAY_WEIGHT, (byte) (where | Marks.DAY));
    }
  }

  private static void numbers(List<Token> tokens, byte where, Tally tally) {
    for (int i = 0; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      if (t.type() != Token.Type.NUMBER) {
        continue;
      }
      String w = t.lower();
      int year = year(w);
      byte number = (byte) (where | Marks.NUMBER);
      if (w.endsWith("-year-old")) {
        age(w.substring(0, w.length() - 9), where, tally);
      } else if (aged(tokens, i)) {
        age(w, where, tally);
      } else if (year > 0) {
        tally.add("#y" + year, YEAR_WEIGHT, 1, (byte) (where | YEAR));
      } else if (telling(w)) {
        tally.add("#" + w, NUMBER_WEIGHT, 1, number);
      } else if (i + 1 < tokens.size() && tokens.get(i + 1).type() == Token.Type.WORD) {
        tally.add("#" + w + " " + tokens.get(i + 1).lower(), NUMBER_WEIGHT, 1, number);
      }
    }
  }

  private static void age(String years, byte where, Tally tally) {
    tally.add("#" + years + " y", NUMBER_WEIGHT, 1, (byte) (where | AGE));
  }

  /** Whether a number tells something without what it counts: a score, a magnitude, an amount. */
  private static boolean telling(String w) {
    int digits = 0;
    boolean inside = false;
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      inside |= (c == '.' || c == '-' || c == ',') && i + 1 < w.length();
    }
    return digits > 2 || inside && digits > 1;
  }

  /** The year of "2012" or of a date in numbers, "1/5/2012" or "2012-01-05"; else 0. */
  private static int year(String w) {
    boolean alone = w.length() == 4;
    boolean date =
        w.length() >= 8 && w.length() <= 10 && (w.indexOf('/') > 0 || w.indexOf('-') > 0);
    for (int i = 0; (alone || date) && i + 4 <= w.length(); i++) {
      boolean from = i == 0 || !digit(w, i - 1);
      boolean to = i + 4 == w.length() || !digit(w, i + 4);
      if (from && to && digit(w, i) && digit(w, i + 1) && digit(w, i + 2) && digit(w, i + 3)) {
        int year = Integer.parseInt(w.substring(i, i + 4));
        return year >= 1900 && year < 2100 ? year : 0;
      }
    }
    return 0;
  }

  private static boolean digit(String w, int i) {
    return w.charAt(i) >= '0' && w.charAt(i) <= '9';
  }

  /** As in "Ann Example, 34, of". */
  private static boolean aged(List<Token> tokens, int i) {
    return i > 1
        && tokens.get(i).text().length() <= 2
        && tokens.get(i - 1).text().equals(",")
        && capital(tokens.get(i - 2))
        && (i + 1 == tokens.size() || tokens.get(i + 1).type() == Token.Type.PUNCTUATION);
  }

  private @Nullable Term term(Token t, boolean en) {
    if (t.type() != Token.Type.WORD || t.lower().length() < 2) {
      return null;
    }
    if (en) {
      return word(t).term();
    }
    int weight = weights.unseen() * Math.min(t.lower().length(), 8) / 8;
    return languages.isStopWord(t.lower()) ? null : new Term(t.lower(), weight);
  }

  private Word word(Token t) {
    String w = t.lower();
    Word known = english.get(w);
    if (known == null) {
      String term = terms.of(w);
      Term of = term == null || term.length() < 2 ? null : new Term(term, weights.weight(term));
      known = new Word(of, Days.mayName(w));
      if (english.size() == MOST_KNOWN) {
        english.clear();
      }
      english.put(w, known);
    }
    return known;
  }

  private record Term(String text, int weight) {}

  private record Word(@Nullable Term term, boolean mayBeDay) {}

  private static String pair(Token a, Token b) {
    return bare(a.lower()) + " " + bare(b.lower());
  }

  /** Possessives off. */
  private static String bare(String w) {
    return w.endsWith("'s") ? w.substring(0, w.length() - 2) : w;
  }

  private static boolean capital(Token t) {
    return t.type() == Token.Type.WORD && Character.isUpperCase(t.text().codePointAt(0));
  }

  private static boolean startsNothing(Token before) {
    return before.type() == Token.Type.WORD
        || before.type() == Token.Type.NUMBER
        || before.text().equals(",");
  }

  private static boolean titleCase(List<Token> tokens) {
    int words = 0;
    int capitals = 0;
    for (Token t : tokens) {
      if (t.type() == Token.Type.WORD && t.text().length() > 3) {
        words++;
        capitals += capital(t) ? 1 : 0;
      }
    }
    return words > 2 && capitals * 10 >= words * 7;
  }

  /** Counts terms; in order of appearance, so that ties fall the same way everywhere. */
  private static final class Tally {
    final Map<String, int[]> counts = new LinkedHashMap<>();
    final Map<Integer, int[]> days = new LinkedHashMap<>();
    final List<int[]> incidents = new ArrayList<>();
    int words;

    void add(String term, int weight, int times, byte marks) {
      count(counts.computeIfAbsent(term, t -> new int[3]), weight, times, marks);
      words++;
    }

    void addDay(long epochDay, int weight, byte marks) {
      count(days.computeIfAbsent(TermIds.ofDay(epochDay), t -> new int[3]), weight, 1, marks);
    }

    void addIncident(String type) {
      byte marks = (byte) (INCIDENT | Marks.LEAD);
      incidents.add(new int[] {TermIds.of(type), INCIDENT_WEIGHT, marks});
    }

    /** Takes a term for one that does not stand up front. */
    void unlead(String term) {
      int[] c = counts.get(term);
      if (c != null) {
        c[2] &= ~Marks.LEAD;
      }
    }

    private static void count(int[] c, int weight, int times, byte marks) {
      c[0] += times;
      c[1] = weight;
      c[2] |= marks;
    }

    Profile profile(String language, int written) {
      List<int[]> all = new ArrayList<>(counts.size() + days.size());
      counts.forEach((term, c) -> all.add(entry(TermIds.of(term), c)));
      days.forEach((id, c) -> all.add(entry(id, c)));
      all.sort((a, b) -> a[1] != b[1] ? Integer.compare(b[1], a[1]) : Integer.compare(a[0], b[0]));
      List<int[]> kept = new ArrayList<>(all.subList(0, Math.min(MOST_TERMS, all.size())));
      kept.addAll(incidents);
      return TermIds.profile(language, kept, words, written);
    }

    private static int[] entry(int id, int[] c) {
      int place = (c[2] & (Marks.HEAD | Marks.LEAD)) != 0 ? 5 : 4;
      return new int[] {id, c[1] * Frequency.factor(c[0]) * place / 400, c[2]};
    }
  }
}
