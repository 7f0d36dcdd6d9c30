package news.slugline.ingest;

/** A configuration of sources that cannot be used: what is wrong, where, and what to do. */
public final class BadConfig extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String remedy;

  BadConfig(String what, String where, String remedy) {
    super(what);
    this.where = where;
    this.remedy = remedy;
  }

  public String where() {
    return where;
  }

  public String remedy() {
    return remedy;
  }
}
