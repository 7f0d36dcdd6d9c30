package news.slugline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Kind;
import news.slugline.story.Change;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.Position;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.story.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What may leave the program of a story some of whose articles were withdrawn. {@link Withdrawn}
 * hides what is marked with such an article; words without a mark (headline, gists, names) are
 * taken from the story as it stands now, or stay only if words that may be shown say them.
 */
final class Redaction {
  private static final String WITHDRAWN = "withdrawn";
  private static final int MOST = 240;

  /** A fact of so many positions may have more. */
  private static final int POSITIONS = 16;

  private final Withdrawn withdrawn;

  /**
   * @param uris of every withdrawn article
   */
  Redaction(Set<String> uris) {
    this.withdrawn = Withdrawn.ofArticles(uris);
  }

  StoryState state(StoryState state) {
    StoryState s = withdrawn.hide(state);
    return new StoryState(
        s.storyId(),
        s.revision(),
        s.state(),
        s.headline(),
        s.gist(),
        s.people(),
        s.places(),
        s.counts(),
        s.articles(),
        s.sources(),
        s.origins(),
        s.facts().stream().map(Redaction::fact).toList(),
        s.factsFolded(),
        s.mergedInto(),
        s.eventTime(),
        s.engine());
  }

  /**
   * @param now the story as it stands, already without the withdrawn words; null if unknown
   */
  StoryUpdate update(StoryUpdate update, @Nullable StoryState now) {
    StoryUpdate u = withdrawn.hide(update);
    List<Fact> facts = u.facts().stream().map(Redaction::fact).toList();
    return new StoryUpdate(
        u.storyId(),
        u.revision(),
        u.cause(),
        u.changes().stream().map(c -> change(c, facts)).toList(),
        u.changesFolded(),
        u.state(),
        now == null ? "" : now.headline(),
        u.counts(),
        u.mergedInto(),
        u.eventTime(),
        u.engine(),
        now == null ? "" : now.gist(),
        now == null ? List.of() : now.people(),
        now == null ? List.of() : now.places(),
        u.sources(),
        u.origins(),
        u.articles(),
        u.removedArticles(),
        facts,
        u.removedFacts(),
        u.factsTotal(),
        u.owed());
  }

  /** Lists of evidence are bounded: the words may be of a piece that is not listed. */
  private static Change change(Change c, List<Fact> facts) {
    Fact fact = facts.stream().filter(f -> f.factId().equals(c.factId())).findFirst().orElse(null);
    List<String> shown = new ArrayList<>(texts(c.evidence()));
    if (fact != null) {
      fact.positions().forEach(p -> shown.addAll(texts(p.evidence())));
    }
    String gist = c.gist();
    return new Change(
        c.reason(),
        c.factId(),
        c.previousFactId(),
        kept(c.before(), shown),
        kept(c.after(), shown),
        gist == null ? null : fact != null ? fact.gist() : said(gist, shown),
        c.evidence());
  }

  private static Fact fact(Fact f) {
    List<String> shown = new ArrayList<>();
    f.positions().forEach(p -> shown.addAll(texts(p.evidence())));
    boolean text = f.kind() == Kind.QUOTE || f.kind() == Kind.STATEMENT;
    return new Fact(
        f.factId(),
        f.topicKey(),
        f.kind(),
        f.status(),
        f.outcome(),
        isWhole(f) ? f.gist() : said(f.gist(), shown),
        text ? f.positions().stream().map(Redaction::position).toList() : f.positions(),
        f.changes());
  }

  /**
   * Whether all that a fact is made of is listed, and none of it withdrawn: then so is what its
   * gist was taken from, be it a sentence that a listed piece is only a part of.
   */
  private static boolean isWhole(Fact f) {
    return f.positions().size() < POSITIONS
        && f.positions().stream()
            .allMatch(
                p ->
                    p.evidenceFolded() == 0
                        && p.evidence().stream().noneMatch(e -> e.text().isEmpty()));
  }

  private static Position position(Position p) {
    return new Position(
        p.value().isEmpty() ? "" : said(p.value(), texts(p.evidence())),
        p.status(),
        p.current(),
        p.origins(),
        p.originNames(),
        p.attributedTo(),
        p.deniedBy(),
        p.evidence(),
        p.evidenceFolded());
  }

  private static List<String> texts(List<Evidence> evidence) {
    return evidence.stream()
        .map(e -> e.text().replace('\n', ' ').replace('\r', ' '))
        .filter(t -> !t.isEmpty())
        .toList();
  }

  /** The words if one of the texts says them, else the first of the texts. */
  private static String said(String words, List<String> shown) {
    if (shown.stream().anyMatch(t -> says(t, words))) {
      return words;
    }
    return shown.isEmpty() ? WITHDRAWN : cut(shown.get(0));
  }

  /**
   * A gist may name the speaker or "Allegedly" before the words and the values that differ, in
   * brackets, after them; the words may be cut short.
   */
  private static boolean says(String text, String words) {
    int bracket = words.indexOf(" [");
    String w = (bracket < 0 ? words : words.substring(0, bracket)).replace('\n', ' ').strip();
    if (w.endsWith("…")) {
      w = w.substring(0, w.length() - 1);
    }
    int colon = w.indexOf(": ");
    return text.contains(w) || (colon >= 0 && text.contains(w.substring(colon + 2)));
  }

  private static String cut(String text) {
    int[] points = text.codePoints().limit(MOST).toArray();
    return new String(points, 0, points.length) + (text.length() > MOST ? "…" : "");
  }

  /** A word of the trade may be told; several words must be said by somebody who may be heard. */
  private static @Nullable String kept(@Nullable String value, List<String> shown) {
    boolean may =
        value == null || value.indexOf(' ') < 0 || shown.stream().anyMatch(t -> t.contains(value));
    return may ? value : null;
  }
}
