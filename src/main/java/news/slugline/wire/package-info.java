/** Wire articles as they come in, the log they become, and the parsers of the wire formats. */
@NullMarked
package news.slugline.wire;

import org.jspecify.annotations.NullMarked;
