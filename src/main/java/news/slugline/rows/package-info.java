/** The port through which the domain keeps its state. */
@NullMarked
package news.slugline.rows;

import org.jspecify.annotations.NullMarked;
