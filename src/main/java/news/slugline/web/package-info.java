/** The read model, the HTTP API and its feeds, webhooks, the board. */
@NullMarked
package news.slugline.web;

import org.jspecify.annotations.NullMarked;
