package news.slugline.claim.value;

import org.jspecify.annotations.Nullable;

/**
 * A place in history that a sentence gives something.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param value canonical: {@code first since 2019}, {@code biggest since 1995}, {@code first ever}
 * @param rank {@code first}, {@code last}, {@code not}, {@code biggest} and so on
 * @param since ISO date as precise as the text, or {@code ever}
 * @param of lemma of the noun or verb that it is the first of; null if not known
 */
public record HistoryMention(
    int start, int end, String value, String rank, String since, @Nullable String of) {}
