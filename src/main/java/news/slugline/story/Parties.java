package news.slugline.story;

import java.util.List;
import news.slugline.claim.Claim;
import news.slugline.claim.Participant;
import news.slugline.claim.text.NameKeys;

/** By whom two claims say that something is done, and whom it befalls. */
final class Parties {
  private Parties() {}

  /** Whether both name who does it, or whom it befalls, and these are others. */
  static boolean areOthers(Claim a, Claim b) {
    return areOthers(named(a, Participant.Role.AGENT), named(b, Participant.Role.AGENT))
        || areOthers(named(a, Participant.Role.PATIENT), named(b, Participant.Role.PATIENT));
  }

  private static boolean areOthers(List<String> some, List<String> others) {
    return !some.isEmpty()
        && !others.isEmpty()
        && some.stream().noneMatch(m -> others.stream().anyMatch(n -> NameKeys.same(m, n)));
  }

  /** Those in one role who are named. */
  static List<String> named(Claim c, Participant.Role role) {
    return Clash.named(c.about().participants().stream().filter(p -> p.role() == role).toList());
  }
}
