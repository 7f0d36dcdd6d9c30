package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;

/** How far it has come with the people of one story, by {@link Stages}. */
final class Courses {
  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final Stages stages;

  Courses(String story, Rows rows, Stages stages) {
    this.story = story;
    this.rows = rows;
    this.stages = stages;
  }

  /**
   * Notes how far it has come with somebody, or that a claim no longer says so.
   *
   * @return if that is news, the claims of earlier stages
   */
  List<String> note(NodeRow n, boolean supports) {
    Stages.Stage s = stages.of(n.claim());
    if (s == null) {
      return List.of();
    }
    String number = Integer.toString(s.number());
    RowKey of = RowKey.of(story, s.course(), s.surname(), number, s.name());
    RowKey key = RowKey.of(story, s.course(), s.surname(), number, s.name(), n.id());
    boolean before = rows.has(Tables.STAGES, of);
    if (supports) {
      rows.put(Tables.STAGES, key, MARK);
    } else {
      rows.delete(Tables.STAGES, key);
    }
    if (before == rows.has(Tables.STAGES, of)) {
      return List.of();
    }
    List<String> earlier = new ArrayList<>();
    for (int i = 1; i < s.number(); i++) {
      RowKey stage = RowKey.of(story, s.course(), s.surname(), Integer.toString(i));
      rows.scan(Tables.STAGES, stage, (k, m) -> earlier.add(k.part(5)));
    }
    return earlier;
  }

  /** Whether what a claim says happened to somebody has come further since. */
  boolean isOvertaken(NodeRow leader) {
    Stages.Stage s = stages.of(leader.claim());
    if (s == null) {
      return false;
    }
    boolean[] out = {false};
    for (int i = s.number() + 1; i <= Stages.LAST; i++) {
      RowKey stage = RowKey.of(story, s.course(), s.surname(), Integer.toString(i));
      rows.scan(Tables.STAGES, stage, (k, m) -> !(out[0] |= s.isOf(k.part(4))));
    }
    return out[0];
  }
}
