package news.slugline.cli;

/** What {@code --version} says. */
final class Version {
  private Version() {}

  static String line() {
    return "slugline " + number() + " (Java " + Runtime.version() + ")";
  }

  /** From the jar's manifest; "dev" outside of a jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
