package news.slugline.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps outputs within the design's bounds: an update within 256 KiB, by leaving out changes from
 * the end (the least urgent), a state within 1 MiB, by leaving out facts from the end (the least
 * supported).
 */
final class Folding {
  private static final int UPDATE = 180_000;
  private static final int STATE = 700_000;
  private static final int FIXED = 300;

  private Folding() {}

  static List<Change> fold(List<Change> changes) {
    List<Change> out = new ArrayList<>();
    int size = 0;
    for (Change c : changes) {
      size += FIXED + length(c.after()) + length(c.gist());
      for (Evidence e : c.evidence()) {
        size += size(e);
      }
      if (size > UPDATE) {
        break;
      }
      out.add(c);
    }
    return out;
  }

  static List<Fact> facts(List<Fact> ranked, int taken) {
    List<Fact> out = new ArrayList<>();
    int size = taken;
    for (Fact f : ranked) {
      size += FIXED + length(f.gist()) + 120 * f.changes().size();
      for (Position p : f.positions()) {
        size += FIXED + length(p.value());
        for (Evidence e : p.evidence()) {
          size += size(e);
        }
      }
      if (size > STATE) {
        break;
      }
      out.add(f);
    }
    return out;
  }

  private static int size(Evidence e) {
    return 120 + e.text().length() + e.article().length() + length(e.speaker());
  }

  private static int length(@org.jspecify.annotations.Nullable String s) {
    return s == null ? 0 : s.length();
  }
}
