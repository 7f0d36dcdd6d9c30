package news.slugline.schema;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro loads only classes that it is told to trust; these are the generated ones. */
final class AvroTrust {
  private static final String GENERATED = "news.slugline.avro.";

  static {
    ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(before, c -> c.getName().startsWith(GENERATED)));
  }

  private AvroTrust() {}

  /** Loading this class is what counts; a second call does nothing. */
  static void install() {}
}
