package news.slugline.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows: subjects with their versions, compatibility levels and modes.
 *
 * <p>Every change is written to the log before it shows. One schema text has one id, in whichever
 * subjects it stands; an id is never given twice, also after deletions and restarts. Calls are
 * serialised.
 */
final class RegistrySubjects {
  static final String DEFAULT_LEVEL = "FULL_TRANSITIVE";
  private static final String DEFAULT_MODE = "READWRITE";
  private static final Set<String> MODES = Set.of("READWRITE", "READONLY", "READONLY_OVERRIDE");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One version of a subject. */
  record Version(
      String subject,
      int version,
      int id,
      String schema,
      List<SchemaReference> references,
      boolean deleted) {
    Version withDeleted() {
      return new Version(subject, version, id, schema, references, true);
    }
  }

  private final SchemaLog log;
  private final TreeMap<String, TreeMap<Integer, Version>> subjects = new TreeMap<>();
  private final TreeMap<Integer, Version> firstById = new TreeMap<>();
  private final Map<String, String> levels = new LinkedHashMap<>();
  private final Map<String, String> modes = new LinkedHashMap<>();
  private int lastId;

  /** Subject of the settings that hold where a subject has none of its own. */
  private static final String GLOBAL = "";

  RegistrySubjects(SchemaLog log) throws IOException {
    this.log = log;
    for (SchemaLog.Entry entry : log.load()) {
      apply(entry);
    }
  }

  // ---- schemas

  synchronized int register(String subject, SchemaText text, boolean normalize) {
    requireWritable(subject);
    AvroSchema parsed = parse(text, normalize);
    Version same = find(subject, parsed, false);
    if (same != null) {
      return same.id();
    }
    List<String> faults = faults(subject, parsed, history(subject), level(subject));
    if (!faults.isEmpty()) {
      throw new RegistryError(
          409,
          "Schema being registered is incompatible with an earlier schema for subject \""
              + subject
              + "\", details: "
              + faults);
    }
    int version = subjects.containsKey(subject) ? versions(subject).lastKey() + 1 : 1;
    int id = idFor(parsed);
    write(new Version(subject, version, id, parsed.canonicalString(), text.references(), false));
    return id;
  }

  synchronized Version lookUp(
      String subject, SchemaText text, boolean normalize, boolean withDeleted) {
    requireSubject(subject, withDeleted);
    Version found = find(subject, parse(text, normalize), withDeleted);
    if (found == null) {
      throw RegistryError.schemaNotFound();
    }
    return found;
  }

  /** What stands against the schema; empty if it may be registered. */
  synchronized List<String> faults(
      String subject, SchemaText text, @Nullable String version, boolean normalize) {
    AvroSchema parsed = parse(text, normalize);
    if (version != null) {
      return faults(subject, parsed, List.of(version(subject, version, false)), level(subject));
    }
    return faults(subject, parsed, history(subject), level(subject));
  }

  synchronized Version byId(int id) {
    Version found = firstById.get(id);
    if (found == null) {
      throw RegistryError.schemaNotFound(id);
    }
    return found;
  }

  synchronized int lastId() {
    return lastId;
  }

  synchronized List<Version> usesOf(int id, boolean withDeleted) {
    byId(id);
    List<Version> uses = new ArrayList<>();
    for (Version each : all()) {
      if (each.id() == id && (withDeleted || !each.deleted())) {
        uses.add(each);
      }
    }
    return uses;
  }

  synchronized List<Version> list(String subjectPrefix, boolean withDeleted, boolean latestOnly) {
    List<Version> found = new ArrayList<>();
    for (String subject : subjects(subjectPrefix, withDeleted, false)) {
      List<Version> versions = new ArrayList<>(versions(subject).values());
      versions.removeIf(v -> v.deleted() && !withDeleted);
      found.addAll(latestOnly ? versions.subList(versions.size() - 1, versions.size()) : versions);
    }
    return found;
  }

  synchronized List<String> subjects(String prefix, boolean withDeleted, boolean deletedOnly) {
    List<String> names = new ArrayList<>();
    subjects.forEach(
        (name, versions) -> {
          boolean gone = versions.values().stream().allMatch(Version::deleted);
          boolean wanted = deletedOnly ? gone : withDeleted || !gone;
          if (wanted && name.startsWith(prefix)) {
            names.add(name);
          }
        });
    return names;
  }

  synchronized List<Integer> versionNumbers(
      String subject, boolean withDeleted, boolean deletedOnly) {
    requireSubject(subject, withDeleted || deletedOnly);
    List<Integer> numbers = new ArrayList<>();
    for (Version each : versions(subject).values()) {
      if (deletedOnly ? each.deleted() : withDeleted || !each.deleted()) {
        numbers.add(each.version());
      }
    }
    return numbers;
  }

  synchronized Version version(String subject, String name, boolean withDeleted) {
    requireSubject(subject, withDeleted);
    int number = number(name);
    if (number == -1) {
      return history(subject).get(history(subject).size() - 1);
    }
    Version found = versions(subject).get(number);
    if (found == null || (found.deleted() && !withDeleted)) {
      throw RegistryError.versionNotFound(number);
    }
    return found;
  }

  synchronized List<Integer> referencedBy(String subject, String version) {
    Version target = version(subject, version, true);
    List<Integer> ids = new ArrayList<>();
    for (Version each : all()) {
      boolean refers =
          each.references().stream()
              .anyMatch(r -> r.getSubject().equals(subject) && r.getVersion() == target.version());
      if (refers && !each.deleted() && !ids.contains(each.id())) {
        ids.add(each.id());
      }
    }
    return ids;
  }

  // ---- deletion

  synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
    requireSubject(subject, permanent);
    List<Integer> numbers = versionNumbers(subject, permanent, false);
    if (permanent && !subjects("", false, false).stream().noneMatch(subject::equals)) {
      throw new RegistryError(
          40405,
          "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }
    for (int number : numbers) {
      deleteVersion(subject, Integer.toString(number), permanent);
    }
    return numbers;
  }

  synchronized int deleteVersion(String subject, String name, boolean permanent) {
    requireWritable(subject);
    Version target = version(subject, name, permanent);
    if (!referencedBy(subject, Integer.toString(target.version())).isEmpty()) {
      throw new RegistryError(
          42206, "One or more references exist to the schema of subject '" + subject + "'");
    }
    if (!permanent) {
      write(target.withDeleted());
    } else if (!target.deleted()) {
      throw new RegistryError(
          40407,
          "Subject '"
              + subject
              + "' Version "
              + target.version()
              + " was not deleted first before being permanently deleted");
    } else {
      write(lastIdKey(), JSON.createObjectNode().put("lastId", lastId));
      write(schemaKey(subject, target.version()), null);
    }
    return target.version();
  }

  // ---- settings

  /** The level that holds for a subject; {@code null} asks for the global one. */
  synchronized String level(@Nullable String subject) {
    String global = levels.getOrDefault(GLOBAL, DEFAULT_LEVEL);
    return subject == null ? global : levels.getOrDefault(subject, global);
  }

  synchronized String ownLevel(String subject) {
    String level = levels.get(subject);
    if (level == null) {
      throw new RegistryError(
          40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }
    return level;
  }

  synchronized void setLevel(@Nullable String subject, String level) {
    CompatibilityLevel known = CompatibilityLevel.forName(level.toUpperCase(Locale.ROOT));
    if (known == null) {
      throw new RegistryError(42203, "Invalid compatibility level: " + level);
    }
    write(
        settingKey("CONFIG", subject),
        JSON.createObjectNode().put("compatibilityLevel", known.name));
  }

  synchronized String deleteLevel(@Nullable String subject) {
    String old = subject == null ? level(null) : ownLevel(subject);
    write(settingKey("CONFIG", subject), null);
    return old;
  }

  synchronized String mode(@Nullable String subject) {
    String global = modes.getOrDefault(GLOBAL, DEFAULT_MODE);
    return subject == null ? global : modes.getOrDefault(subject, global);
  }

  synchronized String ownMode(String subject) {
    String mode = modes.get(subject);
    if (mode == null) {
      throw new RegistryError(
          40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }
    return mode;
  }

  synchronized void setMode(@Nullable String subject, String mode) {
    String name = mode.toUpperCase(Locale.ROOT);
    if (!MODES.contains(name)) {
      throw new RegistryError(
          42204, "Invalid mode: " + mode + ". Valid values are " + sorted(MODES));
    }
    write(settingKey("MODE", subject), JSON.createObjectNode().put("mode", name));
  }

  synchronized String deleteMode(String subject) {
    String old = ownMode(subject);
    write(settingKey("MODE", subject), null);
    return old;
  }

  // ---- inside

  private void requireWritable(String subject) {
    if (!mode(subject).equals(DEFAULT_MODE)) {
      throw new RegistryError(42205, "Subject " + subject + " is in read-only mode");
    }
  }

  private void requireSubject(String subject, boolean withDeleted) {
    TreeMap<Integer, Version> versions = subjects.get(subject);
    if (versions == null
        || (!withDeleted && versions.values().stream().allMatch(Version::deleted))) {
      throw RegistryError.subjectNotFound(subject);
    }
  }

  private TreeMap<Integer, Version> versions(String subject) {
    TreeMap<Integer, Version> versions = subjects.get(subject);
    if (versions == null) {
      throw RegistryError.subjectNotFound(subject);
    }
    return versions;
  }

  /** Versions that count for compatibility, oldest first. */
  private List<Version> history(String subject) {
    TreeMap<Integer, Version> versions = subjects.get(subject);
    return versions == null
        ? List.of()
        : versions.values().stream().filter(v -> !v.deleted()).toList();
  }

  private List<Version> all() {
    return subjects.values().stream().map(TreeMap::values).flatMap(Collection::stream).toList();
  }

  private @Nullable Version find(String subject, AvroSchema schema, boolean withDeleted) {
    TreeMap<Integer, Version> versions = subjects.getOrDefault(subject, new TreeMap<>());
    for (Version each : versions.descendingMap().values()) {
      if ((withDeleted || !each.deleted()) && same(each, schema)) {
        return each;
      }
    }
    return null;
  }

  private static boolean same(Version version, AvroSchema schema) {
    return version.schema().equals(schema.canonicalString())
        && version.references().equals(schema.references());
  }

  private int idFor(AvroSchema schema) {
    for (Version each : firstById.values()) {
      if (same(each, schema)) {
        return each.id();
      }
    }
    return lastId + 1;
  }

  private List<String> faults(
      String subject, AvroSchema schema, List<Version> earlier, String level) {
    CompatibilityLevel wanted = CompatibilityLevel.forName(level);
    List<Version> against =
        level.endsWith("_TRANSITIVE") || earlier.isEmpty()
            ? earlier
            : earlier.subList(earlier.size() - 1, earlier.size());
    List<ParsedSchemaHolder> holders = new ArrayList<>();
    for (Version each : against) {
      holders.add(
          new SimpleParsedSchemaHolder(
              parse(new SchemaText(each.schema(), each.references()), false)));
    }
    List<String> faults = new ArrayList<>(schema.isCompatible(wanted, holders));
    if (!faults.isEmpty()) {
      faults.add("{subject: '" + subject + "', compatibility: '" + level + "'}");
    }
    return faults;
  }

  private AvroSchema parse(SchemaText text, boolean normalize) {
    Map<String, String> resolved = new LinkedHashMap<>();
    resolve(text.references(), resolved);
    try {
      AvroSchema schema = new AvroSchema(text.schema(), text.references(), resolved, null);
      schema.validate(true);
      return normalize ? schema.normalize() : schema;
    } catch (RuntimeException e) {
      throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
    }
  }

  private void resolve(List<SchemaReference> references, Map<String, String> resolved) {
    for (SchemaReference each : references) {
      if (resolved.containsKey(each.getName())) {
        continue;
      }
      Version target =
          subjects.getOrDefault(each.getSubject(), new TreeMap<>()).get(each.getVersion());
      if (target == null) {
        throw RegistryError.invalidSchema(
            "no schema " + each.getSubject() + " version " + each.getVersion() + " to refer to");
      }
      // what it refers to itself must be known to the parser before it
      resolve(target.references(), resolved);
      resolved.put(each.getName(), target.schema());
    }
  }

  private static int number(String name) {
    if (name.equals("latest")) {
      return -1;
    }
    try {
      int number = Integer.parseInt(name);
      if (number == -1 || number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new RegistryError(
        42202,
        "The specified version '"
            + name
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  // ---- records of the log, as Confluent's registry writes them

  private static ObjectNode schemaKey(String subject, int version) {
    return JSON.createObjectNode()
        .put("keytype", "SCHEMA")
        .put("subject", subject)
        .put("version", version)
        .put("magic", 1);
  }

  private static ObjectNode settingKey(String type, @Nullable String subject) {
    return JSON.createObjectNode().put("keytype", type).put("subject", subject).put("magic", 0);
  }

  /** Our own: keeps ids of permanently deleted schemas from being given again. */
  private static ObjectNode lastIdKey() {
    return JSON.createObjectNode().put("keytype", "LAST_ID").put("magic", 0);
  }

  private void write(Version version) {
    ObjectNode value =
        JSON.createObjectNode()
            .put("subject", version.subject())
            .put("version", version.version())
            .put("id", version.id())
            .put("schema", version.schema())
            .put("deleted", version.deleted());
    if (!version.references().isEmpty()) {
      value.set("references", JSON.valueToTree(version.references()));
    }
    write(schemaKey(version.subject(), version.version()), value);
  }

  private void write(ObjectNode key, @Nullable ObjectNode value) {
    SchemaLog.Entry entry =
        new SchemaLog.Entry(key.toString(), value == null ? null : value.toString());
    try {
      log.append(entry);
      apply(entry);
    } catch (IOException e) {
      throw new RegistryError(50001, "Error in the backend data store: " + e.getMessage());
    }
  }

  private void apply(SchemaLog.Entry entry) throws JsonProcessingException {
    JsonNode key = JSON.readTree(entry.key());
    JsonNode value = entry.value() == null ? null : JSON.readTree(entry.value());
    String subject = key.path("subject").asText(GLOBAL);
    switch (key.path("keytype").asText()) {
      case "SCHEMA" -> applySchema(subject, key.path("version").asInt(), value);
      case "CONFIG" -> applySetting(levels, key, value, "compatibilityLevel");
      case "MODE" -> applySetting(modes, key, value, "mode");
      case "LAST_ID" -> {
        if (value != null) {
          lastId = Math.max(lastId, value.path("lastId").asInt());
        }
      }
      default -> {
        // NOOP and whatever a later registry writes
      }
    }
  }

  private static void applySetting(
      Map<String, String> settings, JsonNode key, @Nullable JsonNode value, String field) {
    String subject = key.path("subject").isTextual() ? key.path("subject").asText() : GLOBAL;
    if (value == null) {
      settings.remove(subject);
    } else {
      settings.put(subject, value.path(field).asText());
    }
  }

  private void applySchema(String subject, int number, @Nullable JsonNode value) {
    TreeMap<Integer, Version> versions = subjects.computeIfAbsent(subject, s -> new TreeMap<>());
    if (value == null) {
      Version gone = versions.remove(number);
      if (gone != null) {
        forget(gone.id());
      }
      if (versions.isEmpty()) {
        subjects.remove(subject);
      }
      return;
    }
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode each : value.path("references")) {
      references.add(JSON.convertValue(each, SchemaReference.class));
    }
    Version version =
        new Version(
            subject,
            number,
            value.path("id").asInt(),
            value.path("schema").asText(),
            List.copyOf(references),
            value.path("deleted").asBoolean());
    versions.put(number, version);
    firstById.putIfAbsent(version.id(), version);
    lastId = Math.max(lastId, version.id());
  }

  private void forget(int id) {
    firstById.remove(id);
    for (Version each : all()) {
      if (each.id() == id) {
        firstById.putIfAbsent(id, each);
      }
    }
  }
}
