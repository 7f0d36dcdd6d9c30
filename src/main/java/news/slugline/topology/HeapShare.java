package news.slugline.topology;

/** How much of the heap a task may fill with what it remembers. */
final class HeapShare {
  /** The rest: grouping's index, Kafka's buffers, an embedded broker, what an article leaves. */
  private static final long OTHERS = 384L << 20;

  private HeapShare() {}

  /**
   * In bytes; 0 where the heap has no room beside the rest.
   *
   * @param tasks how many of its kind there may be in the process
   */
  static long of(int tasks) {
    return Math.max(0, Runtime.getRuntime().maxMemory() - OTHERS) / tasks;
  }
}
