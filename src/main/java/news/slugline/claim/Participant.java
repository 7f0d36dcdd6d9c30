package news.slugline.claim;

/** Somebody or something that takes part in an event, by canonical name. */
public record Participant(Role role, String name) {
  /** Roles as coarse as a headline needs them. */
  public enum Role {
    AGENT,
    PATIENT,
    OTHER
  }
}
