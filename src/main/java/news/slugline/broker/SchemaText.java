package news.slugline.broker;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;

/** A schema as a client sends it: Avro's JSON, and the named schemas that it refers to. */
record SchemaText(String schema, List<SchemaReference> references) {}
