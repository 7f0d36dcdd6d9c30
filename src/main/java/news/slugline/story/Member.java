package news.slugline.story;

import news.slugline.claim.Claim;
import news.slugline.claim.Modality;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;

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

  /**
   * Whether it only says again what its outlet had from another, which a claim of the same article
   * or of an earlier one names; unless it gives an authority of its own for it.
   */
  boolean followsUp(Member naming) {
    if (node.uri().equals(naming.node().uri())) {
      return true;
    }
    Speaker own = claim().speaker();
    Speaker then = naming.claim().speaker();
    boolean knows =
        own != null
            && (then == null || !NameKeys.key(own.name()).equals(NameKeys.key(then.name())));
    return assumed
        && !knows
        && originKey.equals(Origins.key(naming.provider()))
        && node.time().compareTo(naming.node().time()) >= 0;
  }
}
