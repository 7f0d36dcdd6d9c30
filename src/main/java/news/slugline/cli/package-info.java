/** The commands. */
@NullMarked
package news.slugline.cli;

import org.jspecify.annotations.NullMarked;
