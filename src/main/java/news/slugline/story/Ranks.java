package news.slugline.story;

import news.slugline.claim.About;
import news.slugline.claim.Kind;

/** Where claims stand among those that may lead or follow them. Remembers claims; one thread. */
final class Ranks {
  /** Characters of a full date. */
  private static final int DAY = TopicKeys.DAY;

  /** Where an article's first, its opening and its next sentences begin, in characters. */
  private static final int HEAD = 200;

  private static final int LEAD = 450;

  private static final int OPENING = 800;

  /** A day or place of no event stands behind those of events, which say what it is of. */
  private static final int VALUE_ALONE = 4;

  /** What sentences tell stands behind other claims, as it looks where these stand. */
  private static final int TOLD = 4;

  /** What is told in quotations stands behind all else: it leads nothing. */
  private static final int REMARK = 8;

  private static final int REMEMBERED = 1_024;

  private final Recent<NodeRow, Place> places;

  Ranks(Memory memory) {
    this.places = memory.byObject(REMEMBERED);
  }

  /**
   * Where a claim stands among those that may lead it or follow it: live ones before revised and
   * corrected ones, these before retracted ones; who says more of what it is about before who says
   * less, longer words before shorter ones, so that a vague claim leads nothing that a precise one
   * can; of what sentences tell, the first of an article, which tell the news itself; then in
   * canonical order.
   */
  Place place(NodeRow n) {
    return places.get(n, Ranks::makePlace);
  }

  private static Place makePlace(NodeRow n) {
    int pass =
        switch (n.standing()) {
          case ACTIVE -> 0;
          case REVISED, CORRECTED -> 1;
          case RETRACTED -> 2;
        };
    return Place.of(pass + "" + vagueness(n), n);
  }

  private static int vagueness(NodeRow n) {
    About about = n.claim().about();
    if (n.claim().isRemark()) {
      return REMARK;
    }
    if (n.claim().isTold()) {
      int start = n.claim().span().start();
      return TOLD + (start < HEAD ? 0 : start < LEAD ? 1 : start < OPENING ? 2 : 3);
    }
    if (n.typedKey() != null) {
      return (Clash.named(about).isEmpty() ? 2 : 0)
          + (about.when() == null || about.when().length() < DAY ? 1 : 0);
    }
    boolean place = n.claim().kind() == Kind.PLACE || n.claim().kind() == Kind.TIME;
    if (place && n.anchors().stream().anyMatch(SameValue::isKey)) {
      return VALUE_ALONE;
    }
    int words = Wording.words(Wording.content(n.claim())).size();
    return words >= 16 ? 0 : words >= 8 ? 1 : words >= 4 ? 2 : 3;
  }
}
