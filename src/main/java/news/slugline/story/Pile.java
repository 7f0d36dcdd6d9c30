package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a fact that say the same.
 *
 * @param value canonical, or for or against the leader's words
 * @param sort how they stand to the leader
 * @param bucket in which claims that were not read are counted with these; null if none are
 * @param row how many there are of what sort
 * @param members the first few, one of each origin before others
 * @param supportedBy whether an origin, by normalised name, says so
 */
record Pile(
    String value,
    Sort sort,
    @Nullable String bucket,
    BucketRow row,
    List<Member> members,
    Predicate<String> supportedBy) {
  /** How claims of a pile stand to the one that leads the fact. */
  enum Sort {
    /** They say the same. */
    COMMON,
    /** They say it in a way of their own, so that they count with no others. */
    OWN,
    /** They are of other facts, and count there. */
    OTHER
  }

  /** Of claims that are filed elsewhere, all of which were read. */
  static Pile of(String value, List<Member> members) {
    return new Pile(
        value, Sort.COMMON, null, count(members), members, origin -> supports(members, origin));
  }

  /** Whether its claims only mention what the fact tells. */
  boolean isMention() {
    return Bucket.MENTION.equals(bucket);
  }

  boolean own() {
    return sort == Sort.OWN;
  }

  /**
   * Of claims that were only filed together because none says what the leader says: a pile for each
   * way of saying it, each claim with the first that says the same. Those that were not read are
   * counted with the first pile that anybody supports.
   *
   * @param members in canonical order
   */
  static List<Pile> split(
      String value,
      String bucket,
      BucketRow row,
      List<Member> members,
      BiPredicate<NodeRow, NodeRow> same) {
    List<List<Member>> ways = new ArrayList<>();
    for (Member m : members) {
      List<Member> way = null;
      for (List<Member> w : ways) {
        if (way == null && same.test(w.get(0).node(), m.node())) {
          way = w;
        }
      }
      if (way == null) {
        way = new ArrayList<>();
        ways.add(way);
      }
      way.add(m);
    }
    BucketRow unread = row;
    List<BucketRow> rows = new ArrayList<>();
    for (List<Member> w : ways) {
      BucketRow r = count(w);
      rows.add(r);
      unread = sum(unread, r, -1);
    }
    int first = 0;
    while (first < rows.size() - 1 && rows.get(first).supports() == 0) {
      first++;
    }
    List<Pile> out = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      List<Member> w = ways.get(i);
      BucketRow r = i == first ? sum(rows.get(i), unread, 1) : rows.get(i);
      String of = i == first ? bucket : null;
      out.add(new Pile(value, Sort.OWN, of, r, w, origin -> supports(w, origin)));
    }
    return out;
  }

  /** Whether all who support it are among the members. */
  boolean isWhole() {
    return members.stream().filter(Member::supports).count() == row.supports();
  }

  private static BucketRow count(List<Member> members) {
    int[] n = new int[5];
    Set<String> origins = new TreeSet<>();
    for (Member m : members) {
      switch (m.node().standing()) {
        case ACTIVE -> n[m.supports() ? 0 : 1]++;
        case CORRECTED -> n[2]++;
        case REVISED -> n[3]++;
        case RETRACTED -> n[4]++;
      }
      if (m.supports()) {
        origins.add(m.originKey());
      }
    }
    return new BucketRow(n[0], n[1], n[2], n[3], n[4], origins.size(), "");
  }

  /** The first and so many times the second, but for the origins, which are those of the first. */
  private static BucketRow sum(BucketRow a, BucketRow b, int times) {
    return new BucketRow(
        a.supports() + times * b.supports(),
        a.denies() + times * b.denies(),
        a.corrected() + times * b.corrected(),
        a.revised() + times * b.revised(),
        a.retracted() + times * b.retracted(),
        a.origins(),
        "");
  }

  private static boolean supports(List<Member> members, String origin) {
    return members.stream().anyMatch(m -> m.supports() && m.originKey().equals(origin));
  }
}
