package news.slugline.story;

import news.slugline.claim.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Where a position is said.
 *
 * @param article uri
 * @param source the provider that delivered the article
 * @param origin who first reported it, by canonical name
 * @param originAssumed whether the origin is the provider for want of anything better
 * @param start code point offset into the article's body
 * @param end exclusive
 * @param text the words at these offsets; empty if the article was killed
 * @param speaker who says so, if the article names somebody
 * @param counts whether it states the position's value; one that does not seems to tell of the same
 *     happening, in words that may say more, less or something else: it stands beside the others
 *     for a reader to judge, and raises no status, no number of origins and no dispute
 * @param sameWordsAs uri of the article with whose sentence this one is word for word the same, or
 *     nearly, or with which its article shares several other such sentences, or which its article
 *     tells again in other words, so that both have one origin, which is the other's; null if there
 *     is none
 */
public record Evidence(
    String article,
    String version,
    String source,
    String origin,
    boolean originAssumed,
    int start,
    int end,
    String text,
    @Nullable String speaker,
    Modality modality,
    boolean counts,
    @Nullable String sameWordsAs) {
  /** The same piece with other words, cut or left out. */
  Evidence withText(String words) {
    return new Evidence(
        article,
        version,
        source,
        origin,
        originAssumed,
        start,
        end,
        words,
        speaker,
        modality,
        counts,
        sameWordsAs);
  }
}
