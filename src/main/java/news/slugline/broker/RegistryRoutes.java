package news.slugline.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's Schema Registry REST API (v1, Avro) over {@link RegistrySubjects}.
 *
 * <p>Left out, and refused with the code that says so: Protobuf and JSON Schema, contexts, data
 * contracts (metadata, rule sets), exporters, the IMPORT mode.
 */
final class RegistryRoutes implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int MAX_BODY_BYTES = 4 << 20;

  private final RegistrySubjects registry;

  RegistryRoutes(RegistrySubjects registry) {
    this.registry = registry;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      JsonNode answer;
      try {
        answer = route(Request.of(exchange));
      } catch (RegistryError e) {
        status = e.status();
        answer = error(e.code(), e.getMessage());
      } catch (JsonProcessingException e) {
        status = 400;
        answer = error(400, "Unreadable JSON: " + e.getOriginalMessage());
      } catch (RuntimeException e) {
        status = 500;
        answer = error(50001, "Error in the registry: " + e);
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static ObjectNode error(int code, @Nullable String message) {
    return JSON.createObjectNode().put("error_code", code).put("message", message);
  }

  private JsonNode route(Request request) throws IOException {
    return switch (request.at(0)) {
      case "" -> JSON.createObjectNode();
      case "subjects" -> subjects(request);
      case "schemas" -> schemas(request);
      case "compatibility" -> compatibility(request);
      case "config" -> config(request);
      case "mode" -> mode(request);
      case "contexts" -> JSON.createArrayNode().add(".");
      case "v1" -> about(request);
      default -> throw request.unknown();
    };
  }

  // ---- /subjects

  private JsonNode subjects(Request r) throws IOException {
    return switch (r.path().size()) {
      case 1 -> {
        r.require("GET");
        yield texts(
            registry.subjects(
                r.text("subjectPrefix", ""), r.flag("deleted"), r.flag("deletedOnly")));
      }
      case 2 -> subject(r);
      case 3 -> subjectVersions(r);
      case 4 -> subjectVersion(r);
      case 5 -> subjectVersionPart(r);
      default -> throw r.unknown();
    };
  }

  private JsonNode subject(Request r) throws IOException {
    if (r.method().equals("DELETE")) {
      return numbers(registry.deleteSubject(r.at(1), r.flag("permanent")));
    }
    r.require("POST");
    return versionJson(
        registry.lookUp(r.at(1), schemaText(r.body()), r.flag("normalize"), r.flag("deleted")));
  }

  private JsonNode subjectVersions(Request r) throws IOException {
    r.requirePart(2, "versions");
    if (r.method().equals("GET")) {
      return numbers(registry.versionNumbers(r.at(1), r.flag("deleted"), r.flag("deletedOnly")));
    }
    r.require("POST");
    SchemaText text = schemaText(r.body());
    return JSON.createObjectNode().put("id", registry.register(r.at(1), text, r.flag("normalize")));
  }

  private JsonNode subjectVersion(Request r) {
    r.requirePart(2, "versions");
    if (r.method().equals("DELETE")) {
      return JSON.getNodeFactory()
          .numberNode(registry.deleteVersion(r.at(1), r.at(3), r.flag("permanent")));
    }
    r.require("GET");
    return versionJson(registry.version(r.at(1), r.at(3), r.flag("deleted")));
  }

  private JsonNode subjectVersionPart(Request r) throws IOException {
    r.requirePart(2, "versions");
    r.require("GET");
    return switch (r.at(4)) {
      case "schema" ->
          JSON.readTree(registry.version(r.at(1), r.at(3), r.flag("deleted")).schema());
      case "referencedby" -> numbers(registry.referencedBy(r.at(1), r.at(3)));
      default -> throw r.unknown();
    };
  }

  // ---- /schemas

  private JsonNode schemas(Request r) throws IOException {
    r.require("GET");
    if (r.path().size() == 1) {
      ArrayNode all = JSON.createArrayNode();
      registry
          .list(r.text("subjectPrefix", ""), r.flag("deleted"), r.flag("latestOnly"))
          .forEach(v -> all.add(versionJson(v)));
      return all;
    }
    if (r.at(1).equals("types") && r.path().size() == 2) {
      return JSON.createArrayNode().add("AVRO");
    }
    r.requirePart(1, "ids");
    int id = schemaId(r);
    return r.path().size() == 3 ? schemaById(r, id) : partOfId(r, id);
  }

  private JsonNode schemaById(Request r, int id) {
    RegistrySubjects.Version found = registry.byId(id);
    ObjectNode json = JSON.createObjectNode().put("schema", found.schema());
    addReferences(json, found);
    if (r.flag("fetchMaxId")) {
      json.put("maxId", registry.lastId());
    }
    return json;
  }

  private JsonNode partOfId(Request r, int id) throws IOException {
    ArrayNode list = JSON.createArrayNode();
    switch (r.at(3)) {
      case "schema" -> {
        return JSON.readTree(registry.byId(id).schema());
      }
      case "subjects" ->
          registry.usesOf(id, r.flag("deleted")).stream()
              .map(RegistrySubjects.Version::subject)
              .distinct()
              .forEach(list::add);
      case "versions" ->
          registry
              .usesOf(id, r.flag("deleted"))
              .forEach(
                  v -> list.addObject().put("subject", v.subject()).put("version", v.version()));
      default -> throw r.unknown();
    }
    return list;
  }

  private static int schemaId(Request r) {
    try {
      return Integer.parseInt(r.at(2));
    } catch (NumberFormatException e) {
      throw r.unknown();
    }
  }

  // ---- /compatibility, /config, /mode, /v1

  private JsonNode compatibility(Request r) throws IOException {
    r.require("POST");
    r.requirePart(1, "subjects");
    r.requirePart(3, "versions");
    String version = r.path().size() > 4 ? r.at(4) : null;
    List<String> faults =
        registry.faults(r.at(2), schemaText(r.body()), version, r.flag("normalize"));
    ObjectNode answer = JSON.createObjectNode().put("is_compatible", faults.isEmpty());
    if (r.flag("verbose")) {
      answer.set("messages", texts(faults));
    }
    return answer;
  }

  private JsonNode config(Request r) throws IOException {
    String subject = r.path().size() > 1 ? r.at(1) : null;
    switch (r.method()) {
      case "PUT" -> {
        JsonNode body = r.body();
        String level = body.path("compatibility").asText(body.path("compatibilityLevel").asText());
        registry.setLevel(subject, level);
        return JSON.createObjectNode().put("compatibility", registry.level(subject));
      }
      case "DELETE" -> {
        return JSON.createObjectNode().put("compatibilityLevel", registry.deleteLevel(subject));
      }
      default -> {
        r.require("GET");
        boolean own = subject != null && !r.flag("defaultToGlobal");
        return JSON.createObjectNode()
            .put(
                "compatibilityLevel",
                own && subject != null ? registry.ownLevel(subject) : registry.level(subject));
      }
    }
  }

  private JsonNode mode(Request r) throws IOException {
    String subject = r.path().size() > 1 ? r.at(1) : null;
    ObjectNode answer = JSON.createObjectNode();
    if (r.method().equals("PUT")) {
      registry.setMode(subject, r.body().path("mode").asText());
      return answer.put("mode", registry.mode(subject));
    }
    if (r.method().equals("DELETE") && subject != null) {
      return answer.put("mode", registry.deleteMode(subject));
    }
    r.require("GET");
    boolean own = subject != null && !r.flag("defaultToGlobal");
    return answer.put(
        "mode", own && subject != null ? registry.ownMode(subject) : registry.mode(subject));
  }

  private static JsonNode about(Request r) {
    r.require("GET");
    r.requirePart(1, "metadata");
    return switch (r.at(2)) {
      case "id" ->
          JSON.createObjectNode()
              .<ObjectNode>set("scope", JSON.createObjectNode().set("path", JSON.createArrayNode()))
              .put("id", "");
      case "version" ->
          JSON.createObjectNode().put("version", "slugline-embedded").put("commitId", "");
      default -> throw r.unknown();
    };
  }

  // ---- JSON

  private static SchemaText schemaText(JsonNode body) {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new RegistryError(42201, "Invalid schema type " + type + ": only AVRO is served");
    }
    for (String part : List.of("metadata", "ruleSet")) {
      if (body.hasNonNull(part)) {
        throw new RegistryError(42201, "Invalid schema: " + part + " is not served");
      }
    }
    if (body.path("id").asInt(-1) >= 0) {
      throw new RegistryError(42205, "Registering with a given id needs the IMPORT mode");
    }
    if (!body.path("schema").isTextual()) {
      throw new RegistryError(42201, "Empty schema");
    }
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode each : body.path("references")) {
      references.add(JSON.convertValue(each, SchemaReference.class));
    }
    return new SchemaText(body.path("schema").asText(), List.copyOf(references));
  }

  private static ObjectNode versionJson(RegistrySubjects.Version version) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("subject", version.subject())
            .put("version", version.version())
            .put("id", version.id());
    addReferences(json, version);
    return json.put("schema", version.schema());
  }

  private static void addReferences(ObjectNode json, RegistrySubjects.Version version) {
    if (!version.references().isEmpty()) {
      json.set("references", JSON.valueToTree(version.references()));
    }
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode list = JSON.createArrayNode();
    texts.forEach(list::add);
    return list;
  }

  private static ArrayNode numbers(List<Integer> numbers) {
    ArrayNode list = JSON.createArrayNode();
    numbers.forEach(list::add);
    return list;
  }

  /** The decoded segments of the path, the query, and the body, not yet read. */
  private record Request(
      String method, List<String> path, Map<String, String> query, HttpExchange exchange) {
    static Request of(HttpExchange exchange) {
      List<String> path = new ArrayList<>();
      for (String part : exchange.getRequestURI().getRawPath().split("/", -1)) {
        if (!part.isEmpty()) {
          path.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
      }
      Map<String, String> query = new LinkedHashMap<>();
      String raw = exchange.getRequestURI().getRawQuery();
      for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0
                ? ""
                : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return new Request(exchange.getRequestMethod(), path, query, exchange);
    }

    String at(int index) {
      return index < path.size() ? path.get(index) : "";
    }

    boolean flag(String name) {
      return "true".equals(query.get(name));
    }

    String text(String name, String otherwise) {
      return query.getOrDefault(name, otherwise);
    }

    void require(String wanted) {
      if (!method.equals(wanted)) {
        throw new RegistryError(405, "HTTP 405 Method Not Allowed");
      }
    }

    void requirePart(int index, String wanted) {
      if (!at(index).equals(wanted)) {
        throw unknown();
      }
    }

    RegistryError unknown() {
      return new RegistryError(404, "HTTP 404 Not Found");
    }

    JsonNode body() throws IOException {
      byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      if (bytes.length > MAX_BODY_BYTES) {
        throw new RegistryError(413, "Request larger than " + MAX_BODY_BYTES + " bytes");
      }
      return JSON.readTree(bytes);
    }
  }
}
