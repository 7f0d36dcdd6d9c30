package news.slugline.claim.event;

import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says became of an event.
 *
 * @param status null if it says nothing
 * @param negative whether it says that the event is not
 * @param past whether it was over before the running matter
 */
record Fate(@Nullable EventStatus status, Modality modality, boolean negative, boolean past) {
  static final Fate UNTOLD = new Fate(null, Modality.ASSERTED, false, false);

  static Fate asserted(EventStatus status) {
    return new Fate(status, Modality.ASSERTED, false, false);
  }

  /** The fate of an event that was named before. */
  static Fate of(EventMention m) {
    return new Fate(m.status(), m.modality(), m.polarity() == Polarity.NEGATIVE, false);
  }

  Fate as(EventStatus other, Modality how) {
    return new Fate(other, how, negative, past);
  }
}
