package news.slugline.config;

/** A setting that cannot be used: what is wrong, where it stands, and what to write instead. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String remedy;

  SettingsException(String message, String where, String remedy) {
    super(message);
    this.where = where;
    this.remedy = remedy;
  }

  /** The file with its line, the environment variable, or the flag. */
  public String where() {
    return where;
  }

  public String remedy() {
    return remedy;
  }
}
