package news.slugline.story;

/** The names of the buckets in which a fact's claims stand by what they say. */
final class Bucket {
  /** Heads the name of a bucket whose claims do not say what the leader says. */
  static final String OTHERWISE = "otherwise: ";

  /** Names the bucket of claims that follow other leaders. */
  static final String BESIDE = "beside";

  /** Names the bucket of claims that mention the event, or tell of it among other things. */
  static final String MENTION = "mention";

  private Bucket() {}

  /** Whether a bucket holds claims that say the same only by twos, if at all. */
  static boolean isOtherwise(String bucket) {
    return bucket.startsWith(OTHERWISE);
  }

  /** Whether a bucket holds claims of other facts. */
  static boolean isOfOther(String bucket) {
    return bucket.equals(BESIDE) || bucket.equals(MENTION);
  }

  /** Whether a bucket holds claims whose origins count by those that are read, if at all. */
  static boolean isLoose(String bucket) {
    return isOtherwise(bucket) || isOfOther(bucket);
  }
}
