package news.slugline.claim.quote;

import news.slugline.claim.Kind;
import news.slugline.claim.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody says, writes, thinks or feels, as the text attributes it. All offsets are
 * UTF-16 offsets into the document, ends exclusive, -1 where there is none. The whole holds the
 * content and the cue; an interrupted quotation gives one attribution a piece.
 *
 * @param kind QUOTE or STATEMENT
 * @param contentStart of what is said, without the quotation marks of a quote
 * @param cueStart of the words that attribute it ("said", "according to")
 * @param speakerStart of the mention that the attribution itself has ("he")
 * @param speaker resolved, canonical name; null if unknown
 * @param outlet a news outlet named as the one that reported it
 * @param denied whether the cue denies ("denied", "did not say")
 * @param cueLemma lemma of the cue's verb or its noun or preposition; empty if there is none
 */
public record Attribution(
    Kind kind,
    int start,
    int end,
    int contentStart,
    int contentEnd,
    int cueStart,
    int cueEnd,
    int speakerStart,
    int speakerEnd,
    @Nullable String speaker,
    Speaker.@Nullable Type speakerType,
    @Nullable String outlet,
    boolean denied,
    String cueLemma) {}
