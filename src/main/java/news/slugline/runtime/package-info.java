/** Runs the topologies: topic admin, health, shutdown. */
@NullMarked
package news.slugline.runtime;

import org.jspecify.annotations.NullMarked;
