package news.slugline.story;

import java.util.HashSet;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Resources;
import news.slugline.claim.value.PlaceFinder;

/**
 * Whether two claims name others. What the other's article names in its opening counts as named,
 * and a country is no name of its own, as copy from abroad names it where copy from there names the
 * town. The same for (a, b) and (b, a).
 */
final class OwnNames {
  private static final int REMEMBERED = 1_024;

  private final Wording wording;
  private final Clash clash;

  /** What a claim names, by claim: each is held against many. */
  private final Recent<Claim, Set<String>> told;

  private final Recent<Claim, Set<String>> others;

  /** Terms of countries' names and of what is called after them. */
  private final Set<String> lands = new HashSet<>();

  OwnNames(Wording wording, Clash clash, Memory memory) {
    this.told = memory.byObject(REMEMBERED);
    this.others = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.clash = clash;
    for (String row : Resources.lines(PlaceFinder.class, "countries.tsv")) {
      lands.addAll(wording.terms(row.split("\t")[1]));
    }
    for (String row : Resources.lines(Names.class, "demonyms.txt")) {
      lands.addAll(wording.terms(row));
    }
  }

  /** Whether each names what the other's article does not. */
  boolean areOthers(NodeRow m, NodeRow n) {
    Set<String> own = own(m, n);
    Set<String> others = own(n, m);
    boolean each =
        own.stream().anyMatch(lands::contains) && others.stream().anyMatch(lands::contains);
    if (!each) {
      own.removeAll(lands);
      others.removeAll(lands);
    }
    return !own.isEmpty() && !others.isEmpty();
  }

  /** What a claim names besides days and countries. */
  Set<String> telling(Claim c) {
    return told.get(c, this::makeTelling);
  }

  private Set<String> makeTelling(Claim c) {
    Set<String> out = new HashSet<>(wording.names(c));
    out.removeAll(clash.calendar());
    out.removeAll(lands);
    return TermSet.copyOf(out);
  }

  /**
   * Whether both articles name somebody or something of one name, other than a country; of short
   * copy, which opens with it, its opening tells.
   */
  boolean isShared(Scene x, Scene y) {
    return names(x, y) || names(y, x);
  }

  private boolean names(Scene x, Scene y) {
    return x.names().stream()
        .anyMatch(t -> (y.names().contains(t) || y.lead().contains(t)) && !lands.contains(t));
  }

  private Set<String> own(NodeRow m, NodeRow n) {
    Set<String> out = new HashSet<>(others.get(m.claim(), this::names));
    out.removeAll(wording.names(n.claim()));
    n.scene().lead().forEach(out::remove);
    return out;
  }

  /** Without those that say when, and who says so. */
  private Set<String> names(Claim c) {
    Set<String> out = wording.namesOfOthers(c);
    out.removeAll(clash.calendar());
    return TermSet.copyOf(out);
  }
}
