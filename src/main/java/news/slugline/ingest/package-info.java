/**
 * Connectors that bring wires in: watched folders, polled feeds, HTTP push, standard input. What a
 * source has published and where it stands are written in one transaction, so that a restart
 * neither misses nor repeats.
 */
@NullMarked
package news.slugline.ingest;

import org.jspecify.annotations.NullMarked;
