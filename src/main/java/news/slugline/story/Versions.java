package news.slugline.story;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.claim.Claim;
import news.slugline.claim.text.Fnv;
import news.slugline.wire.PubStatus;

/** What the set of an article's versions amounts to, whatever the order in which they came. */
final class Versions {
  private static final int WITH_CLAIMS = 4;
  private static final int NEWEST_BUDGET = 110_000;
  private static final int OLDER_BUDGET = 36_000;

  static final Comparator<ArticleRow.Version> NEWEST_FIRST =
      Comparator.comparing(ArticleRow.Version::version, Versions::compare).reversed();

  private Versions() {}

  /** Numbers compare as numbers, and stand before what is none. */
  static int compare(String a, String b) {
    boolean x = isNumber(a);
    boolean y = isNumber(b);
    if (x && y) {
      int c = new BigInteger(a).compareTo(new BigInteger(b));
      return c != 0 ? c : a.compareTo(b);
    }
    return x == y ? a.compareTo(b) : x ? -1 : 1;
  }

  private static boolean isNumber(String s) {
    return !s.isEmpty() && s.length() < 40 && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The row with one more version; of two with one number, a kill counts, else the first. */
  static ArticleRow with(ArticleRow row, ArticleRow.Version v) {
    List<ArticleRow.Version> all = new ArrayList<>();
    for (ArticleRow.Version old : row.versions()) {
      if (old.version().equals(v.version())) {
        if (isKill(old) || !isKill(v)) {
          return row;
        }
      } else {
        all.add(old);
      }
    }
    all.add(v);
    all.sort(NEWEST_FIRST);
    for (int i = 0; i < all.size(); i++) {
      int budget = i == 0 ? NEWEST_BUDGET : i < WITH_CLAIMS ? OLDER_BUDGET : 0;
      all.set(i, cut(all.get(i), budget));
    }
    return new ArticleRow(row.uri(), all);
  }

  /** Keeps claims in canonical order up to a size in characters, so that rows stay bounded. */
  private static ArticleRow.Version cut(ArticleRow.Version v, int budget) {
    int size = 0;
    List<Claim> kept = new ArrayList<>();
    for (Claim c : v.claims()) {
      size += 420 + 2 * c.text().length();
      for (String t : c.about().terms()) {
        size += t.length() + 2;
      }
      if (size > budget) {
        break;
      }
      kept.add(c);
    }
    return kept.size() == v.claims().size() ? v : v.withClaims(kept);
  }

  /** Those of a version's claims that stay when newer versions come. */
  static List<Claim> lasting(ArticleRow.Version v) {
    return cut(v, OLDER_BUDGET).claims();
  }

  static boolean isKill(ArticleRow.Version v) {
    return v.killed() || v.status() == PubStatus.CANCELED;
  }

  static ArticleUse use(ArticleRow row) {
    ArticleRow.Version v = row.versions().get(0);
    return isKill(v)
        ? ArticleUse.KILLED
        : v.status() == PubStatus.WITHHELD ? ArticleUse.HELD : ArticleUse.USED;
  }

  /** The version by whose words its copies are known: of a killed article the last that had any. */
  static ArticleRow.Version worded(ArticleRow row) {
    ArticleRow.Version first = row.versions().get(0);
    for (ArticleRow.Version v : row.versions()) {
      if (isKill(first) && !isKill(v) && v.status() == PubStatus.USABLE) {
        return v;
      }
    }
    return first;
  }

  static String firstTime(ArticleRow row) {
    String t = row.versions().get(0).time();
    for (ArticleRow.Version v : row.versions()) {
      t = v.time().compareTo(t) < 0 ? v.time() : t;
    }
    return t;
  }

  /** The article's claims as nodes, each made once however many versions restate it. */
  static List<NodeRow> nodes(ArticleRow row, TopicKeys keys) {
    ArticleUse use = use(row);
    if (use == ArticleUse.HELD) {
      return List.of();
    }
    Map<String, NodeRow> out = new LinkedHashMap<>();
    Map<String, String> newestValue = new TreeMap<>();
    Set<String> later = new HashSet<>();
    boolean corrected = false;
    for (int i = 0; i < row.versions().size(); i++) {
      ArticleRow.Version v = row.versions().get(i);
      if (!isKill(v) && v.status() == PubStatus.USABLE) {
        boolean newest = i == 0;
        Map<String, Integer> repeats = new TreeMap<>();
        for (int at = 0; at < v.claims().size(); at++) {
          Claim c = v.claims().get(at);
          TopicKeys.Keyed k = keys.keyed(c, v.scene());
          String same = signature(c);
          same += "#" + repeats.merge(same, 1, Integer::sum);
          NodeRow known = out.get(same);
          if (known != null) {
            if (v.time().compareTo(known.time()) < 0) {
              out.put(same, at(known, v.time()));
            }
            continue;
          }
          boolean restated = corrected && later.contains(sense(c));
          Standing s = standing(use, newest, corrected && !restated, k.get().typed(), newestValue);
          if (s == null && corrected) {
            s = Standing.REVISED;
          }
          if (newest && k.get().typed() != null) {
            newestValue.put(k.get().typed(), "");
          }
          if (s != null) {
            out.put(same, node(row.uri(), v, at, k, s));
          }
        }
      }
      corrected |= v.correction();
      if (i + 1 < row.versions().size()) {
        v.claims().forEach(c -> later.add(sense(c)));
      }
    }
    return List.copyOf(out.values());
  }

  private static @org.jspecify.annotations.Nullable Standing standing(
      ArticleUse use,
      boolean newest,
      boolean corrected,
      @org.jspecify.annotations.Nullable String typed,
      Map<String, String> newestValue) {
    if (use == ArticleUse.KILLED) {
      return Standing.RETRACTED;
    }
    if (newest) {
      return Standing.ACTIVE;
    }
    if (corrected) {
      return Standing.CORRECTED;
    }
    // Copy that an update only cut is no longer said, but nothing took its place.
    return typed != null && newestValue.containsKey(typed) ? Standing.REVISED : null;
  }

  private static NodeRow node(
      String uri, ArticleRow.Version v, int at, TopicKeys.Keyed k, Standing s) {
    Claim c = v.claims().get(at);
    String id = id(uri, v.version(), c);
    return new NodeRow(
        id, uri, v.version(), v.time(), s, c, at, v.scene(), k, "", null, "", List.of(), "");
  }

  private static NodeRow at(NodeRow n, String time) {
    return new NodeRow(
        n.id(),
        n.uri(),
        n.version(),
        time,
        n.standing(),
        n.claim(),
        n.at(),
        n.scene(),
        n.keyed(),
        n.lead(),
        n.filed(),
        n.factId(),
        n.beside(),
        n.ruling());
  }

  /** The id of a claim: of its article, version, span, kind, slot, value, holder and content. */
  static String id(String uri, String version, Claim c) {
    String text =
        uri
            + "\n"
            + version
            + "\n"
            + c.span().start()
            + "-"
            + c.span().end()
            + "\n"
            + c.kind()
            + "\n"
            + c.about().slot()
            + "\n"
            + c.value()
            + "\n"
            + c.polarity()
            + c.about().trigger()
            + "\n"
            + c.about().holder()
            + "\n"
            + c.content();
    long h = Fnv.ofBytes(text);
    h ^= h >>> 32;
    h *= 0xd6e8feb86659fd93L;
    h ^= h >>> 32;
    return HexFormat.of().toHexDigits(h);
  }

  /** What a claim says, in whatever words if it has a value: a correction that says so keeps it. */
  private static String sense(Claim c) {
    boolean words = c.value() == null || c.isTold();
    return String.join(
        "|",
        c.kind().name(),
        c.about().trigger(),
        c.about().slot(),
        String.valueOf(c.about().holder()),
        String.valueOf(c.value()),
        c.polarity().name(),
        String.valueOf(c.eventStatus()),
        words ? String.join(" ", Wording.words(Wording.content(c))) : "");
  }

  private static String signature(Claim c) {
    return c.kind()
        + "|"
        + c.about().trigger()
        + "|"
        + c.about().slot()
        + "|"
        + c.about().holder()
        + "|"
        + c.value()
        + "|"
        + c.polarity()
        + "|"
        + c.modality()
        + "|"
        + c.eventStatus()
        + "|"
        + String.join(" ", Wording.words(c.text()));
  }
}
