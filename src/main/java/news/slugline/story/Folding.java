package news.slugline.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Keeps outputs within the design's bounds: an update within 256 KiB, by leaving out changes from
 * the end (the least urgent) and owing touched rows to the next updates; a state within 1 MiB, by
 * leaving out evidence that carries no status, then facts, both from the end (the least supported).
 */
final class Folding {
  private static final int CHANGES = 60_000;

  /** Bytes for the articles and facts that an update brings. */
  static final int UPDATE_ROWS = 150_000;

  private static final int STATE = 700_000;
  private static final int REF = 250;
  private static final int FIXED = 300;

  private Folding() {}

  /** Room that is given out until it is used up; what comes first always fits. */
  static final class Budget {
    private int left;
    private boolean isFresh = true;

    Budget(int room) {
      left = room;
    }

    /** Whether so much more fits. */
    boolean take(int size) {
      if (size > left && !isFresh) {
        return false;
      }
      isFresh = false;
      left -= size;
      return true;
    }
  }

  /**
   * The facts that a state shows: the first ones that fit with their evidence folded; those of them
   * that come first are shown with all of it, as far as there is room.
   */
  static final class Facts {
    private final List<Folded> kept = new ArrayList<>();
    private final Budget budget;

    Facts(int refs) {
      budget = new Budget(STATE - REF * refs);
    }

    /** Whether it fitted, and the next may. */
    boolean add(Fact f) {
      Folded folded = folded(f);
      return budget.take(folded.size) && kept.add(folded);
    }

    List<Fact> kept() {
      List<Fact> out = new ArrayList<>();
      int room = budget.left;
      boolean whole = true;
      for (Folded f : kept) {
        whole = whole && f.more <= room;
        room -= whole ? f.more : 0;
        out.add(whole ? f.fact : withoutMore(f.fact));
      }
      return out;
    }
  }

  /**
   * A fact that may be shown with less evidence.
   *
   * @param size without what carries no status
   * @param more what that adds
   */
  private record Folded(Fact fact, int size, int more) {}

  private static Folded folded(Fact f) {
    int all = size(f);
    int kept = all;
    for (Position p : f.positions()) {
      Carriers carriers = new Carriers(f, p);
      for (Evidence e : p.evidence()) {
        kept -= carriers.take(e) ? 0 : size(e);
      }
    }
    return new Folded(f, kept, all - kept);
  }

  /** A fact with the evidence that carries it. */
  static Fact withoutMore(Fact f) {
    List<Position> out = new ArrayList<>();
    for (Position p : f.positions()) {
      Carriers carriers = new Carriers(f, p);
      out.add(p.withEvidence(p.evidence().stream().filter(carriers::take).toList()));
    }
    return f.withPositions(out);
  }

  /**
   * The evidence that carries a position, piece by piece: what counts and is the first of its
   * origin to say so, to deny it, or to be withdrawn; what places an event among the news; and,
   * where few origins say so, pieces of a few more articles, so that a reader finds who else tells
   * it.
   */
  private static final class Carriers {
    private static final int FEW = 4;

    private final Fact fact;
    private final Set<String> known = new HashSet<>();
    private final Set<String> articles = new HashSet<>();
    private boolean news;
    private int more;

    Carriers(Fact fact, Position p) {
      this.fact = fact;
      this.more = FEW - Math.max(1, p.origins());
    }

    boolean take(Evidence e) {
      String sort = e.text().isEmpty() ? "gone " : e.modality() == Modality.DENIED ? "no " : "yes ";
      boolean first = e.counts() && known.add(sort + Origins.key(e.origin()));
      boolean opens = !news && FactOrder.isNews(fact, e);
      news |= opens;
      boolean carries = first || opens;
      if (!carries && e.counts() && more > 0 && !articles.contains(e.article())) {
        more--;
        carries = true;
      }
      if (carries) {
        articles.add(e.article());
      }
      return carries;
    }
  }

  static List<Change> fold(List<Change> changes) {
    List<Change> out = new ArrayList<>();
    Budget budget = new Budget(CHANGES);
    for (Change c : changes.subList(0, Math.min(Changes.MAX, changes.size()))) {
      int size = FIXED + bytes(c.before()) + bytes(c.after()) + bytes(c.gist());
      for (Evidence e : c.evidence()) {
        size += size(e);
      }
      if (!budget.take(size)) {
        break;
      }
      out.add(c);
    }
    return out;
  }

  static int size(StoryState.ArticleRef a) {
    return 60
        + bytes(a.uri())
        + bytes(a.version())
        + bytes(a.source())
        + bytes(a.origin())
        + bytes(a.copyOf())
        + bytes(a.headline());
  }

  static int size(Fact f) {
    int size = FIXED + bytes(f.topicKey()) + bytes(f.gist());
    for (Fact.Turn t : f.changes()) {
      size += 20 + bytes(t.article());
    }
    for (Position p : f.positions()) {
      size += 60 + bytes(p.value());
      for (List<String> names : List.of(p.originNames(), p.attributedTo(), p.deniedBy())) {
        for (String n : names) {
          size += 2 + bytes(n);
        }
      }
      for (Evidence e : p.evidence()) {
        size += size(e);
      }
    }
    return size;
  }

  static int size(Evidence e) {
    return 20
        + bytes(e.text())
        + bytes(e.article())
        + bytes(e.version())
        + bytes(e.source())
        + bytes(e.origin())
        + bytes(e.speaker())
        + bytes(e.sameWordsAs());
  }

  /** Length in UTF-8. */
  static int bytes(@Nullable String s) {
    int n = 0;
    for (int i = 0; s != null && i < s.length(); i++) {
      char c = s.charAt(i);
      n += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return n;
  }
}
