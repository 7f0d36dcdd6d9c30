/** The three stream topologies and everything they are named by. */
@NullMarked
package news.slugline.topology;

import org.jspecify.annotations.NullMarked;
