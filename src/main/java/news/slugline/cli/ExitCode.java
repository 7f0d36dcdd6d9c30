package news.slugline.cli;

/** What a command's exit status says; scripts rely on the numbers. */
public enum ExitCode {
  OK(0, "done"),
  FAILED(1, "failed, for a reason that has no code of its own"),
  USAGE(2, "unknown or wrong option, argument or setting"),
  BAD_INPUT(3, "a file cannot be read or holds what cannot be used"),
  UNREACHABLE(4, "the broker or the schema registry does not answer"),
  ENVIRONMENT(5, "a port is taken, a disk full, a folder locked or not writable"),
  INCOMPATIBLE(6, "a schema or topic is not what this version needs"),
  INTERRUPTED(130, "stopped by Ctrl-C"),
  TERMINATED(143, "stopped by a SIGTERM");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }
}
