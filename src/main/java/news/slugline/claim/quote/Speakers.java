package news.slugline.claim.quote;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.Kind;
import news.slugline.claim.Speaker;
import news.slugline.claim.quote.Ascription.Cue;
import news.slugline.claim.quote.Ascription.Source;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/** Gives speakers their names: called in text order, it remembers who spoke last. */
final class Speakers {
  private static final Set<String> UNNAMED = Resources.set(Speakers.class, "unnamed-speakers.txt");
  private static final Set<String> BEHIND_OUTLETS =
      Resources.set(Speakers.class, "behind-outlet-words.txt");
  private static final Set<String> BEFORE_OUTLETS =
      Resources.set(Speakers.class, "before-outlet-words.txt");
  private static final Set<String> OUTLETS = Resources.set(Speakers.class, "outlet-words.txt");
  private static final Set<String> TITLES = Resources.set(Names.class, "person-titles.txt");
  private static final Set<String> GROUP = Set.of("they", "it");
  private static final Set<String> MALE = Set.of("he", "him", "his", "himself");
  private static final Set<String> FEMALE = Set.of("she", "her", "herself");
  private static final WordGroups WORDS = WordGroups.of(Speakers.class, "speaker-words.tsv");
  private static final Set<String> OTHERS = WORDS.get("others");
  private static final Set<String> NOT_ALONE = WORDS.get("no outlet alone");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Set<String> RELATIVE = WORDS.get("relative");
  private static final Set<String> ONE = WORDS.get("one");
  private static final Set<String> PERSONS = WORDS.get("persons");

  /** So many sentences on, "she" is still the spokeswoman. */
  private static final int ROLE_REACH = 2;

  /** Words of an apposition in which the noun of a person stands. */
  private static final int APPOSED = 7;

  /** Tokens behind a cue in which it may say to which outlet. */
  private static final int TOLD_REACH = 8;

  private final Document document;
  private final Names names;

  /** The last speaker of one person and no name, "a spokeswoman". */
  private @Nullable String role;

  private int roleSentence;

  /** The last speakers who are no single person, "officials", and in which sentence. */
  private @Nullable Named group;

  private int groupSentence;

  /** The last person who spoke, and in which sentence. */
  private @Nullable Mention spoke;

  private int spokeIn;

  Speakers(Document document, Names names) {
    this.document = document;
    this.names = names;
  }

  /** Whether a word stands for the noun before it. */
  static boolean isRelative(String lower) {
    return RELATIVE.contains(lower);
  }

  Attribution attribution(Saying s) {
    Ascription by = s.by();
    Cue cue = by.cue();
    // where the words begin: a remark of several sentences goes on from what stands before it
    int begins = Math.min(s.sentence(), document.sentenceAt(s.start()));
    Named who = by.source() == null ? null : named(by.source(), begins);
    return new Attribution(
        s.quote() ? Kind.QUOTE : Kind.STATEMENT,
        cue == null ? s.start() : Math.min(s.start(), cue.start()),
        Math.max(s.end(), by.cueEnd()),
        s.start(),
        s.end(),
        by.cueStart(),
        by.cueEnd(),
        by.sourceStart(),
        by.sourceEnd(),
        who == null ? null : who.name(),
        who == null ? null : who.type(),
        outlet(by),
        cue != null && cue.denied(),
        cue == null ? "" : cue.lemma());
  }

  private record Named(String name, Speaker.Type type) {}

  /** Who the source of an attribution is; remembers it for the pronouns to come. */
  private Named named(Source source, int sentence) {
    int first = source.named().first();
    int last = source.named().end();
    String words = words(first, last);
    String lower = words.toLowerCase(Locale.ROOT);
    boolean pronoun = MALE.contains(lower) || FEMALE.contains(lower);
    Mention person = resolve(first, last);
    person = person == null ? apposed(last) : person;
    person = pronoun ? speakerBefore(sentence, person) : person;
    if (person != null
        && (person.type() == EntityType.PERSON || isCalledOne(first, last, person))) {
      spoke = person;
      spokeIn = sentence;
    }
    boolean earlier = person == null || document.sentenceOf(person.firstToken()) < roleSentence;
    if (pronoun && earlier && role != null && sentence - roleSentence <= ROLE_REACH) {
      roleSentence = sentence;
      return new Named(role, Speaker.Type.ROLE);
    }
    boolean many = GROUP.contains(lower);
    boolean older = person == null || document.sentenceOf(person.firstToken()) <= groupSentence;
    if (many && older && group != null && sentence - groupSentence <= ROLE_REACH) {
      groupSentence = sentence;
      return group;
    }
    String name = person == null ? words : person.name();
    Speaker.Type type = type(first, last, person, words);
    boolean body = type != Speaker.Type.PERSON && !pronoun && !many && !OTHERS.contains(lower);
    if (body && !one(first, last)) {
      group = new Named(name, type);
      groupSentence = sentence;
    }
    if (!pronoun && type == Speaker.Type.ROLE && one(first, last)) {
      role = name;
      roleSentence = sentence;
    }
    return new Named(name, type);
  }

  /** "Ruiz denied this. "It is false," she said": who spoke in the sentence before goes on. */
  private @Nullable Mention speakerBefore(int sentence, @Nullable Mention named) {
    boolean newer = named == null || document.sentenceOf(named.firstToken()) <= spokeIn;
    return spoke != null && newer && sentence - spokeIn <= 1 ? spoke : named;
  }

  private String words(int first, int end) {
    List<Token> t = document.tokens();
    return document.text(t.get(first).start(), t.get(end - 1).end());
  }

  /** "Poland's minister, Jan Nowak, told": the name that a comma adds. */
  private @Nullable Mention apposed(int last) {
    List<Token> t = document.tokens();
    int noun = last - 1;
    last = behindOffice(last);
    if (last + 2 >= t.size() || !t.get(last).text().equals(",")) {
      return null;
    }
    Mention m = names.at(last + 1);
    boolean person =
        m != null
            && (m.type() == EntityType.PERSON
                || m.type() == EntityType.OTHER && PERSONS.contains(t.get(noun).lower()));
    if (m == null || !person || m.firstToken() != last + 1) {
      return null;
    }
    boolean ends =
        m.endToken() == t.size() || document.sentenceOf(last) != document.sentenceOf(m.endToken());
    String next = m.endToken() < t.size() ? t.get(m.endToken()).text() : "";
    return ends || next.equals(",") || next.equals(".") ? m : null;
  }

  /** "The head of the dairy board, Ann Holm": the comma behind what somebody is head of. */
  private int behindOffice(int last) {
    List<Token> t = document.tokens();
    if (last >= t.size()
        || !t.get(last).lower().equals("of")
        || !PERSONS.contains(t.get(last - 1).lower())) {
      return last;
    }
    int i = last;
    while (i < Math.min(t.size() - 1, last + APPOSED) && t.get(i).isWord()) {
      i++;
    }
    return i;
  }

  /**
   * "Defence lawyer Ohm", "Ohm, the council's chairwoman": a name that says no more, of one person.
   */
  private boolean isCalledOne(int first, int last, Mention m) {
    if (m.type() != EntityType.OTHER) {
      return false;
    }
    List<Token> t = document.tokens();
    for (int i = first; i < m.firstToken(); i++) {
      if (PERSONS.contains(t.get(i).lower())) {
        return true;
      }
    }
    if (last >= t.size() || !t.get(last).text().equals(",")) {
      return false;
    }
    for (int i = last + 1; i < Math.min(t.size(), last + APPOSED) && t.get(i).isWord(); i++) {
      if (PERSONS.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "A spokeswoman", "the boy's mother": no group, no body. */
  private boolean one(int first, int last) {
    return ONE.contains(document.tokens().get(first).lower())
        && PERSONS.contains(document.tokens().get(last - 1).lower());
  }

  private @Nullable Mention resolve(int first, int end) {
    Token only = document.tokens().get(first);
    if (end == first + 1 && (MALE.contains(only.lower()) || FEMALE.contains(only.lower()))) {
      return personBefore(first);
    }
    if (end == first + 1 && (only.lower().equals("who") || only.lower().equals("that"))) {
      for (int i = first - 1; i >= Math.max(0, first - 4); i--) {
        if (names.at(i) != null) {
          return names.at(i);
        }
      }
      return null;
    }
    if (OTHERS.contains(only.lower()) && end == first + 1) {
      return only.lower().equals("it") ? organisationBefore(first) : null;
    }
    Mention last = null;
    for (int i = first; i < end; i++) {
      Mention m = names.at(i);
      boolean possessive =
          m != null
              && m.endToken() < end
              && document.tokens().get(m.endToken()).lower().equals("'s");
      if (m != null
          && !possessive
          && (m.type() != EntityType.PLACE || m.endToken() == end)
          && !(m.type() == EntityType.PERSON && isOfAnother(first, m))
          && m.endToken() >= end) {
        last = m;
      }
    }
    return last;
  }

  /** "The main witness in the trial of Ole Berg", "a lawyer for Mr Berg": somebody else speaks. */
  private boolean isOfAnother(int first, Mention m) {
    int before = m.firstToken() - 1;
    if (before > first && TITLES.contains(document.tokens().get(before).lower())) {
      before--;
    }
    return before > first && document.tag(before).equals("ADP");
  }

  /** The person named last before a pronoun, first of all as a subject. */
  private @Nullable Mention personBefore(int token) {
    int limit = Math.max(0, token - 160);
    int own = document.sentences().get(document.sentenceOf(token)).firstToken();
    Mention any = null;
    boolean quoted = false;
    for (int i = token - 1; i >= limit; i--) {
      quoted = isQuoted(i, quoted);
      Mention m = quoted ? null : names.at(i);
      if (m == null || m.type() != EntityType.PERSON || m.firstToken() != i) {
        continue;
      }
      if (any == null) {
        any = m;
      }
      int sentence = document.sentences().get(document.sentenceOf(i)).firstToken();
      boolean subject = i - sentence <= 4;
      if (subject && sentence <= own) {
        return m;
      }
    }
    return any;
  }

  /**
   * Read from the end: whether a token stands in the remark that a pronoun is the speaker of. Who
   * is named there is one whom the speaker speaks of. A paragraph ends a remark.
   */
  private boolean isQuoted(int i, boolean before) {
    List<Token> t = document.tokens();
    String w = t.get(i).text();
    int gap = i + 1 < t.size() ? t.get(i + 1).start() : t.get(i).end();
    if (document.text().substring(t.get(i).end(), gap).indexOf('\n') >= 0) {
      return w.equals("\u201d") || w.equals("\"");
    }
    return switch (w) {
      case "\u201d" -> true;
      case "\u201c" -> false;
      case "\"" -> !before;
      default -> before;
    };
  }

  private @Nullable Mention organisationBefore(int token) {
    for (int i = token - 1; i >= Math.max(0, token - 80); i--) {
      Mention m = names.at(i);
      if (m != null && m.type() == EntityType.ORGANISATION) {
        return m;
      }
    }
    return null;
  }

  private Speaker.Type type(int first, int end, @Nullable Mention m, String words) {
    if (m != null && m.type() == EntityType.PERSON) {
      return Speaker.Type.PERSON;
    }
    for (int i = first; i < end; i++) {
      if (UNNAMED.contains(document.tokens().get(i).lower())) {
        return Speaker.Type.UNNAMED;
      }
    }
    if (outletWord(words)) {
      return Speaker.Type.OUTLET;
    }
    if (m != null && m.type() != EntityType.OTHER) {
      return Speaker.Type.ORGANISATION;
    }
    return Speaker.Type.ROLE;
  }

  /** A press secretary and a mail carrier are no outlets, nor is "TV" without a name beside it. */
  static boolean outletWord(String words) {
    String[] all = words.split("[^\\p{L}]+");
    boolean any = false;
    for (int i = 0; i < all.length; i++) {
      String before = i == 0 ? "" : all[i - 1];
      String lower = all[i].toLowerCase(Locale.ROOT);
      any = any && !(OUTLETS.contains(before) && BEHIND_OUTLETS.contains(lower));
      boolean alone =
          NOT_ALONE.contains(lower)
              && !isName(before)
              && (i + 1 == all.length || !isName(all[i + 1]));
      boolean office = BEFORE_OUTLETS.contains(before.toLowerCase(Locale.ROOT));
      any |= OUTLETS.contains(all[i]) && !alone && !office;
    }
    return any;
  }

  private static boolean isName(String word) {
    return !word.isEmpty()
        && Character.isUpperCase(word.codePointAt(0))
        && !ARTICLES.contains(word.toLowerCase(Locale.ROOT));
  }

  private boolean isOutlet(Mention m) {
    List<Token> t = document.tokens();
    boolean more = m.endToken() < t.size() && t.get(m.endToken()).isWord();
    return outletWord(more ? m.name() + " " + t.get(m.endToken()).text() : m.name());
  }

  /** "told Fox News": an outlet named right behind the cue or as the source. */
  private @Nullable String outlet(Ascription by) {
    Source source = by.source();
    if (source != null) {
      for (int i = source.phrase().first(); i < source.phrase().end(); i++) {
        Mention m = names.at(i);
        if (m != null && isOutlet(m)) {
          return m.name();
        }
      }
    }
    return by.cue() == null ? null : outletBehind(by.cue());
  }

  private @Nullable String outletBehind(Cue cue) {
    int t = document.tokenAt(cue.end());
    int sentence = document.sentenceOf(Math.max(0, t - 1));
    for (int i = t; i < Math.min(document.tokens().size(), t + TOLD_REACH); i++) {
      Mention m = names.at(i);
      if (m != null && isOutlet(m) && document.sentenceOf(i) == sentence) {
        return m.name();
      }
    }
    return null;
  }
}
