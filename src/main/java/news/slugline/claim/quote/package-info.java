/** Who said what: quotations and reported speech, with their speakers. */
@NullMarked
package news.slugline.claim.quote;

import org.jspecify.annotations.NullMarked;
