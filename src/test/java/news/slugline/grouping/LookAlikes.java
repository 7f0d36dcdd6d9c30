package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.slugline.grouping.GroupingTrainer.Item;

/**
 * Look-alikes to learn from: of one story in eight, its articles four times more with other names,
 * towns and ages and some other numbers; each time with more words of their own. They are stories
 * of their own, however alike they read. What is kept is drawn by a hash, so it is always the same.
 */
final class LookAlikes {
  private static final int ONE_IN = 8;
  private static final int TIMES = 4;
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final String story;
  private final int wordsKept;
  private final int daysLater;
  private final Map<Integer, Byte> known;

  private LookAlikes(String story, int wordsKept, Map<Integer, Byte> known) {
    this.story = story;
    this.wordsKept = wordsKept;
    this.daysLater = (int) chance("", 3);
    this.known = known;
  }

  /** A collection's articles and their look-alikes, in order of time. */
  static List<Item> with(List<Item> items) {
    Map<String, Map<Integer, Byte>> known = new HashMap<>();
    for (Item i : items) {
      Map<Integer, Byte> marks = known.computeIfAbsent(i.story(), s -> new HashMap<>());
      for (int k = 0; k < i.profile().terms().length; k++) {
        marks.merge(i.profile().terms()[k], i.profile().marks()[k], (a, b) -> (byte) (a | b));
      }
    }
    List<Item> out = new ArrayList<>(items);
    for (Item i : items) {
      if (Long.remainderUnsigned(TermIds.hash("look-alike " + i.story()), ONE_IN) == 0) {
        Map<Integer, Byte> marks = Objects.requireNonNull(known.get(i.story()));
        for (int k = 0; k < TIMES; k++) {
          String story = i.story() + "~".repeat(k + 1);
          out.add(new LookAlikes(story, 100 - 15 * k, marks).of(i, (k + 1) * HOUR));
        }
      }
    }
    out.sort(Comparator.comparingLong(Item::time));
    return out;
  }

  private Item of(Item i, long later) {
    Profile p = other(i.profile());
    String id = i.id() + story.substring(i.story().length());
    long time = i.time() + daysLater * DAY + later;
    return new Item(id, i.provider(), p, other(i.snap()), story, i.fold(), time);
  }

  private Profile other(Profile p) {
    List<int[]> entries = new ArrayList<>();
    for (int i = 0; i < p.terms().length; i++) {
      int id = p.terms()[i];
      byte marks = (byte) (p.marks()[i] | known.getOrDefault(id, (byte) 0));
      if (Overlap.kind(marks) == Overlap.DAY) {
        id = TermIds.ofDay(TermIds.day(id) + daysLater);
      } else if (chance("keeps " + id, 100) >= kept(Overlap.kind(marks))) {
        id = (int) (TermIds.hash(story + " instead of " + id) >>> 20);
      }
      entries.add(new int[] {id, p.weights()[i], p.marks()[i]});
    }
    return TermIds.profile(p.language(), entries, p.words());
  }

  /** How many of a hundred terms of a kind stay: common names do, those of persons do not. */
  private int kept(int kind) {
    return switch (kind) {
      case Overlap.PERSON, Overlap.CITY -> 0;
      case Overlap.PHRASE -> 5;
      case Overlap.NAME -> 12;
      case Overlap.AGE -> 20;
      case Overlap.REGION -> 40;
      case Overlap.NUMBER -> 50;
      case Overlap.YEAR -> 70;
      case Overlap.RECURRING -> 100;
      default -> wordsKept;
    };
  }

  private long chance(String of, int range) {
    return Long.remainderUnsigned(TermIds.hash(story + " " + of), range);
  }
}
