package news.slugline.topology;

/**
 * The version of rules, models and tables. It changes with every release whose updates differ from
 * the last one's for the same log; two engines never share an application id.
 */
public final class Engine {
  public static final String ID = "21";

  private Engine() {}
}
