/** Gives every article its story. */
@NullMarked
package news.slugline.grouping;

import org.jspecify.annotations.NullMarked;
