package news.slugline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The invented sentences and words out of which {@link Newsroom} makes articles. Immutable. */
final class Material {
  /** What a sentence is for. */
  enum Part {
    HEADLINE,
    LEAD,
    FACT,
    QUOTE,
    PLAN,
    SENTENCE
  }

  /** The sentences of one kind of story. */
  record Kind(String name, Map<Part, List<String>> sentences) {
    List<String> of(Part part) {
      return sentences.getOrDefault(part, List.of());
    }
  }

  private static final Map<Character, Part> LETTERS =
      Map.of(
          'H',
          Part.HEADLINE,
          'L',
          Part.LEAD,
          'F',
          Part.FACT,
          'Q',
          Part.QUOTE,
          'P',
          Part.PLAN,
          'S',
          Part.SENTENCE);

  private final List<Kind> kinds;
  private final List<String> any;
  private final List<String> things;
  private final List<String> adjectives;

  private Material(
      List<Kind> kinds, List<String> any, List<String> things, List<String> adjectives) {
    this.kinds = List.copyOf(kinds);
    this.any = List.copyOf(any);
    this.things = List.copyOf(things);
    this.adjectives = List.copyOf(adjectives);
  }

  static Material load() {
    List<Kind> kinds = new ArrayList<>();
    List<String> any = List.of();
    for (Map.Entry<String, List<String>> e : sections("material.txt").entrySet()) {
      Kind kind = new Kind(e.getKey(), byPart(e.getValue()));
      if (e.getKey().equals("any")) {
        any = kind.of(Part.SENTENCE);
      } else {
        kinds.add(kind);
      }
    }
    Map<String, List<String>> words = sections("words.txt");
    return new Material(kinds, any, split(words.get("things")), split(words.get("adjectives")));
  }

  List<Kind> kinds() {
    return kinds;
  }

  /** Sentences that fit every kind. */
  List<String> any() {
    return any;
  }

  List<String> things() {
    return things;
  }

  List<String> adjectives() {
    return adjectives;
  }

  private static Map<Part, List<String>> byPart(List<String> lines) {
    Map<Part, List<String>> out = new EnumMap<>(Part.class);
    for (String line : lines) {
      Part part = Objects.requireNonNull(LETTERS.get(line.charAt(0)), line);
      out.computeIfAbsent(part, p -> new ArrayList<>()).add(line.substring(2));
    }
    return out;
  }

  private static List<String> split(List<String> lines) {
    List<String> out = new ArrayList<>();
    lines.forEach(l -> out.addAll(List.of(l.split(" "))));
    return out;
  }

  private static Map<String, List<String>> sections(String resource) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    InputStream in = Objects.requireNonNull(Material.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          out.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
