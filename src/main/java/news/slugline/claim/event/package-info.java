/**
 * What happened, will happen or did not: events with their participants, time, place and status.
 */
@NullMarked
package news.slugline.claim.event;

import org.jspecify.annotations.NullMarked;
