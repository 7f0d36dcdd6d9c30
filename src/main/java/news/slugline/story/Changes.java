package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how facts changed, and why, in the design's words. */
final class Changes {
  static final int MAX = 200;
  private static final int EVIDENCE = 5;
  private static final int VALUE = 400;

  private Changes() {}

  /** At most one change a fact; those an editor must see first stand first. */
  static List<Change> of(List<FactChange> facts, boolean embargoLifted) {
    List<Change> out = new ArrayList<>();
    for (FactChange f : facts) {
      Change c = of(f, embargoLifted);
      if (c != null) {
        out.add(c);
      }
    }
    out.sort(Comparator.comparingInt(c -> urgency(c.reason())));
    return out;
  }

  private static int urgency(ChangeReason r) {
    return switch (r) {
      case RETRACTED, CORRECTED -> 0;
      case CONFLICT_OPENED, CONFLICT_RESOLVED, DENIED -> 1;
      case FULFILLED, NOT_FULFILLED, SUPERSEDED, STATE_CHANGED, REOPENED, MERGED -> 2;
      case NEW_ORIGIN, ORIGIN_LOST -> 3;
      default -> 4;
    };
  }

  private static @Nullable Change of(FactChange f, boolean embargoLifted) {
    Fact a = f.before();
    Fact b = f.after();
    if (b == null) {
      return a == null
          ? null
          : new Change(
              ChangeReason.ORIGIN_LOST, a.factId(), null, word(a.status()), null, null, List.of());
    }
    if (a == null) {
      ChangeReason r =
          b.status() == FactStatus.RETRACTED
              ? ChangeReason.RETRACTED
              : embargoLifted ? ChangeReason.EMBARGO_LIFTED : ChangeReason.NEW_CLAIM;
      return change(r, b, null, null, values(b));
    }
    if (a.equals(b)) {
      return null;
    }
    ChangeReason r = reason(a, b);
    String previous = a.factId().equals(b.factId()) ? null : a.factId();
    if (r == null && previous == null) {
      return null;
    }
    String before = word(a.status());
    String after = word(b.status());
    if (r == null) {
      r = ChangeReason.STATE_CHANGED;
    } else if (a.outcome() != b.outcome() && a.status() == b.status()) {
      before = a.outcome() == null ? null : word(a.outcome());
      after = b.outcome() == null ? null : word(b.outcome());
    } else if (r == ChangeReason.NEW_CLAIM) {
      after = values(b);
    }
    return change(r, b, previous, before, after);
  }

  private static Change change(
      ChangeReason r,
      Fact f,
      @Nullable String previous,
      @Nullable String before,
      @Nullable String after) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < EVIDENCE; i++) {
      for (Position p : f.positions()) {
        if (i < p.evidence().size() && evidence.size() < EVIDENCE) {
          evidence.add(folded(p.evidence().get(i)));
        }
      }
    }
    return new Change(r, f.factId(), previous, before, after, f.gist(), evidence);
  }

  /** Evidence whose text is cut, so that an update of many changes stays within its bound. */
  private static Evidence folded(Evidence e) {
    return e.text().length() <= VALUE ? e : e.withText(Gist.cut(e.text(), VALUE));
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String values(Fact f) {
    List<String> out = new ArrayList<>();
    for (Position p : f.positions().subList(0, Math.min(3, f.positions().size()))) {
      if (!p.value().isEmpty()) {
        out.add(Gist.cut(p.value(), VALUE / 2));
      }
    }
    return String.join(" | ", out);
  }

  private static @Nullable ChangeReason reason(Fact a, Fact b) {
    if (a.status() != b.status()) {
      switch (b.status()) {
        case RETRACTED -> {
          return ChangeReason.RETRACTED;
        }
        case CORRECTED -> {
          return ChangeReason.CORRECTED;
        }
        case DISPUTED -> {
          return ChangeReason.CONFLICT_OPENED;
        }
        default -> {
          if (a.status() == FactStatus.DISPUTED) {
            return ChangeReason.CONFLICT_RESOLVED;
          }
        }
      }
    }
    if (retractedEvidence(b) > retractedEvidence(a)) {
      return ChangeReason.RETRACTED;
    }
    if (a.outcome() != b.outcome() && b.outcome() != null) {
      return switch (b.outcome()) {
        case FULFILLED -> ChangeReason.FULFILLED;
        case NOT_FULFILLED, CANCELLED -> ChangeReason.NOT_FULFILLED;
        default -> ChangeReason.STATE_CHANGED;
      };
    }
    if (count(b, FactStatus.CORRECTED) > count(a, FactStatus.CORRECTED)) {
      return ChangeReason.CORRECTED;
    }
    if (count(b, FactStatus.SUPERSEDED) > count(a, FactStatus.SUPERSEDED)) {
      return ChangeReason.SUPERSEDED;
    }
    if (count(b, FactStatus.DISPUTED) > count(a, FactStatus.DISPUTED)) {
      return ChangeReason.CONFLICT_OPENED;
    }
    if (deniers(b) > deniers(a)) {
      return ChangeReason.DENIED;
    }
    if (b.positions().size() > a.positions().size()) {
      return ChangeReason.NEW_CLAIM;
    }
    return breadth(a, b);
  }

  private static @Nullable ChangeReason breadth(Fact a, Fact b) {
    Set<String> x = Origins.of(a);
    Set<String> y = Origins.of(b);
    if (!x.containsAll(y)) {
      return ChangeReason.NEW_ORIGIN;
    }
    if (!y.containsAll(x)) {
      return ChangeReason.ORIGIN_LOST;
    }
    if (a.status() != b.status()) {
      return ChangeReason.STATE_CHANGED;
    }
    int m = evidence(a);
    int n = evidence(b);
    return n > m ? ChangeReason.COPY_ADDED : n < m ? ChangeReason.ORIGIN_LOST : null;
  }

  private static int retractedEvidence(Fact f) {
    int n = 0;
    for (Position p : f.positions()) {
      for (Evidence e : p.evidence()) {
        n += e.text().isEmpty() ? 1 : 0;
      }
    }
    return n;
  }

  private static long count(Fact f, FactStatus s) {
    return f.positions().stream().filter(p -> p.status() == s).count();
  }

  private static int deniers(Fact f) {
    return f.positions().stream().mapToInt(p -> p.deniedBy().size()).sum();
  }

  private static int evidence(Fact f) {
    return f.positions().stream().mapToInt(p -> p.evidence().size() + p.evidenceFolded()).sum();
  }

  /** Reasons that make a story a developing one. */
  static boolean isTurn(List<Change> changes) {
    Set<ChangeReason> turns =
        new HashSet<>(
            List.of(
                ChangeReason.SUPERSEDED,
                ChangeReason.CORRECTED,
                ChangeReason.RETRACTED,
                ChangeReason.CONFLICT_OPENED,
                ChangeReason.FULFILLED,
                ChangeReason.NOT_FULFILLED));
    return changes.stream().anyMatch(c -> turns.contains(c.reason()));
  }
}
