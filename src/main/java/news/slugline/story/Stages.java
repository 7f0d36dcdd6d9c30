package news.slugline.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import news.slugline.claim.event.EventWords;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * The stages of what becomes of a person, which move one way: hurt, then dead; charged, then with a
 * plea, then convicted or acquitted. Only of people given by their full names: of two of one family
 * one may die and one be hurt. The claim's own words must name them, and tell of nobody beside them
 * who may be meant: "Reed was killed in a crash that hurt another" says of nobody both.
 */
final class Stages {
  /** The number of the last stage of any course. */
  static final int LAST = 3;

  private record Step(String course, int number, boolean either) {}

  private static final int LEAST_NAME = 3;

  private static final String CONDITION = "condition";

  private final Map<String, Step> steps = new HashMap<>();
  private final Set<String> others = Lists.of("change-words.tsv", "somebody else");
  private final Set<String> undecided = Lists.of("change-words.tsv", "undecided");

  Stages() {
    for (String[] row : Lists.rows("stages.tsv")) {
      steps.put(row[2], new Step(row[0], Integer.parseInt(row[1]), row[3].equals("either")));
    }
  }

  /**
   * How far it has come with a person.
   *
   * @param surname as it sounds, under which the spellings of a name meet
   * @param name in full
   */
  record Stage(String course, int number, String surname, String name) {
    boolean isOf(String other) {
      return NameKeys.same(name, other);
    }
  }

  /** The stage that a claim tells of; null if it tells of none. */
  @Nullable Stage of(Claim c) {
    About about = c.about();
    Step step = c.kind() == Kind.EVENT ? steps.get(about.trigger()) : null;
    boolean told = c.modality() == Modality.ASSERTED || c.modality() == Modality.REPORTED;
    boolean happened = c.eventStatus() == EventStatus.OCCURRED && c.polarity() == Polarity.POSITIVE;
    if (step == null || about.background() || !told || !happened || tellsLater(c, step)) {
      return null;
    }
    List<String> patients = Parties.named(c, Participant.Role.PATIENT);
    boolean either = step.either() && patients.isEmpty();
    List<String> who = either ? Parties.named(c, Participant.Role.AGENT) : patients;
    if (who.size() != 1 || !NameKeys.isFull(who.get(0)) || !isOf(c, who.get(0), step)) {
      return null;
    }
    return new Stage(step.course(), step.number(), NameKeys.key(who.get(0)), who.get(0));
  }

  /** "Died after a heart attack": who tells both knew what came of it, which replaces nothing. */
  private boolean tellsLater(Claim c, Step step) {
    for (String type : EventWords.classes(Wording.words(c.text()))) {
      Step other = steps.get(type);
      if (other != null && other.course.equals(step.course) && other.number > step.number) {
        return true;
      }
    }
    return false;
  }

  /** Whether the claim's words say so of whom it was read to be told. */
  private boolean isOf(Claim c, String name, Step step) {
    List<String> all = Wording.words(c.text());
    Set<String> words = new HashSet<>(all);
    List<String> parts = Wording.words(name);
    boolean names =
        parts.stream().skip(1).anyMatch(w -> w.length() >= LEAST_NAME && words.contains(w));
    Speaker s = c.speaker();
    if (!names || s != null && NameKeys.same(s.name(), name)) {
      return false;
    }
    boolean first = step.course().equals(CONDITION) && step.number() == 1;
    return !Wording.hasAny(all, first ? others : undecided);
  }
}
