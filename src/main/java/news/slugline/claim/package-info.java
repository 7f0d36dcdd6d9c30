/** From an article to its claims: who said what, when, how many, where. */
@NullMarked
package news.slugline.claim;

import org.jspecify.annotations.NullMarked;
