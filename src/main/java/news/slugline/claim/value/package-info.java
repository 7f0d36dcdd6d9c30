/** Values that stand in a sentence: times, quantities, places and "first since". */
@NullMarked
package news.slugline.claim.value;

import org.jspecify.annotations.NullMarked;
