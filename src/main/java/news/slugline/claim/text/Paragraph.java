package news.slugline.claim.text;

/**
 * A paragraph: a stretch between line breaks, not blank.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param furniture whether it is the page's furniture (related links, sign-up forms, captions,
 *     share bars) and not copy; furniture has no sentences
 */
public record Paragraph(int index, int start, int end, boolean furniture) {}
