package news.slugline.broker;

/**
 * A refusal that goes to the client as Confluent's registry words it: HTTP status and error code.
 */
final class RegistryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  RegistryError(int code, String message) {
    super(message);
    this.code = code;
  }

  static RegistryError subjectNotFound(String subject) {
    return new RegistryError(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError versionNotFound(int version) {
    return new RegistryError(40402, "Version " + version + " not found.");
  }

  static RegistryError schemaNotFound() {
    return new RegistryError(40403, "Schema not found");
  }

  static RegistryError schemaNotFound(int id) {
    return new RegistryError(40403, "Schema " + id + " not found");
  }

  static RegistryError invalidSchema(String detail) {
    return new RegistryError(42201, "Invalid schema: " + detail);
  }

  /** Codes of five digits carry the status in their first three. */
  int status() {
    return code > 999 ? code / 100 : code;
  }

  int code() {
    return code;
  }
}
