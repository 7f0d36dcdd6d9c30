/** Text as the extractors see it: paragraphs, sentences, tokens, names. */
@NullMarked
package news.slugline.claim.text;

import org.jspecify.annotations.NullMarked;
