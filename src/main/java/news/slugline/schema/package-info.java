/** Avro records, their mapping to the domain, serializers and the registry. */
@NullMarked
package news.slugline.schema;

import org.jspecify.annotations.NullMarked;
