/** Facts, statuses, story states and their changes. */
@NullMarked
package news.slugline.story;

import org.jspecify.annotations.NullMarked;
