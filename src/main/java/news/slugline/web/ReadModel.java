package news.slugline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.slugline.avro.Accepted;
import news.slugline.avro.ArticleUse;
import news.slugline.avro.Claim;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Tick;
import news.slugline.rows.RowKey;
import news.slugline.schema.Articles;
import news.slugline.schema.Outputs;
import news.slugline.story.StoryFolder;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say, ready to be asked: rows on disk, on the heap a summary of each story and the
 * names of withdrawn articles. One thread applies records ({@link ModelReader}); any number asks.
 * Nothing that it gives out holds a word of an article that is withdrawn or under embargo by the
 * log as far as it was read.
 */
final class ReadModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CACHED_STATES = 32;
  private static final byte[] NOTHING = {};

  /** As many digits as the greatest number has. */
  private static final String ZEROS = "0".repeat(19);

  // the first parts of keys
  private static final String UPDATE = "u";
  private static final String OFFSET = "o";
  private static final String STORY_UPDATE = "r";
  private static final String STATE = "t";
  private static final String ARTICLE = "a";
  private static final String VERSIONS = "v";
  private static final String CLAIM = "c";
  private static final String MEMBER = "m";
  private static final String WITHDRAWN = "x";

  /** Articles that their story says were killed, be it as copies of a killed one. */
  private static final String GONE = "g";

  private static final String TAINTED = "y";
  private static final String FIRST = "f";
  private static final String NEXT = "n";
  private static final String NOW = "w";

  /** An update in the order in which this instance read it. */
  record Entry(long seq, Position position, StoryUpdate update) {}

  /** How far the updates were read. */
  record Head(long seq, Position position) {}

  private final ModelStore store;
  private final Topics topics;
  private final ThreadLocal<Deserializer<news.slugline.avro.StoryUpdate>> updates;
  private final ThreadLocal<Deserializer<news.slugline.avro.StoryState>> states;
  private final ThreadLocal<Deserializer<LogRecord>> log;
  private final ThreadLocal<Deserializer<Claim>> claims;
  private final int maxSummaries;

  private final Map<String, Summary> summaries = new ConcurrentHashMap<>();

  /** Summaries by newest event time, then id. */
  private final ConcurrentSkipListMap<Place, Summary> order =
      new ConcurrentSkipListMap<>(
          Comparator.comparing(Place::time).reversed().thenComparing(Place::storyId));

  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final Set<String> tainted = ConcurrentHashMap.newKeySet();
  private final Redaction redaction = new Redaction(withdrawn);
  private final Map<String, StoryState> current =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoryState> eldest) {
          return size() > CACHED_STATES;
        }
      };

  private final List<Runnable> forgetters = new CopyOnWriteArrayList<>();
  private volatile Head head;
  private volatile long now;

  private record Place(String time, String storyId) {}

  /**
   * @param start before the first update of the topic that is read
   * @param maxSummaries stories that lists show; those quiet longest leave the list first
   */
  ReadModel(ModelStore store, Topics topics, TopicSerdes serdes, Position start, int maxSummaries) {
    this.store = store;
    this.topics = topics;
    this.maxSummaries = maxSummaries;
    // each thread has its own: Confluent promises nothing for shared ones
    this.updates = ThreadLocal.withInitial(() -> serdes.update().deserializer());
    this.states = ThreadLocal.withInitial(() -> serdes.state().deserializer());
    this.log = ThreadLocal.withInitial(() -> serdes.log().deserializer());
    this.claims = ThreadLocal.withInitial(() -> serdes.claim().deserializer());
    this.head = new Head(0, start);
    load();
  }

  private void load() {
    store.scan((k, row) -> withdrawn.add(k.part(1)), WITHDRAWN);
    store.scan((k, row) -> tainted.add(k.part(1)), TAINTED);
    RowKey last = store.last(UPDATE);
    if (last != null) {
      long seq = Long.parseLong(last.part(1));
      byte[] row = Objects.requireNonNull(store.get(UPDATE, last.part(1)));
      head = new Head(seq, head.position().union(row(seq, row).position()));
    }
    byte[] time = store.get(NOW);
    now = time == null ? 0 : ByteBuffer.wrap(time).getLong();
  }

  // ---- what the reader's thread writes

  /** Calls back when words that may have been prepared must not be used any more. */
  void onWithdrawal(Runnable forget) {
    forgetters.add(forget);
  }

  /** A record of the log: an article's version, or what time it is. */
  void log(byte[] value) {
    LogRecord r = log.get().deserialize(topics.log(), value);
    if (r.getEntry() instanceof Tick t) {
      now = Math.max(now, t.getTime().toEpochMilli());
      store.put(ByteBuffer.allocate(8).putLong(now).array(), NOW);
    } else if (r.getEntry() instanceof Accepted a) {
      article(Articles.fromAvro(a.getArticle()), value);
    }
  }

  private void article(WireArticle a, byte[] value) {
    String uri = a.uri();
    ArticleVersions versions = versions(uri).with(a);
    if (versions.takenBack(now)) {
      withdraw(uri); // first, so that who finds the article gone finds its words gone everywhere
    } else if (!store.has(GONE, uri)) {
      giveBack(uri);
    }
    store.put(bytes(versions), VERSIONS, uri);
    if (versions.killed()) {
      store.deleteAll(ARTICLE, uri);
      store.deleteAll(CLAIM, uri);
    } else {
      store.put(value, ARTICLE, uri, a.version());
    }
  }

  private void giveBack(String uri) {
    if (withdrawn.remove(uri)) {
      store.delete(WITHDRAWN, uri);
      store.scan((k, row) -> forget(k.part(2)), MEMBER, uri);
    }
  }

  /** What its story says of an article: a copy of a killed one goes with it. */
  private void use(String uri, ArticleUse use) {
    if (use == ArticleUse.killed) {
      withdraw(uri);
      store.put(NOTHING, GONE, uri);
    } else if (store.has(GONE, uri)) {
      store.delete(GONE, uri);
      if (!versions(uri).takenBack(now)) {
        giveBack(uri);
      }
    }
  }

  private void withdraw(String uri) {
    if (!withdrawn.add(uri)) {
      return;
    }
    store.put(NOTHING, WITHDRAWN, uri);
    store.scan(
        (k, row) -> {
          taint(k.part(2));
          return true;
        },
        MEMBER,
        uri);
    forgetters.forEach(Runnable::run);
  }

  private void taint(String storyId) {
    if (tainted.add(storyId)) {
      store.put(NOTHING, TAINTED, storyId);
    }
    forget(storyId);
  }

  /** Makes the story's summary anew from what may be shown. */
  private boolean forget(String storyId) {
    uncache(storyId);
    summarize(storyId);
    return true;
  }

  private void uncache(String storyId) {
    synchronized (current) {
      current.remove(storyId);
    }
  }

  void claim(int partition, long offset, String uri, byte[] value) {
    if (!withdrawn.contains(uri) || !versions(uri).killed()) {
      store.put(value, CLAIM, uri, number(partition), number(offset));
    }
  }

  /** A whole state, or null where the topic deletes one. */
  void state(String storyId, byte @Nullable [] value, boolean live) {
    if (value == null) {
      store.delete(STATE, storyId);
    } else {
      store.put(value, STATE, storyId);
    }
    if (live) {
      Summary known = summaries.get(storyId);
      StoryState s = value == null ? null : read(value);
      if (s != null && (known == null || known.revision() <= s.revision())) {
        show(Summary.of(shown(s), known));
      }
    }
  }

  /** Any thread may decode. */
  news.slugline.avro.StoryUpdate decoded(byte[] value) {
    return updates.get().deserialize(topics.updates(), value);
  }

  /** Where the reader goes on in a partition. */
  long next(String topic, int partition) {
    byte[] row = store.get(NEXT, topic, number(partition));
    return row == null ? 0 : ByteBuffer.wrap(row).getLong();
  }

  void next(String topic, int partition, long offset) {
    store.put(ByteBuffer.allocate(8).putLong(offset).array(), NEXT, topic, number(partition));
  }

  /**
   * An update.
   *
   * @param live whether to keep the summary up to date; else {@link #summarize} does later
   * @return the update as it may be shown; null if it is not live or was known
   */
  @Nullable Entry update(
      int partition, long offset, byte[] value, news.slugline.avro.StoryUpdate avro, boolean live) {
    String storyId = avro.getStoryId();
    if (store.has(OFFSET, number(partition), number(offset))) {
      return null;
    }
    long seq = head.seq() + 1;
    Position position = head.position().after(partition, offset);
    byte[] at = position.toString().getBytes(StandardCharsets.UTF_8);
    byte[] row =
        ByteBuffer.allocate(2 + at.length + value.length)
            .putShort((short) at.length)
            .put(at)
            .put(value)
            .array();
    store.put(row, UPDATE, number(seq));
    store.put(
        number(seq).getBytes(StandardCharsets.UTF_8), OFFSET, number(partition), number(offset));
    store.put(NOTHING, STORY_UPDATE, storyId, number(avro.getRevision()), number(seq));
    avro.getArticles().forEach(a -> member(a.getUri(), storyId));
    avro.getArticles().forEach(a -> use(a.getUri(), a.getUse()));
    head = new Head(seq, position);
    if (!live) {
      uncache(storyId);
      return null;
    }
    StoryUpdate shown = shown(Outputs.fromAvro(avro));
    show(Summary.of(shown, summaries.get(storyId)));
    return new Entry(seq, position, shown);
  }

  private void member(String uri, String storyId) {
    if (!store.has(MEMBER, uri, storyId)) {
      store.put(NOTHING, MEMBER, uri, storyId);
    }
    if (withdrawn.contains(uri) && !tainted.contains(storyId)) {
      taint(storyId);
    }
  }

  /** Makes summaries of stories anew, as after a catch-up. */
  void summarize(Collection<String> storyIds) {
    storyIds.parallelStream().forEach(this::summarize);
  }

  private void summarize(String storyId) {
    StoryState s = uncached(storyId);
    if (s != null) {
      show(Summary.of(shown(s), summaries.get(storyId)));
    }
  }

  /** Every story, for a start on rows of an earlier run. */
  List<String> storyIds() {
    List<String> out = new ArrayList<>();
    store.scan((k, row) -> out.add(k.part(1)), STATE);
    String[] last = {""};
    store.scan(
        (k, row) -> {
          if (!k.part(1).equals(last[0])) {
            last[0] = k.part(1);
            if (!store.has(STATE, last[0])) {
              out.add(last[0]);
            }
          }
          return true;
        },
        STORY_UPDATE);
    return out;
  }

  private void show(Summary s) {
    summaries.compute(
        s.storyId(),
        (id, old) -> {
          if (old != null) {
            order.remove(new Place(old.eventTime(), id));
          }
          order.put(new Place(s.eventTime(), id), s);
          return s;
        });
    // only now: who read the rows before them and still saw the old summary may have cached them
    uncache(s.storyId());
    while (order.size() > maxSummaries) {
      Map.Entry<Place, Summary> quietest = order.pollLastEntry();
      summaries.remove(quietest.getKey().storyId());
    }
  }

  /** Removes updates that the topic keeps no more. */
  void prune(Map<Integer, Long> firstOffsets) {
    firstOffsets.forEach(
        (partition, first) -> {
          store.put(ByteBuffer.allocate(8).putLong(first).array(), FIRST, number(partition));
          List<RowKey> gone = new ArrayList<>();
          List<String> seqs = new ArrayList<>();
          store.scan(
              (k, row) -> {
                if (Long.parseLong(k.part(2)) >= first) {
                  return false;
                }
                gone.add(k);
                seqs.add(new String(row, StandardCharsets.UTF_8));
                return true;
              },
              OFFSET,
              number(partition));
          for (int i = 0; i < gone.size(); i++) {
            byte[] row = store.get(UPDATE, seqs.get(i));
            if (row != null) {
              StoryUpdate u = row(Long.parseLong(seqs.get(i)), row).update();
              store.delete(STORY_UPDATE, u.storyId(), number(u.revision()), seqs.get(i));
              store.delete(UPDATE, seqs.get(i));
            }
            store.delete(gone.get(i).parts().toArray(String[]::new));
          }
        });
  }

  // ---- what any thread asks

  /** The log's time: what it was when its last tick was read. */
  Instant now() {
    return Instant.ofEpochMilli(now);
  }

  Head head() {
    return head;
  }

  int size() {
    return summaries.size();
  }

  @Nullable Summary summary(String storyId) {
    return summaries.get(storyId);
  }

  /** The stories of the list, the newest first. */
  Collection<Summary> summaries() {
    return order.values();
  }

  /** The story as it stands; null if there is none. */
  @Nullable StoryState story(String storyId) {
    synchronized (current) {
      StoryState s = current.get(storyId);
      if (s != null) {
        return shown(s);
      }
    }
    int before = revisionOf(storyId);
    StoryState s = uncached(storyId);
    if (s != null && s.revision() >= before) {
      synchronized (current) {
        if (revisionOf(storyId) <= s.revision()) {
          current.put(storyId, s);
        }
      }
    }
    return s == null ? null : shown(s);
  }

  private int revisionOf(String storyId) {
    Summary s = summaries.get(storyId);
    return s == null ? 0 : s.revision();
  }

  private @Nullable StoryState uncached(String storyId) {
    byte[] row = store.get(STATE, storyId);
    StoryState whole = row == null ? null : read(row);
    int from = whole == null ? 1 : whole.revision() + 1;
    List<StoryUpdate> since = stored(storyId, from, Integer.MAX_VALUE);
    if (since.isEmpty()) {
      return whole;
    }
    StoryFolder folder = whole == null ? StoryFolder.of(storyId) : StoryFolder.from(whole);
    for (StoryUpdate u : since) {
      if (u.revision() != folder.revision() + 1) {
        break;
      }
      folder.apply(u);
    }
    return folder.revision() == 0 ? null : folder.state();
  }

  /**
   * The story as it stood at a revision; null if it is not kept that far back or never was.
   *
   * @param revision of the story
   */
  @Nullable StoryState at(String storyId, int revision) {
    StoryState s = StoryFolder.at(stored(storyId, 1, revision), revision);
    return s == null ? null : shown(s);
  }

  /** The story as it stood at a time of the log; null as for {@link #at(String, int)}. */
  @Nullable StoryState asOf(String storyId, Instant time) {
    List<StoryUpdate> all = stored(storyId, 1, Integer.MAX_VALUE);
    StoryState s = all.isEmpty() || all.get(0).revision() != 1 ? null : StoryFolder.asOf(all, time);
    return s == null ? null : shown(s);
  }

  /**
   * Updates of a story, in order, without withdrawn words.
   *
   * @param since the first revision
   */
  List<StoryUpdate> updates(String storyId, int since, int limit) {
    return stored(storyId, since, since + limit - 1).stream().map(this::shown).toList();
  }

  private List<StoryUpdate> stored(String storyId, int from, int to) {
    List<Long> seqs = new ArrayList<>();
    store.scan(
        RowKey.of(STORY_UPDATE, storyId),
        RowKey.of(STORY_UPDATE, storyId, number(from)),
        (k, row) -> {
          if (Integer.parseInt(k.part(2)) > to) {
            return false;
          }
          return seqs.add(Long.parseLong(k.part(3)));
        });
    List<StoryUpdate> out = new ArrayList<>();
    for (long seq : seqs) {
      byte[] row = store.get(UPDATE, number(seq));
      if (row != null) {
        out.add(row(seq, row).update());
      }
    }
    return out;
  }

  /**
   * Updates behind a place in this instance's order, without withdrawn words.
   *
   * @param seq the last one that is not wanted
   */
  List<Entry> after(long seq, int limit) {
    List<Entry> out = new ArrayList<>();
    store.scan(
        RowKey.of(UPDATE),
        RowKey.of(UPDATE, number(seq + 1)),
        (k, row) -> {
          out.add(row(Long.parseLong(k.part(1)), row));
          return out.size() < limit;
        });
    return out.stream().map(e -> new Entry(e.seq(), e.position(), shown(e.update()))).toList();
  }

  /** The place in this instance's order behind which everything stands that is not covered. */
  long before(Position position) {
    Head h = head;
    long[] least = {h.seq() + 1};
    for (int p = 0; p < Math.max(position.partitions(), h.position().partitions()); p++) {
      store.scan(
          RowKey.of(OFFSET, number(p)),
          RowKey.of(OFFSET, number(p), number(position.next(p))),
          (k, row) -> {
            least[0] = Math.min(least[0], Long.parseLong(new String(row, StandardCharsets.UTF_8)));
            return false;
          });
    }
    return least[0] - 1;
  }

  /** Whether updates behind the position are gone by the topic's retention. */
  boolean isLost(Position position) {
    boolean[] lost = {false};
    store.scan(
        (k, row) -> {
          lost[0] |= position.next(Integer.parseInt(k.part(1))) < ByteBuffer.wrap(row).getLong();
          return !lost[0];
        },
        FIRST);
    return lost[0];
  }

  /** The article's version, or its newest one; null if it is unknown or must not be shown. */
  @Nullable WireArticle article(String uri, @Nullable String version) {
    ArticleVersions all = store.has(GONE, uri) ? ArticleVersions.none(uri) : versions(uri);
    for (ArticleVersions.Version v : all.versions()) {
      if ((version == null || version.equals(v.version())) && all.shows(v.version(), now)) {
        byte[] row = store.get(ARTICLE, uri, v.version());
        if (row != null
            && log.get().deserialize(topics.log(), row).getEntry() instanceof Accepted a) {
          return Articles.fromAvro(a.getArticle());
        }
      }
    }
    return null;
  }

  /** The claims of an article's versions that may be shown. */
  List<Claim> claims(String uri) {
    ArticleVersions all = store.has(GONE, uri) ? ArticleVersions.none(uri) : versions(uri);
    List<Claim> out = new ArrayList<>();
    store.scan(
        (k, row) -> {
          Claim c = claims.get().deserialize(topics.claims(), row);
          if (all.shows(c.getVersion(), now)) {
            out.add(c);
          }
          return true;
        },
        CLAIM,
        uri);
    return out;
  }

  private ArticleVersions versions(String uri) {
    byte[] row = store.get(VERSIONS, uri);
    try {
      return row == null ? ArticleVersions.none(uri) : JSON.readValue(row, ArticleVersions.class);
    } catch (IOException e) {
      throw new IllegalStateException("the read model holds a broken row; delete its folder", e);
    }
  }

  private StoryState shown(StoryState s) {
    return tainted.contains(s.storyId()) ? redaction.state(s) : s;
  }

  private StoryUpdate shown(StoryUpdate u) {
    return tainted.contains(u.storyId()) ? redaction.update(u, story(u.storyId())) : u;
  }

  private StoryState read(byte[] value) {
    return Outputs.fromAvro(states.get().deserialize(topics.stories(), value));
  }

  private Entry row(long seq, byte[] row) {
    ByteBuffer in = ByteBuffer.wrap(row);
    byte[] at = new byte[in.getShort()];
    in.get(at);
    byte[] value = new byte[in.remaining()];
    in.get(value);
    Position position = Position.parse(new String(at, StandardCharsets.UTF_8));
    if (position == null) {
      throw new IllegalStateException("the read model holds a broken row; delete its folder");
    }
    return new Entry(seq, position, Outputs.fromAvro(decoded(value)));
  }

  private static byte[] bytes(ArticleVersions v) {
    try {
      return JSON.writeValueAsBytes(v);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fixed width, so that keys order as numbers do. */
  static String number(long n) {
    String digits = Long.toString(n);
    return ZEROS.substring(digits.length()) + digits;
  }
}
