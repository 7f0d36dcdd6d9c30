package news.slugline.chaos;

/** What a history does to the cluster while the wire goes on. */
enum Fault {
  INSTANCE_KILLED("kill -9 of an instance"),
  BROKER_KILLED("kill -9 of a broker"),
  BROKER_PAUSED("a broker paused 8 s"),
  NETWORK_CUT("an instance cut off from all brokers 12 s"),
  REGISTRY_DOWN("the registry down, an instance killed meanwhile"),
  DISK_FULL("the state folder's disk full"),
  CLOCK_JUMPED("an instance started again under a clock 3 h off"),
  ROLLED("both instances restarted in order, one after the other"),
  SCALED("up to three instances, down to one, back to two"),
  SENT_AGAIN("earlier articles sent again, out of order");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
