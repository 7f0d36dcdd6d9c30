package news.slugline.claim.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import org.junit.jupiter.api.Test;

/** Sentences of the trade, invented, each with everything that must be found in it and no more. */
class ExpressionTableTest {
  private record Case(String kind, String anchor, String sentence, String expected) {}

  @Test
  void nearlyEveryTimeNumberAndUnitIsReadAsAPersonReadsIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Case> cases = cases("expressions.tsv");
    for (Case c : cases) {
      String got = read(c);
      if (!got.equals(c.expected)) {
        wrong.add(
            c.kind + " " + c.sentence + "\n    expected " + c.expected + "\n    got      " + got);
      }
    }
    assertThat(wrong.size())
        .as(wrong.size() + " of " + cases.size() + "\n" + String.join("\n", wrong))
        .isLessThanOrEqualTo(cases.size() / 50);
    assertThat(cases.size()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void placesAndHistoryAreReadAsAPersonReadsThem() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Case> cases = cases("places.tsv");
    for (Case c : cases) {
      String got = read(c);
      if (!got.equals(c.expected)) {
        wrong.add(
            c.kind + " " + c.sentence + "\n    expected " + c.expected + "\n    got      " + got);
      }
    }
    assertThat(wrong.size())
        .as(wrong.size() + " of " + cases.size() + "\n" + String.join("\n", wrong))
        .isLessThanOrEqualTo(cases.size() / 20);
  }

  private static String read(Case c) {
    Document d = Document.of(c.sentence);
    List<String> values = new ArrayList<>();
    for (Sentence s : d.sentences()) {
      switch (c.kind) {
        case "time" -> {
          for (TimeMention m : TimeFinder.standard().find(d, s, anchor(c.anchor))) {
            String sign = m.approx() == Comparator.ABOUT ? "~" : "";
            values.add(sign + m.value());
          }
        }
        case "quantity" -> {
          for (QuantityMention m : QuantityFinder.standard().find(d, s)) {
            boolean slot =
                m.slot() == QuantityMention.Slot.AGE || m.slot() == QuantityMention.Slot.SCORE;
            values.add(
                slot
                    ? m.value() + " " + m.slot().name().toLowerCase(java.util.Locale.ROOT)
                    : m.value());
          }
        }
        case "place" -> {
          for (PlaceMention m : PlaceFinder.standard().find(d, s)) {
            values.add(m.name() + (m.within() == null ? "" : " < " + m.within()));
          }
        }
        case "history" -> {
          for (HistoryMention m : HistoryFinder.standard().find(d, s, anchor(c.anchor))) {
            values.add(m.value());
          }
        }
        default -> throw new IllegalStateException(c.kind);
      }
    }
    return String.join("; ", values);
  }

  /** The article's day is Wednesday, 13 August 2025, unless the row names another. */
  static Anchor anchor(String name) {
    String[] f = name.split(" ", -1);
    String instant = f.length > 1 ? f[1] : "2025-08-13T15:00:00Z";
    ZoneId zone =
        switch (f[0]) {
          case "us" -> ZoneId.of("America/New_York");
          case "uk" -> ZoneId.of("Europe/London");
          case "in" -> ZoneId.of("Asia/Kolkata");
          case "il" -> ZoneId.of("Asia/Jerusalem");
          case "au" -> ZoneId.of("Australia/Sydney");
          default -> null;
        };
    return new Anchor(Instant.parse(instant), zone, null);
  }

  private static List<Case> cases(String name) throws IOException {
    List<Case> cases = new ArrayList<>();
    InputStream in = Objects.requireNonNull(ExpressionTableTest.class.getResourceAsStream(name));
    try (BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String l = r.readLine(); l != null; l = r.readLine()) {
        if (!l.isBlank() && l.charAt(0) != '#') {
          String[] f = l.split("\t", -1);
          cases.add(new Case(f[0], f[1], f[2], f.length > 3 ? f[3] : ""));
        }
      }
    }
    return cases;
  }
}
