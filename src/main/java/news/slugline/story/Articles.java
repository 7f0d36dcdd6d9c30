package news.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.slugline.claim.Claim;
import news.slugline.claim.Span;
import news.slugline.rows.Packed;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.ClaimsRow;
import org.jspecify.annotations.Nullable;

/**
 * The articles of stories as rows. A story's later articles look at a few claims each of many
 * earlier ones, so an article's claims lie in rows of their own, a few in each, and what its
 * sentences tell apart from all else: then a look costs as much in a story of thousands of
 * articles, which no memory holds, as in a small one. An article that is alone lies in one row. One
 * task, one thread.
 */
final class Articles {
  /** Claims in a row: some 4 KB. */
  private static final int PART = 16;

  private static final int REMEMBERED = 128;
  private static final int TEXTS = 256;

  /** By the kept object itself: the same row read again is the same object as a rule. */
  private final Recent<Kept, ArticleRow> made;

  private final Recent<Layout, Copy> texts;

  Articles(Memory memory) {
    this.made = memory.byObject(REMEMBERED);
    this.texts = memory.byObject(TEXTS);
  }

  /**
   * An article as it is kept.
   *
   * @param row without its claims if these lie elsewhere
   * @param layouts of its versions, of which the claims lie elsewhere; else none
   */
  record Kept(ArticleRow row, List<Layout> layouts) {
    Kept {
      layouts = List.copyOf(layouts);
    }
  }

  /**
   * Where a version's claims lie.
   *
   * @param starts of their spans, in order
   * @param told which of them are what sentences tell
   * @param lasting so many of the first stay when newer versions come
   * @param outlets normalised names of those that these name as who reported something
   */
  record Layout(List<Integer> starts, List<Integer> told, int lasting, List<String> outlets) {
    Layout {
      starts = List.copyOf(starts);
      told = List.copyOf(told);
      outlets = List.copyOf(outlets);
    }

    static Layout of(ArticleRow.Version v) {
      List<Claim> lasting = Versions.lasting(v);
      Set<String> outlets = new TreeSet<>();
      for (Claim c : lasting) {
        if (c.outlet() != null) {
          outlets.add(Origins.key(c.outlet()));
        }
      }
      List<Claim> all = v.claims();
      return new Layout(
          all.stream().map(c -> c.span().start()).toList(),
          IntStream.range(0, all.size()).filter(i -> all.get(i).isTold()).boxed().toList(),
          lasting.size(),
          List.copyOf(outlets));
    }

    /** The claims in the order in which they lie: what sentences tell, then all else. */
    private int[] order() {
      int[] out = new int[starts.size()];
      int n = 0;
      int other = told.size();
      for (int i = 0; i < out.length; i++) {
        if (n < told.size() && told.get(n) == i) {
          out[n++] = i;
        } else {
          out[other++] = i;
        }
      }
      return out;
    }
  }

  /**
   * What of an article's version shows who wrote it.
   *
   * @param sentences what they tell, as far as that is kept for good
   * @param outlets normalised names of those that it names as who reported something
   */
  record Copy(List<String> sentences, Set<String> outlets) {
    static final Copy NONE = new Copy(List.of(), Set.of());

    /** Whether it names an outlet, by how it signs or by its own name, as who reported. */
    boolean names(String signed, String provider) {
      return outlets.contains(Origins.key(signed)) || outlets.contains(Origins.key(provider));
    }
  }

  @Nullable ArticleRow get(String story, String uri, Rows rows) {
    Kept kept = rows.get(Tables.ARTICLES, RowKey.of(story, uri));
    return kept == null ? null : whole(story, kept, rows);
  }

  /** Sees all of a story, in the order of their addresses. */
  void scan(String story, Rows rows, Consumer<ArticleRow> visitor) {
    rows.scan(
        Tables.ARTICLES,
        RowKey.of(story),
        (k, kept) -> {
          visitor.accept(whole(story, kept, rows));
          return true;
        });
  }

  private ArticleRow whole(String story, Kept kept, Rows rows) {
    return kept.layouts().isEmpty() ? kept.row() : made.get(kept, k -> make(story, k, rows));
  }

  private static ArticleRow make(String story, Kept kept, Rows rows) {
    ArticleRow row = kept.row();
    List<ArticleRow.Version> versions = new ArrayList<>();
    for (int i = 0; i < row.versions().size(); i++) {
      ArticleRow.Version v = row.versions().get(i);
      Layout layout = kept.layouts().get(i);
      Lying lying = new Lying(story, row.uri(), v.version(), layout, rows);
      versions.add(v.withClaims(Packed.elsewhere(layout.starts().size(), lying::claim)));
    }
    return new ArticleRow(row.uri(), versions);
  }

  /** A version's claims where they lie. */
  private static final class Lying {
    private final String story;
    private final String uri;
    private final String version;
    private final Rows rows;

    /** By claim: its place among all as they lie. */
    private final int[] places;

    private final @Nullable ClaimsRow[] parts;

    Lying(String story, String uri, String version, Layout layout, Rows rows) {
      this.story = story;
      this.uri = uri;
      this.version = version;
      this.rows = rows;
      int[] order = layout.order();
      this.places = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        places[order[i]] = i;
      }
      this.parts = new ClaimsRow[parts(places.length)];
    }

    Claim claim(int at) {
      int place = places[at];
      int n = place / PART;
      ClaimsRow part = parts[n];
      if (part == null) {
        part = rows.get(Tables.CLAIMS, part(story, uri, version, n));
        if (part == null) {
          throw new IllegalStateException("Claims of " + uri + " are not where they were laid");
        }
        parts[n] = part;
      }
      return part.claims().get(place % PART);
    }
  }

  private static int parts(int claims) {
    return (claims + PART - 1) / PART;
  }

  private static RowKey part(String story, String uri, String version, int n) {
    return RowKey.of(story, uri, version, Integer.toString(n));
  }

  void put(String story, ArticleRow row, Rows rows) {
    RowKey key = RowKey.of(story, row.uri());
    Kept old = rows.get(Tables.ARTICLES, key);
    List<Layout> were = old == null ? List.of() : old.layouts();
    ArticleRow before = old == null || were.isEmpty() ? null : whole(story, old, rows);
    List<ArticleRow.Version> bare = new ArrayList<>();
    List<Layout> layouts = new ArrayList<>();
    for (ArticleRow.Version v : row.versions()) {
      int at = indexOf(v, before);
      if (at >= 0) {
        layouts.add(were.get(at));
      } else {
        // they may lie where others will
        ArticleRow.Version gathered = v.withClaims(v.claims().gathered());
        if (old != null) {
          remove(story, old, v.version(), rows);
        }
        layouts.add(lay(story, row.uri(), gathered, rows));
      }
      bare.add(v.withClaims(List.of()));
    }
    Kept kept = new Kept(new ArticleRow(row.uri(), bare), layouts);
    rows.put(Tables.ARTICLES, key, kept);
    made.put(kept, row);
  }

  /** Where the version stands with the very same list of claims; -1 if it does not. */
  private static int indexOf(ArticleRow.Version v, @Nullable ArticleRow before) {
    List<ArticleRow.Version> all = before == null ? List.of() : before.versions();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).claims() == v.claims() && all.get(i).version().equals(v.version())) {
        return i;
      }
    }
    return -1;
  }

  private static Layout lay(String story, String uri, ArticleRow.Version v, Rows rows) {
    Layout layout = Layout.of(v);
    int[] order = layout.order();
    for (int n = 0; n < parts(order.length); n++) {
      int[] of = Arrays.copyOfRange(order, n * PART, Math.min(order.length, (n + 1) * PART));
      List<Claim> claims = Arrays.stream(of).mapToObj(v.claims()::get).toList();
      rows.put(
          Tables.CLAIMS,
          part(story, uri, v.version(), n),
          new ClaimsRow(uri, v.version(), Packed.copyOf(claims)));
    }
    return layout;
  }

  /** Puts an article that is alone into one row; what was laid elsewhere with this input goes. */
  void putAlone(String story, ArticleRow row, Rows rows) {
    ArticleRow whole = gathered(row);
    rows.takeBack(Tables.CLAIMS, RowKey.of(story));
    rows.put(Tables.ARTICLES, RowKey.of(story, row.uri()), new Kept(whole, List.of()));
  }

  /** With its claims, wherever they lie. */
  static ArticleRow gathered(ArticleRow row) {
    return new ArticleRow(
        row.uri(), row.versions().stream().map(v -> v.withClaims(v.claims().gathered())).toList());
  }

  void delete(String story, String uri, Rows rows) {
    RowKey key = RowKey.of(story, uri);
    Kept old = rows.get(Tables.ARTICLES, key);
    if (old != null) {
      old.row().versions().forEach(v -> remove(story, old, v.version(), rows));
      rows.delete(Tables.ARTICLES, key);
    }
  }

  private static void remove(String story, Kept old, String version, Rows rows) {
    for (int i = 0; i < old.layouts().size(); i++) {
      if (old.row().versions().get(i).version().equals(version)) {
        for (int n = 0; n < parts(old.layouts().get(i).starts().size()); n++) {
          rows.delete(Tables.CLAIMS, part(story, old.row().uri(), version, n));
        }
      }
    }
  }

  /** A version with its claims and where these lie. */
  private record Laid(ArticleRow.Version version, Layout layout) {}

  private @Nullable Laid laid(String story, String uri, String version, Rows rows) {
    Kept kept = rows.get(Tables.ARTICLES, RowKey.of(story, uri));
    if (kept == null) {
      return null;
    }
    List<ArticleRow.Version> versions = whole(story, kept, rows).versions();
    for (int i = 0; i < versions.size(); i++) {
      ArticleRow.Version v = versions.get(i);
      if (v.version().equals(version)) {
        return new Laid(v, kept.layouts().isEmpty() ? Layout.of(v) : kept.layouts().get(i));
      }
    }
    return null;
  }

  /** The text of a version, as copies of it are known by. */
  Copy copy(String story, String uri, String version, Rows rows) {
    Laid laid = laid(story, uri, version, rows);
    return laid == null ? Copy.NONE : texts.get(laid.layout(), l -> read(laid.version(), l));
  }

  private static Copy read(ArticleRow.Version v, Layout layout) {
    Set<String> sentences = new LinkedHashSet<>();
    for (int i : layout.told()) {
      if (i < layout.lasting()) {
        sentences.add(v.claims().get(i).text());
      }
    }
    return new Copy(List.copyOf(sentences), Set.copyOf(layout.outlets()));
  }

  static ArticleRow.@Nullable Version version(ArticleRow row, String version) {
    for (ArticleRow.Version v : row.versions()) {
      if (v.version().equals(version)) {
        return v;
      }
    }
    return null;
  }

  /** The words of a claim that is shown with these offsets; null if there is none. */
  @Nullable String words(String story, Evidence e, Rows rows) {
    Laid laid = laid(story, e.article(), e.version(), rows);
    return laid == null ? null : words(laid.version().claims(), laid.layout().starts(), e);
  }

  /** Claims are in the order of their spans, so few of them have to be read. */
  private static @Nullable String words(List<Claim> claims, List<Integer> starts, Evidence e) {
    Span at = new Span(e.start(), e.end());
    int low = 0;
    int high = claims.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts.get(middle) <= e.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // the words of a value stand somewhere in its claim's
    for (int i = low - 1; i >= 0; i--) {
      if (claims.get(i).shown().equals(at)) {
        return claims.get(i).shownText();
      }
    }
    return null;
  }
}
