package news.slugline.story;

import news.slugline.claim.Claim;
import news.slugline.claim.Modality;

/**
 * A claim with who first reported it.
 *
 * @param originKey normalised, so that spellings of one outlet count once
 */
record Member(NodeRow node, String originKey, String originName, boolean assumed, String provider) {

  Claim claim() {
    return node.claim();
  }

  boolean isLive() {
    return node.standing() == Standing.ACTIVE;
  }

  /** Whether it says that the value is so; a party's denial says only that the party denies it. */
  boolean supports() {
    return isLive() && claim().modality() != Modality.DENIED;
  }
}
