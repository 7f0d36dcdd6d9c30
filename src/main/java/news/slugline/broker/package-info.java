/** Kafka and a schema registry inside this process. */
@NullMarked
package news.slugline.broker;

import org.jspecify.annotations.NullMarked;
