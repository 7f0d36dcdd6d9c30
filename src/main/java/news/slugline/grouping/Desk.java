package news.slugline.grouping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import news.slugline.claim.text.Languages;
import news.slugline.grouping.Tables.AliasRow;
import news.slugline.grouping.Tables.ClockRow;
import news.slugline.grouping.Tables.DueRow;
import news.slugline.grouping.Tables.EventRow;
import news.slugline.grouping.Tables.UriRow;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.wire.Link;
import news.slugline.wire.LogEntry;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/** Takes the log's entries one by one. */
final class Desk {
  private static final long DAY = 86_400_000L;

  /** One article makes no more merges than this. */
  private static final int MOST_MERGES = 3;

  /** Profiles of so many kept copies are at hand: a new version mostly comes soon. */
  private static final int RECENT = 2_000;

  private final Map<String, Profile> recent = new Recent();
  private final Rows rows;
  private final Window window;
  private final Likeness likeness;
  private final Thresholds thresholds;
  private final Profiler profiler = new Profiler();
  private final Shelf shelf;
  private final EventKeys events;
  private final Embargoes embargoes;
  private long now;
  private long swept;

  Desk(Rows rows, Window window, Likeness likeness) {
    this.rows = rows;
    this.window = window;
    this.likeness = likeness;
    this.thresholds = likeness.thresholds();
    ClockRow clock = rows.get(Tables.CLOCK, Tables.clock());
    this.now = clock == null ? Long.MIN_VALUE : clock.now();
    this.swept = clock == null ? Long.MIN_VALUE : clock.swept();
    this.events = new EventKeys(rows);
    this.shelf = new Shelf(rows, this::retired);
    this.embargoes = new Embargoes(rows);
  }

  void accept(WireArticle a, Instant eventTime, Consumer<Routed> out) {
    boolean killed = a.pubStatus() == PubStatus.CANCELED || a.signal() == Signal.KILL;
    Instant embargo = a.embargoed();
    if (!killed
        && a.pubStatus() == PubStatus.USABLE
        && embargo != null
        && embargo.toEpochMilli() > now) {
      embargoes.hold(CopyRow.of(a, eventTime), embargo.toEpochMilli());
      return;
    }
    embargoes.drop(a.uri());
    place(a, eventTime, killed, out);
  }

  void tick(LogEntry.Tick tick, Consumer<Routed> out) {
    now = Math.max(now, tick.time().toEpochMilli());
    for (CopyRow held : embargoes.due(now)) {
      place(held.article(), held.time(), false, out);
    }
    // First, as only stories beyond the window are swept.
    shelf.retire(now - window.matchable().toMillis());
    long today = Math.floorDiv(now, DAY);
    if (swept == Long.MIN_VALUE) {
      swept = Math.min(today, firstDue() - 1);
    }
    while (swept < today) {
      sweep(++swept);
    }
    rows.put(Tables.CLOCK, Tables.clock(), new ClockRow(now, shelf.seq(), swept));
    out.accept(new Routed.Ticked(tick));
  }

  void command(LogEntry.Command c, Consumer<Routed> out) {
    String storyId = resolve(c.storyId());
    if (!shelf.holds(storyId)) {
      return;
    }
    switch (c.type()) {
      case CONFIRM, DISMISS -> out.accept(new Routed.Ordered(storyId, c));
      case MERGE -> {
        String target = resolve(c.target());
        if (!target.equals(storyId) && shelf.holds(target)) {
          absorb(storyId, target, c.time(), out);
        }
      }
      case SPLIT -> split(storyId, c.target(), c.time(), out);
    }
  }

  private void place(WireArticle a, Instant eventTime, boolean killed, Consumer<Routed> out) {
    UriRow known = rows.get(Tables.URI, RowKey.of(a.uri()));
    if (known != null && !known.storyId().isEmpty()) {
      String storyId = resolve(known.storyId());
      if (shelf.holds(storyId)) {
        again(storyId, a, eventTime, killed, out);
        return;
      }
    }
    if (killed) {
      remember(a.uri(), new UriRow("", eventTime.toEpochMilli(), a.version()));
      return;
    }
    if (a.pubStatus() == PubStatus.WITHHELD
        || (known != null && Versions.compare(a.version(), known.killed()) <= 0)) {
      return;
    }
    assign(a, eventTime, out);
  }

  /** A further version of an article stays where the article is, whatever it says. */
  private void again(
      String storyId, WireArticle a, Instant eventTime, boolean killed, Consumer<Routed> out) {
    long time = eventTime.toEpochMilli();
    Story story = shelf.open(storyId);
    CopyRow before = rows.get(Tables.COPY, RowKey.of(a.uri()));
    Profile old = before == null ? null : profile(before);
    WireArticle read = a;
    if (killed) {
      if (old != null && old.language().equals(story.language)) {
        story.remove(old);
      }
      rows.delete(Tables.COPY, RowKey.of(a.uri()));
      recent.remove(a.uri());
    } else if (a.pubStatus() == PubStatus.USABLE) {
      Profile p = profiler.of(a, eventTime);
      if (p.language().equals(story.language)) {
        if (old != null && old.language().equals(story.language)) {
          story.replace(old, p, time);
        } else {
          story.add(p, time);
        }
      }
      story.touch(time);
      keep(a, eventTime, p);
      read = marked(a, p);
    }
    save(story);
    remember(a.uri(), new UriRow(storyId, time, ""));
    Placement placement = new Placement(false, "version", 0, List.of());
    out.accept(new Routed.Placed(storyId, read, eventTime, placement));
  }

  private void assign(WireArticle a, Instant eventTime, Consumer<Routed> out) {
    Profile p = profiler.of(a, eventTime);
    String linked = linked(a);
    if (linked != null) {
      join(linked, p, a, eventTime, new Placement(false, "link", 0, List.of()), out);
      return;
    }
    Story story = new Story(freshId(a.uri(), eventTime), p, eventTime.toEpochMilli());
    List<Likeness.Near> near = near(story);
    Placement placement = new Placement(true, "new", 0, names(near, 0));
    if (joins(near)) {
      story = near.get(0).story();
      placement = new Placement(false, "likeness", near.get(0).score(), names(near, 1));
    } else {
      List<Likeness.Near> old = sameEvent(story);
      if (!old.isEmpty()) {
        story = old.get(0).story();
        placement = new Placement(false, "event", old.get(0).score(), names(near, 0));
      }
    }
    if (!placement.opened()) {
      unite(join(story.id, p, a, eventTime, placement, out), eventTime, out);
      return;
    }
    settle(story, p, a, eventTime, placement, out);
  }

  private boolean joins(List<Likeness.Near> near) {
    if (near.isEmpty() || near.get(0).score() < thresholds.join(near.get(0).story().articles)) {
      return false;
    }
    double second = near.size() > 1 ? near.get(1).score() : 0;
    return near.get(0).score() - second >= likeness.margin();
  }

  /** The stories beyond the window that tell of the same event, nearest first. */
  private List<Likeness.Near> sameEvent(Story story) {
    Map<String, Story> old = new LinkedHashMap<>();
    Set<String> dated = new HashSet<>();
    for (Map.Entry<String, Boolean> found : events.find(story).entrySet()) {
      String id = resolve(found.getKey());
      Story s = old.containsKey(id) ? old.get(id) : shelf.retired(id);
      if (s != null) {
        old.put(id, s);
        if (found.getValue()) {
          dated.add(id);
        }
      }
    }
    return likeness.sameEvent(story, new ArrayList<>(old.values()), dated);
  }

  /** A story left the heap: from now on it is found by its event alone. */
  private void retired(Story story) {
    for (RowKey key : events.file(story)) {
      due(story.last + window.known().toMillis(), "event", key.part(0));
    }
  }

  private @Nullable String linked(WireArticle a) {
    for (Link link : a.links()) {
      if (link.rel() == Link.Rel.RELATED) {
        continue;
      }
      UriRow row = rows.get(Tables.URI, RowKey.of(link.uri()));
      if (row != null && !row.storyId().isEmpty()) {
        String storyId = resolve(row.storyId());
        if (shelf.holds(storyId)) {
          return storyId;
        }
      }
    }
    return null;
  }

  /** The stories within the window that are nearest to one. */
  private List<Likeness.Near> near(Story story) {
    List<Story> candidates = new ArrayList<>();
    for (Story s : shelf.candidates(story)) {
      if (Likeness.gap(story, s) <= window.matchable().toMillis() && !apart(story, s)) {
        candidates.add(s);
      }
    }
    return likeness.nearest(story, candidates);
  }

  private boolean apart(Story a, Story b) {
    return a.apart.stream().anyMatch(id -> resolve(id).equals(b.id))
        || b.apart.stream().anyMatch(id -> resolve(id).equals(a.id));
  }

  private static List<Placement.Near> names(List<Likeness.Near> near, int from) {
    List<Placement.Near> out = new ArrayList<>();
    for (int i = from; i < near.size() && out.size() < 5; i++) {
      out.add(new Placement.Near(near.get(i).story().id, near.get(i).score()));
    }
    return out;
  }

  private Story join(
      String storyId,
      Profile p,
      WireArticle a,
      Instant eventTime,
      Placement placement,
      Consumer<Routed> out) {
    Story story = shelf.open(storyId);
    if (p.language().equals(story.language)) {
      story.add(p, eventTime.toEpochMilli());
    } else {
      story.touch(eventTime.toEpochMilli());
    }
    settle(story, p, a, eventTime, placement, out);
    return story;
  }

  private Story found(
      Profile p, WireArticle a, Instant eventTime, Placement placement, Consumer<Routed> out) {
    Story story = new Story(freshId(a.uri(), eventTime), p, eventTime.toEpochMilli());
    settle(story, p, a, eventTime, placement, out);
    return story;
  }

  private void settle(
      Story story,
      Profile p,
      WireArticle a,
      Instant eventTime,
      Placement placement,
      Consumer<Routed> out) {
    save(story);
    remember(a.uri(), new UriRow(story.id, eventTime.toEpochMilli(), ""));
    keep(a, eventTime, p);
    out.accept(new Routed.Placed(story.id, marked(a, p), eventTime, placement));
  }

  /** The article with the language that its text turned out to be in, if the wire said another. */
  private static WireArticle marked(WireArticle a, Profile p) {
    String tag = a.language();
    String said = tag == null ? Languages.ENGLISH : Languages.base(tag);
    return said.equals(p.language()) ? a : a.toBuilder().language(p.language()).build();
  }

  /** Merges a story that has changed with those that it now is one with. */
  private void unite(Story changed, Instant time, Consumer<Routed> out) {
    Story story = changed;
    for (int n = 0; n < MOST_MERGES; n++) {
      List<Likeness.Near> near = near(story);
      if (near.isEmpty()) {
        return;
      }
      Story other = near.get(0).story();
      if (near.get(0).score() < thresholds.merge(story.articles, other.articles)) {
        return;
      }
      boolean older =
          story.first < other.first
              || (story.first == other.first && story.id.compareTo(other.id) < 0);
      Story survivor = older ? story : other;
      absorb(survivor.id, older ? other.id : story.id, time, out);
      story = survivor;
    }
  }

  private void absorb(String survivorId, String loserId, Instant time, Consumer<Routed> out) {
    Story survivor = shelf.open(survivorId);
    Story loser = shelf.open(loserId);
    shelf.remove(loserId);
    if (survivor.language.equals(loser.language)) {
      survivor.absorb(loser);
    }
    AliasRow alias = new AliasRow(survivorId, Math.max(now, time.toEpochMilli()));
    rows.put(Tables.ALIAS, RowKey.of(loserId), alias);
    due(alias.time() + window.known().toMillis(), "alias", loserId);
    save(survivor);
    out.accept(new Routed.Absorbed(loserId, survivorId, time));
    out.accept(new Routed.Absorb(survivorId, loserId, time));
  }

  private void split(String storyId, String uri, Instant time, Consumer<Routed> out) {
    UriRow row = rows.get(Tables.URI, RowKey.of(uri));
    CopyRow copy = rows.get(Tables.COPY, RowKey.of(uri));
    if (row == null || copy == null || !resolve(row.storyId()).equals(storyId)) {
      return;
    }
    Profile p = profile(copy);
    Story story = shelf.open(storyId);
    if (p.language().equals(story.language)) {
      story.remove(p);
    }
    out.accept(new Routed.Removed(storyId, uri, time));
    Placement placement = new Placement(true, "command", 0, List.of());
    story.keepApart(found(p, copy.article(), copy.time(), placement, out).id);
    save(story);
  }

  private void save(Story story) {
    shelf.put(story);
    due(story.last + window.known().toMillis(), "story", story.id);
    shelf.evict(window.limit());
  }

  private void remember(String uri, UriRow row) {
    rows.put(Tables.URI, RowKey.of(uri), row);
    due(row.time() + window.known().toMillis(), "uri", uri);
  }

  private void keep(WireArticle a, Instant eventTime, Profile p) {
    recent.put(a.uri(), p);
    rows.put(Tables.COPY, RowKey.of(a.uri()), CopyRow.of(a, eventTime));
    due(eventTime.toEpochMilli() + window.copy().toMillis(), "copy", a.uri());
  }

  private Profile profile(CopyRow copy) {
    Profile p = recent.get(copy.uri());
    return p == null ? profiler.of(copy.article(), copy.time()) : p;
  }

  private void due(long time, String kind, String id) {
    long day = Math.max(Math.floorDiv(time, DAY) + 1, swept + 1);
    rows.put(Tables.DUE, RowKey.of(Tables.fixed(day), kind, id), new DueRow(time));
  }

  private long firstDue() {
    long[] first = {Long.MAX_VALUE};
    rows.scan(
        Tables.DUE,
        RowKey.of(),
        (key, row) -> {
          first[0] = Long.parseLong(key.part(0));
          return false;
        });
    return first[0];
  }

  /** Drops what has outlived its time by that day; what has been renewed since stays. */
  private void sweep(long day) {
    List<RowKey> keys = new ArrayList<>();
    rows.scan(
        Tables.DUE,
        RowKey.of(Tables.fixed(day)),
        (key, row) -> {
          keys.add(key);
          return true;
        });
    for (RowKey key : keys) {
      rows.delete(Tables.DUE, key);
      sweep(day * DAY, key.part(1), RowKey.of(key.part(2)));
    }
  }

  private void sweep(long time, String kind, RowKey key) {
    long horizon = time - window.known().toMillis();
    switch (kind) {
      case "story" -> {
        StoryRow row = rows.get(Tables.RETIRED, key);
        if (row != null && row.last() < horizon) {
          shelf.remove(row.id());
        }
      }
      case "uri" -> {
        UriRow row = rows.get(Tables.URI, key);
        if (row != null && row.time() < horizon) {
          rows.delete(Tables.URI, key);
        }
      }
      case "event" -> {
        EventRow row = rows.get(Tables.EVENT, key);
        if (row != null && row.time() < horizon) {
          rows.delete(Tables.EVENT, key);
        }
      }
      case "alias" -> {
        AliasRow row = rows.get(Tables.ALIAS, key);
        if (row != null && row.time() < horizon) {
          rows.delete(Tables.ALIAS, key);
        }
      }
      case "copy" -> {
        CopyRow row = rows.get(Tables.COPY, key);
        if (row != null && row.eventTime() < time - window.copy().toMillis()) {
          rows.delete(Tables.COPY, key);
        }
      }
      default -> throw new IllegalStateException("unknown kind " + kind);
    }
  }

  /** The story that a story's id stands for now: itself, or the last survivor of its merges. */
  private String resolve(String storyId) {
    String id = storyId;
    for (AliasRow a = alias(id); a != null; a = alias(id)) {
      id = a.survivor();
    }
    return id;
  }

  private @Nullable AliasRow alias(String id) {
    return rows.get(Tables.ALIAS, RowKey.of(id));
  }

  /** Day and hash of the founding article; a number behind, should the id be taken. */
  private String freshId(String uri, Instant eventTime) {
    LocalDate day = eventTime.atZone(ZoneOffset.UTC).toLocalDate();
    String hash = Long.toString(TermIds.hash(uri) >>> 24, 36);
    String id = day + "-" + "0".repeat(Math.max(0, 8 - hash.length())) + hash;
    String fresh = id;
    for (int n = 2; taken(fresh); n++) {
      fresh = id + "-" + n;
    }
    return fresh;
  }

  private boolean taken(String id) {
    return shelf.holds(id) || alias(id) != null;
  }

  /** What was kept last, by uri. */
  private static final class Recent extends LinkedHashMap<String, Profile> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Profile> eldest) {
      return size() > RECENT;
    }
  }
}
