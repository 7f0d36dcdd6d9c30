/** How fast the server of the board, the API and the streams is. */
@NullMarked
package news.slugline.bench.serve;

import org.jspecify.annotations.NullMarked;
