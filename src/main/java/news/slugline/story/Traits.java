package news.slugline.story;

import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Polarity;

/** What can be seen of a claim by itself. */
final class Traits {
  /** The slot of the day on which somebody says something: two days of two remarks are not one. */
  static final String SAID_ON = "said_on";

  private Traits() {}

  static boolean isText(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT || c.about().slot().equals("said");
  }

  static boolean isSaid(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT;
  }

  static boolean isTypedQuantity(About about) {
    String slot = about.slot();
    return !slot.startsWith("amount") && !slot.startsWith("count") && !slot.equals("score");
  }

  static boolean isAhead(Claim c) {
    return c.eventStatus() == EventStatus.PLANNED || c.eventStatus() == EventStatus.POSTPONED;
  }

  /** "COLOGNE": a place of a dateline, which tells nothing by itself. */
  static boolean isPlaceAlone(Claim c) {
    return c.kind() == Kind.PLACE && c.text().strip().equalsIgnoreCase(c.value());
  }

  static boolean isDenied(Claim c) {
    return c.polarity() == Polarity.NEGATIVE || c.eventStatus() == EventStatus.DID_NOT_OCCUR;
  }
}
