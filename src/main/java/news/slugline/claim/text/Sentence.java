package news.slugline.claim.text;

/**
 * A sentence.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive, the closing mark included
 * @param paragraph index of its paragraph
 * @param firstToken index of its first token
 * @param endToken index after its last token
 */
public record Sentence(
    int index, int start, int end, int paragraph, int firstToken, int endToken) {}
