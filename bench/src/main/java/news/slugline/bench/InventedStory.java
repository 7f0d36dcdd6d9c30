package news.slugline.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import news.slugline.bench.Material.Part;
import news.slugline.bench.Newsroom.Piece;

/** One invented story: its names, its words, its figures, and the copy that is out about it. */
final class InventedStory {
  private static final String[] SYLLABLES = {
    "ba", "dor", "fel", "gim", "har", "jul", "kel", "lom", "mar", "nev", "or", "pel", "qua", "rin",
    "sol", "tam", "ur", "vel", "wes", "yor", "zan", "bri", "cla", "dre", "fro", "gla", "pri", "sto",
    "min", "gor", "tel", "bus", "ner", "ost", "lan", "vik", "sha", "cor", "den", "fal", "hol", "ker"
  };
  private static final String[] FIRST = {
    "Anna", "Boris", "Clara", "David", "Elena", "Frank", "Grace", "Henry", "Irene", "James",
    "Karen", "Louis", "Maria", "Nadia", "Oscar", "Paula", "Ralph", "Sarah", "Thomas", "Ursula",
    "Victor", "Wanda", "Yusuf", "Zoe"
  };
  private static final String[] BODIES = {
    "Fire Service", "Rescue Agency", "Safety Board", "Labour Office", "City Council",
    "Water Authority", "Transport Ministry", "Audit Office", "Health Institute", "Police Department"
  };
  private static final String[] FIRMS = {"Holdings", "Industries", "Group", "Works", "Lines", "Co"};
  private static final String[] TAILS = {
    "",
    "",
    "",
    "",
    " as {Third} had warned the year before",
    " and nobody in {Town} was told",
    " although a rule of {Region} forbids it",
    " while a crew from {Firm} looked on",
    " in spite of a letter from {Second}",
    " after the {thing} had been closed",
    " next to a {adj} {thing} on {Street}",
    " because the {thing} could not be moved",
    " long before {Person} came to {Town}",
    " and a {thing} was damaged as well",
    " where a {adj} {thing} used to stand",
    " until {Body} stepped in"
  };
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final Pattern BEFORE_VOWEL = Pattern.compile(" ([Aa]) ([aeio])");
  private static final int WORDS = 490;
  private static final int VOCABULARY = 16;
  private static final int REMEMBERED = 6;

  private final Material.Kind kind;
  private final String town;
  private final String region;
  private final String street;
  private final String body;
  private final String firm;
  private final String[] people = new String[3];
  private final String[] things = new String[VOCABULARY];
  private final String[] adjectives = new String[4];
  private final List<String> sentences;
  private final int planned;
  private final List<Piece> pieces = new ArrayList<>();
  private Figures figures;
  private Instant last = Instant.EPOCH;
  private Instant begun = Instant.EPOCH;

  InventedStory(Material material, Random random) {
    kind = material.kinds().get(random.nextInt(material.kinds().size()));
    town = name(random, 3);
    region = name(random, 3) + "land";
    street = name(random, 2) + " Street";
    body = region + " " + BODIES[random.nextInt(BODIES.length)];
    firm = name(random, 2) + " " + FIRMS[random.nextInt(FIRMS.length)];
    for (int i = 0; i < people.length; i++) {
      people[i] = FIRST[random.nextInt(FIRST.length)] + " " + name(random, 3);
    }
    for (int i = 0; i < things.length; i++) {
      things[i] = material.things().get(random.nextInt(material.things().size()));
    }
    for (int i = 0; i < adjectives.length; i++) {
      adjectives[i] = material.adjectives().get(random.nextInt(material.adjectives().size()));
    }
    sentences = new ArrayList<>(kind.of(Part.SENTENCE));
    for (String s : material.any()) {
      if (random.nextBoolean()) {
        sentences.add(s);
      }
    }
    planned = 2 + random.nextInt(9);
    figures = Figures.any(random);
  }

  Figures figures() {
    return figures;
  }

  Instant last() {
    return last;
  }

  void develop(Random random) {
    figures = figures.later(random);
  }

  Piece any(Random random) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  void remember(Piece p, Instant now, Random random) {
    if (pieces.isEmpty()) {
      begun = now;
    }
    if (pieces.size() == REMEMBERED) {
      pieces.remove(random.nextInt(REMEMBERED));
    }
    pieces.add(p);
    last = now;
  }

  void replace(Piece before, Piece after, Instant now) {
    pieces.set(pieces.indexOf(before), after);
    last = now;
  }

  /** What a piece says. */
  record Text(String headline, String body) {}

  /** Writes a piece; the same piece always reads the same but for its figures. */
  Text text(Piece p, Instant now) {
    Random own = new Random(p.seed());
    String headline = fill(one(kind.of(Part.HEADLINE), own), p, own);
    List<String> body = new ArrayList<>();
    String credit = p.copyOf().isEmpty() ? p.provider() : p.copyOf();
    body.add(
        town.toUpperCase(Locale.ROOT)
            + ", "
            + DATE.format(now.atZone(ZoneOffset.UTC))
            + " ("
            + credit
            + ") - "
            + fill(one(kind.of(Part.LEAD), own), p, own));
    for (Part part : new Part[] {Part.FACT, Part.FACT, Part.QUOTE, Part.PLAN, Part.FACT}) {
      body.add(fill(one(kind.of(part), own), p, own));
    }
    List<String> order = new ArrayList<>(sentences);
    Collections.shuffle(order, own);
    List<String> quotes = kind.of(Part.QUOTE);
    int words = words(body);
    for (int i = 0; words < WORDS; i++) {
      String template =
          i % 8 == 7
              ? quotes.get(i / 8 % quotes.size())
              : extended(order.get(i % order.size()), own);
      String s = fill(template, p, own);
      body.add(s);
      words += words(List.of(s));
    }
    if (p.version() > 1) {
      body.add("This version has newer figures from the " + body + ".");
    }
    return new Text(headline, paragraphs(body));
  }

  private static String extended(String sentence, Random own) {
    return sentence.substring(0, sentence.length() - 1) + one(List.of(TAILS), own) + ".";
  }

  private static String paragraphs(List<String> sentences) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      String s = sentences.get(i);
      boolean fresh = i < 4 || s.startsWith("\"") || i % 3 == 0;
      b.append(i == 0 ? "" : fresh ? "\n\n" : " ").append(s);
    }
    return b.toString();
  }

  private static int words(List<String> sentences) {
    int n = 0;
    for (String s : sentences) {
      n += s.split(" ").length;
    }
    return n;
  }

  private String fill(String template, Piece p, Random own) {
    StringBuilder b = new StringBuilder(template.length() + 40);
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int close = template.indexOf('}', open);
      b.append(template, at, open).append(slot(template.substring(open + 1, close), p, own));
      at = close + 1;
    }
    b.append(template, at, template.length());
    b.setCharAt(0, Character.toUpperCase(b.charAt(0)));
    return BEFORE_VOWEL.matcher(b).replaceAll(" $1n $2");
  }

  private String slot(String name, Piece p, Random own) {
    Figures f = p.figures();
    return switch (name) {
      case "Town" -> town;
      case "Region" -> region;
      case "Street" -> street;
      case "Body" -> "the " + body;
      case "Firm" -> firm;
      case "Person" -> people[0];
      case "Second" -> people[1];
      case "Third" -> people[2];
      case "Outlet" -> p.copyOf().isEmpty() ? p.provider() : p.copyOf();
      case "thing" -> things[own.nextInt(4)];
      case "thing2", "thing3" -> things[own.nextInt(things.length)];
      case "adj" -> adjectives[own.nextInt(adjectives.length)];
      case "Weekday" -> DAY.format(begun.atZone(ZoneOffset.UTC));
      case "Date" -> DATE.format(begun.atZone(ZoneOffset.UTC).plusDays(planned));
      case "Clock" -> (1 + planned) + " p.m.";
      case "dead" -> Integer.toString(f.dead());
      case "hurt" -> Integer.toString(f.hurt());
      case "sum" -> Integer.toString(f.sum());
      case "share" -> Integer.toString(f.share());
      case "count" -> String.format(Locale.ROOT, "%,d", f.count());
      case "years" -> Integer.toString(f.years());
      case "people" -> String.format(Locale.ROOT, "%,d", 7 * f.count());
      default -> throw new IllegalStateException("no slot {" + name + "}");
    };
  }

  private static String name(Random random, int syllables) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      b.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return Character.toUpperCase(b.charAt(0)) + b.substring(1);
  }

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
