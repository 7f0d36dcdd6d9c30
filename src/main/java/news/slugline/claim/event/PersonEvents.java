package news.slugline.claim.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.About;
import news.slugline.claim.Participant;
import news.slugline.claim.Participant.Role;
import news.slugline.claim.text.Resources;

/**
 * The classes of events that befall persons one by one, as a charge, a sentence or an appointment
 * does, or that a person does alone, as a plea: of two persons they are two events.
 */
public final class PersonEvents {
  /** Stands for a person who is not named where others are, so that nothing tells who it is. */
  static final String SOMEBODY = "somebody";

  /** Stands for several, or for another one: nobody of those who are named. */
  static final String OTHERS = "others";

  private static final Map<String, Role> ROLES = new HashMap<>();
  private static final Set<String> MAYBE = new HashSet<>();

  static {
    for (String line : Resources.lines(PersonEvents.class, "person-events.tsv")) {
      String[] c = line.split("\t");
      ROLES.put(c[0], c[1].equals("agent") ? Role.AGENT : Role.PATIENT);
      if (c[2].equals("maybe")) {
        MAYBE.add(c[0]);
      }
    }
  }

  private PersonEvents() {}

  /** Whether events of a class are those of persons. */
  public static boolean is(String type) {
    return ROLES.containsKey(type);
  }

  /** Whether they may be those of things as well: "suspended all flights". */
  public static boolean mayBeOfThings(String type) {
    return MAYBE.contains(type);
  }

  /** In which role the person takes part whose event it is. */
  static Role role(String type) {
    return ROLES.getOrDefault(type, Role.OTHER);
  }

  /** By name whose event it is; none if nobody is named. */
  public static List<String> persons(About about) {
    return persons(about.trigger(), about.participants());
  }

  static List<String> persons(String type, List<Participant> who) {
    return who.stream()
        .filter(p -> p.role() == role(type) && Character.isUpperCase(p.name().codePointAt(0)))
        .map(Participant::name)
        .toList();
  }

  /** Whether it is somebody's who is not named, in an article that names more than one. */
  public static boolean isSomebodys(About about) {
    return about.participants().stream().anyMatch(PersonEvents::isUnnamed);
  }

  static boolean isUnnamed(Participant p) {
    return p.name().equals(SOMEBODY) || p.name().equals(OTHERS);
  }
}
