/** Typed settings. */
@NullMarked
package news.slugline.config;

import org.jspecify.annotations.NullMarked;
