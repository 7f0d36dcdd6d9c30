package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.Packed;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.Tables.FactRow;
import news.slugline.story.Tables.Mark;
import news.slugline.story.Tables.ParkedRow;
import news.slugline.wire.LogEntry;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stories of one task: joins claims into facts and says what changed.
 *
 * <p>An input changes the rows that it is about and no others. A story's facts are a function of
 * the set of its articles' versions; order shows only in ids of updates, revisions and lifecycle.
 * While a story absorbs another, all that comes to it waits until the other's articles are in.
 */
public final class Ledger {
  /** The tables that it keeps. */
  public static final List<Table<?>> TABLES = Tables.ALL;

  private static final int QUIET_HOURS = 24;
  static final int CLOSED_HOURS = 72;

  /**
   * By then nothing comes to it any more: grouping forgets a story 400 days after its last article.
   */
  private static final int FORGOTTEN_HOURS = 402 * 24;

  private static final int FACTS = 1_024;
  private static final Mark MARK = new Mark("");

  private final Extractor extractor;
  private final String engine;
  private final Archive.Portions portions;
  private final Memory memory;
  private final Rules rules;
  private final Nodes nodes;
  private final Recent<FactRow, Fact> facts;

  public Ledger(ClaimExtractor extractor, String engine) {
    this((Extractor) extractor::extract, engine);
  }

  public Ledger(Extractor extractor, String engine) {
    this(extractor, engine, Memory.LEAST);
  }

  /**
   * @param memory for what it remembers of what it worked out
   */
  public Ledger(Extractor extractor, String engine, Memory memory) {
    this(extractor, engine, memory, Archive.Portions.STANDARD);
  }

  Ledger(Extractor extractor, String engine, Memory memory, Archive.Portions portions) {
    this.extractor = extractor;
    this.engine = engine;
    this.portions = portions;
    this.memory = memory;
    this.rules = Rules.of(memory);
    this.nodes = new Nodes(rules.keys(), memory);
    this.facts = memory.byObject(FACTS);
  }

  /** How many times as much as usual is worth remembering of what the story at work reads. */
  public int remembers() {
    return memory.times();
  }

  /** Applies one input to one story; at most one update comes out. */
  public void apply(String storyId, StoryInput input, Rows rows, Consumer<StoryOutput> out) {
    ParkedRow in = read(storyId, input, out);
    Call call = call(storyId, rows, out);
    call.take(in);
    call.close();
  }

  private Call call(String story, Rows rows, Consumer<StoryOutput> out) {
    StoryWork work = new StoryWork(story, rows, rules, nodes, facts);
    memory.workOn(work.head.used);
    return new Call(work, rows, out);
  }

  /**
   * Why the claims of a fact stand together; null if the story has no such fact, or has left since
   * and keeps none.
   */
  public @Nullable Explanation explain(String storyId, String factId, Rows rows) {
    StoryWork work = new StoryWork(storyId, rows, rules, nodes, facts);
    return (work.head.kept == Keeping.ALONE ? whole(storyId, rows) : work).explain(factId);
  }

  /** A story of which the articles alone are kept, made whole beside them. */
  private StoryWork whole(String story, Rows rows) {
    Rows beside = new InMemoryRows();
    copy(Tables.ARTICLES, story, rows, beside);
    copy(Tables.CLAIMS, story, rows, beside);
    copy(Tables.RULINGS, story, rows, beside);
    StoryWork work = new StoryWork(story, beside, rules, nodes, facts);
    work.rebuild(work.articles());
    return work;
  }

  private static <R extends Record> void copy(Table<R> table, String story, Rows from, Rows to) {
    from.scan(
        table,
        RowKey.of(story),
        (k, row) -> {
          to.put(table, k, row);
          return true;
        });
  }

  /**
   * Lets time pass for every story in {@code rows}: those that are due change, those that changed
   * settle if the tick is for them, those that have left for long are put away.
   */
  public void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out) {
    String now = Times.format(tick.time());
    Set<String> pending = new TreeSet<>();
    rows.scan(Tables.PENDING, RowKey.of(), (k, m) -> pending.add(k.part(0)));
    for (String story : pending) {
      Call call = call(story, rows, out);
      call.park(tickRow(now));
      call.close();
    }
    Set<String> due = due(now, rows);
    for (String story : due) {
      if (!pending.contains(story)) {
        Call call = call(story, rows, out);
        call.atDue(now);
        call.close();
      }
    }
    List<String> dirty = new ArrayList<>();
    rows.scan(Tables.DIRTY, RowKey.of(), (k, m) -> dirty.add(k.part(0)));
    dirty.sort(null);
    for (String story : dirty) {
      if (tick.isFor(story) && !pending.contains(story)) {
        Call call = call(story, rows, out);
        call.settle(now, due.contains(story));
        call.close();
      }
    }
    Set<String> busy = new TreeSet<>(pending);
    busy.addAll(due);
    busy.addAll(dirty);
    leave(now, portions.records() / tick.parts(), busy, rows, out);
  }

  /**
   * Puts away what has left, the longest quiet first, as much of it as a tick has time for.
   *
   * @param records that may go
   * @param busy stories that this tick had to do with, or that have something to tell: they wait
   */
  private void leave(
      String now, int records, Set<String> busy, Rows rows, Consumer<StoryOutput> out) {
    List<String> leaving = new ArrayList<>();
    rows.scan(
        Tables.LEAVING,
        RowKey.of(),
        (k, m) ->
            k.part(0).compareTo(now) <= 0
                && leaving.add(k.part(1))
                && leaving.size() < portions.stories());
    int left = records;
    for (String story : leaving) {
      if (left > 0 && !busy.contains(story)) {
        Call call = call(story, rows, out);
        left -= call.leave(now, left);
        call.close();
      }
    }
  }

  private static Set<String> due(String now, Rows rows) {
    Set<String> out = new TreeSet<>();
    rows.scan(
        Tables.DUE,
        RowKey.of(),
        (k, m) -> {
          if (k.part(0).compareTo(now) > 0) {
            return false;
          }
          out.add(k.part(1));
          return true;
        });
    return out;
  }

  // --- inputs as rows, so that they can wait

  private ParkedRow read(String story, StoryInput input, Consumer<StoryOutput> out) {
    if (input instanceof StoryInput.Arrived a) {
      return arrived(story, a, out);
    }
    if (input instanceof StoryInput.Absorbed a) {
      return row(ParkedRow.Sort.ABSORBED, "", Times.format(a.time()), a.survivor());
    }
    if (input instanceof StoryInput.Absorb a) {
      return row(ParkedRow.Sort.ABSORB, "", Times.format(a.time()), a.absorbed());
    }
    if (input instanceof StoryInput.Removed r) {
      return row(ParkedRow.Sort.REMOVED, r.uri(), Times.format(r.time()), "");
    }
    if (input instanceof StoryInput.Handed h) {
      return new ParkedRow(
          ParkedRow.Sort.HANDED,
          "",
          "",
          null,
          false,
          h.from(),
          h.index(),
          h.total(),
          h.row(),
          "",
          "",
          "");
    }
    LogEntry.Command c = ((StoryInput.Ordered) input).command();
    return new ParkedRow(
        ParkedRow.Sort.ORDERED,
        "",
        Times.format(c.time()),
        null,
        false,
        c.target(),
        0,
        0,
        null,
        c.id(),
        c.type().name(),
        c.value() == null ? "" : c.value());
  }

  private static ParkedRow row(ParkedRow.Sort sort, String uri, String time, String other) {
    return new ParkedRow(sort, uri, time, null, false, other, 0, 0, null, "", "", "");
  }

  private static ParkedRow tickRow(String time) {
    return row(ParkedRow.Sort.TICK, "", time, "");
  }

  private ParkedRow arrived(String story, StoryInput.Arrived a, Consumer<StoryOutput> out) {
    WireArticle article = a.article();
    boolean killed = article.pubStatus() == PubStatus.CANCELED || article.signal() == Signal.KILL;
    boolean silent = killed || article.pubStatus() == PubStatus.WITHHELD;
    Extraction x =
        silent
            ? new Extraction(List.of(), null, List.of(), List.of(), List.of())
            : extractor.extract(article, a.eventTime());
    Scene scene =
        silent
            ? Scene.NONE
            : Scene.of(article.headline(), article.body(), x.claims(), rules.wording());
    if (!silent) {
      List<StoryOutput.KeyedClaim> claims = new ArrayList<>();
      for (Claim c : x.claims()) {
        String id = Versions.id(article.uri(), article.version(), c);
        claims.add(new StoryOutput.KeyedClaim(id, rules.keys().of(c, scene).main(), c));
      }
      out.accept(new StoryOutput.Claims(story, article.uri(), article.version(), claims));
    }
    ArticleRow.Version v =
        new ArticleRow.Version(
            article.version(),
            Times.format(a.eventTime()),
            article.provider(),
            silent ? "" : article.headline(),
            silent ? null : credit(article, x),
            article.pubStatus(),
            article.signal() == Signal.CORRECTION,
            killed,
            silent ? List.of() : rules.sketches().sketch(article.body()),
            silent ? List.of() : rules.sketches().thread(article.body()),
            scene,
            first(x.people()),
            first(x.places()),
            Packed.copyOf(x.claims()));
    return new ParkedRow(
        ParkedRow.Sort.ARRIVED,
        article.uri(),
        v.time(),
        v,
        article.embargoed() != null,
        "",
        0,
        0,
        null,
        "",
        "",
        "");
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(8, names.size()));
  }

  private static @Nullable String credit(WireArticle a, Extraction x) {
    if (x.credit() != null) {
      return x.credit();
    }
    for (String c : new String[] {a.credit(), a.copyrightHolder()}) {
      if (c != null && !c.isBlank()) {
        return c;
      }
    }
    return null;
  }

  // --- one input to one story

  private final class Call {
    private final StoryWork work;
    private final Head head;
    private final Rows rows;
    private final Consumer<StoryOutput> out;
    private final Archive archive;

    /** Whether all that follows from the articles, and is kept, this input will have made. */
    private final boolean fresh;

    /** Whether it told an update, and the whole state has not been told since. */
    private boolean unsettled;

    Call(StoryWork work, Rows rows, Consumer<StoryOutput> out) {
      this.archive = new Archive(work, rows, portions);
      this.work = work;
      this.head = work.head;
      this.rows = rows;
      this.out = out;
      this.fresh = head.revision == 0 || head.kept != Keeping.WHOLE;
    }

    void close() {
      if (isAlone()) {
        if (unsettled) {
          settle(head.clock, true);
        }
        archive.keepAlone();
        leaves(Times.plusHours(head.last, FORGOTTEN_HOURS));
      } else if (head.kept == Keeping.WHOLE
          && head.leaves.isEmpty()
          && head.revision > 0
          && isAtRest()) {
        leaves(leavesAt());
      }
      rows.put(Tables.HEADS, RowKey.of(work.story), head.row());
    }

    /** Whether nothing waits, so that the story may be kept as its few articles. */
    private boolean isAlone() {
      return fresh
          && head.kept == Keeping.WHOLE
          && head.revision > 0
          && head.state != LifeState.MERGED
          && archive.isSmall()
          && head.pending.isEmpty()
          && head.handed.isEmpty()
          && head.parked == 0
          && !work.owing.owes();
    }

    void take(ParkedRow in) {
      if (in.sort() == ParkedRow.Sort.HANDED && in.other().equals(work.story)) {
        comeOn();
      } else if (in.sort() == ParkedRow.Sort.HANDED) {
        handed(in);
      } else if (!head.pending.isEmpty() || head.kept.isOnItsWay()) {
        park(in);
      } else if (head.kept == Keeping.WHOLE || head.state == LifeState.MERGED || isBack()) {
        now(in);
      } else {
        park(in);
        comeLater();
      }
    }

    void park(ParkedRow in) {
      rows.put(Tables.PARKED, RowKey.of(work.story, number(head.parked++)), in);
    }

    // --- leaving

    /** What has ended or said nothing for three days, and changes by itself no more. */
    private boolean isAtRest() {
      return switch (head.state) {
        case EMERGING, DEVELOPING, QUIET -> false;
        case CLOSED, HELD, WITHDRAWN, MERGED -> true;
      };
    }

    private String leavesAt() {
      return head.state == LifeState.MERGED ? head.clock : Archive.leavesAt(head);
    }

    private void leaves(String at) {
      head.leaves = moved(Tables.LEAVING, head.leaves, at);
    }

    /**
     * Puts away the story, or a portion of it, if it has left.
     *
     * @param most records of the store that may go
     * @return how many went, and one for looking
     */
    int leave(String now, int most) {
      if (!isAtRest()) {
        leaves("");
        return 1;
      }
      if (head.kept == Keeping.WHOLE && leavesAt().compareTo(now) > 0) {
        leaves(leavesAt());
        return 1;
      }
      if (!head.handed.isEmpty()) {
        return 1;
      }
      String ends = Times.plusHours(head.last, FORGOTTEN_HOURS);
      boolean all = head.state == LifeState.MERGED || ends.compareTo(now) <= 0;
      int gone = archive.putAway(all, most);
      if (gone == most) {
        head.kept = Keeping.GOING;
      } else {
        head.kept = all ? Keeping.FORGOTTEN : Keeping.ARCHIVED;
        leaves(all ? "" : ends);
        out.accept(new StoryOutput.Kept(work.story, head.kept));
      }
      return gone + 1;
    }

    /** Begins to bring the story back; says whether that is all. */
    private boolean isBack() {
      comeBack();
      return archive.goOn();
    }

    private void comeBack() {
      if (head.kept != Keeping.ALONE) {
        out.accept(new StoryOutput.Kept(work.story, Keeping.WHOLE));
      }
      leaves("");
      archive.begin();
    }

    /** The rest comes with inputs of its own; until then all that comes waits, and ticks do. */
    private void comeLater() {
      rows.put(Tables.PENDING, RowKey.of(work.story), MARK);
      out.accept(
          new StoryOutput.HandOver(work.story, new StoryInput.Handed(work.story, 0, 0, null)));
    }

    private void comeOn() {
      if (!head.kept.isOnItsWay()) {
        return;
      }
      if (archive.goOn()) {
        rows.delete(Tables.PENDING, RowKey.of(work.story));
        unpark();
      } else {
        comeLater();
      }
    }

    /**
     * A tick at which the story, or a fact of it, is due. One that has left is brought back by
     * inputs of its own: it may be large.
     */
    void atDue(String now) {
      if (head.kept == Keeping.WHOLE || isGone() || head.kept == Keeping.ALONE && isBack()) {
        tick(now);
      } else {
        comeBack();
        park(tickRow(now));
        comeLater();
      }
    }

    private boolean isGone() {
      return head.state == LifeState.MERGED || head.kept == Keeping.FORGOTTEN;
    }

    // --- inputs

    private void now(ParkedRow in) {
      if (head.state == LifeState.MERGED) {
        return;
      }
      switch (in.sort()) {
        case ARRIVED -> article(in);
        case REMOVED -> removed(in);
        case ORDERED -> ordered(in);
        case ABSORBED -> absorbed(in);
        case ABSORB -> absorb(in);
        case TICK -> {
          boolean due = Ledger.due(in.time(), rows).contains(work.story);
          if (due) {
            tick(in.time());
          }
          // it may have been the last one
          if (rows.get(Tables.DIRTY, RowKey.of(work.story)) != null) {
            settle(in.time(), due);
          }
        }
        case HANDED -> handed(in);
      }
    }

    private void article(ParkedRow in) {
      ArticleRow.Version v = java.util.Objects.requireNonNull(in.version());
      ArticleRow before = work.article(in.uri());
      ArticleRow row =
          Versions.with(before == null ? new ArticleRow(in.uri(), List.of()) : before, v);
      if (row.equals(before)) {
        return;
      }
      boolean first = head.revision == 0;
      see(in.time());
      work.set(in.uri(), row);
      List<Change> changes = new ArrayList<>(Changes.of(work.settle(), in.embargoLifted()));
      live(changes, first || before == null);
      Cause cause = new Cause(Cause.Type.ARTICLE, in.uri(), v.version(), null, in.time());
      update(cause, changes);
    }

    private void removed(ParkedRow in) {
      if (work.article(in.uri()) == null) {
        return;
      }
      work.set(in.uri(), null);
      List<Change> changes = new ArrayList<>(Changes.of(work.settle(), false));
      live(changes, false);
      update(new Cause(Cause.Type.COMMAND, in.uri(), null, "split", in.time()), changes);
    }

    private void ordered(ParkedRow in) {
      NodeRow n = work.node(in.other());
      boolean confirm = in.commandType().equals(LogEntry.CommandType.CONFIRM.name());
      boolean dismiss = in.commandType().equals(LogEntry.CommandType.DISMISS.name());
      if (n == null || !(confirm || dismiss)) {
        return;
      }
      work.rule(n, confirm ? "confirmed:" + in.value() : "dismissed");
      List<Change> changes = new ArrayList<>(Changes.of(work.settle(), false));
      update(new Cause(Cause.Type.COMMAND, null, null, in.command(), in.time()), changes);
    }

    void tick(String now) {
      List<RowKey> fired = new ArrayList<>();
      rows.scan(
          Tables.DUE,
          RowKey.of(),
          (k, m) -> {
            if (k.part(0).compareTo(now) > 0) {
              return false;
            }
            if (k.part(1).equals(work.story)) {
              fired.add(k);
            }
            return true;
          });
      head.clock = now.compareTo(head.clock) > 0 ? now : head.clock;
      for (RowKey k : fired) {
        rows.delete(Tables.DUE, k);
        if (k.parts().size() > 2) {
          work.touch(k.part(2));
        }
      }
      if (isGone()) {
        return;
      }
      List<Change> changes = new ArrayList<>(Changes.of(work.settle(), false));
      rest(now, changes);
      update(new Cause(Cause.Type.TICK, null, null, null, now), changes);
    }

    /**
     * Tells the whole state; before it what updates owe, if anything.
     *
     * @param told whether this tick has given the story an update already
     */
    void settle(String now, boolean told) {
      if (!told && work.owing.owes()) {
        update(new Cause(Cause.Type.TICK, null, null, null, now), List.of());
      }
      if (work.owing.owes()) {
        rows.put(Tables.DIRTY, RowKey.of(work.story), MARK);
      } else {
        rows.delete(Tables.DIRTY, RowKey.of(work.story));
      }
      out.accept(new StoryOutput.Settled(new StateMaker(work, engine).make()));
      unsettled = false;
    }

    /** Quiet after a day without news, closed after three. */
    private void rest(String now, List<Change> changes) {
      String closes = Times.plusHours(head.last, CLOSED_HOURS);
      String quiets = Times.plusHours(head.last, QUIET_HOURS);
      if (head.state != LifeState.EMERGING
          && head.state != LifeState.DEVELOPING
          && head.state != LifeState.QUIET) {
        return;
      }
      if (now.compareTo(closes) >= 0) {
        state(LifeState.CLOSED, ChangeReason.STATE_CHANGED, changes);
        due("");
      } else if (now.compareTo(quiets) >= 0) {
        if (head.state != LifeState.QUIET) {
          state(LifeState.QUIET, ChangeReason.STATE_CHANGED, changes);
        }
        due(closes);
      } else {
        // a later version is no news, but it is copy: the story's time runs from there
        due(head.state == LifeState.QUIET ? closes : quiets);
      }
    }

    private void see(String time) {
      head.last = time.compareTo(head.last) > 0 ? time : head.last;
      head.clock = time.compareTo(head.clock) > 0 ? time : head.clock;
    }

    private void due(String at) {
      head.due = moved(Tables.DUE, head.due, at);
    }

    /** Lets the story stand under another time in a table of times; under none if it is empty. */
    private String moved(Table<Mark> times, String from, String to) {
      if (!from.isEmpty()) {
        rows.delete(times, RowKey.of(from, work.story));
      }
      if (!to.isEmpty()) {
        rows.put(times, RowKey.of(to, work.story), MARK);
      }
      return to;
    }

    /** What an article's coming or going makes of the story's life. */
    private void live(List<Change> changes, boolean news) {
      head.changing |= Changes.isTurn(changes);
      LifeState next;
      if (head.used == 0) {
        next = head.held > 0 ? LifeState.HELD : head.killed > 0 ? LifeState.WITHDRAWN : head.state;
      } else if (!news && (head.state == LifeState.CLOSED || head.state == LifeState.QUIET)) {
        next = head.state;
      } else {
        next = head.origins > 1 || head.changing ? LifeState.DEVELOPING : LifeState.EMERGING;
      }
      boolean reopens = head.state == LifeState.CLOSED && next != LifeState.CLOSED;
      if (next != head.state || head.revision == 0) {
        boolean reopened = reopens && (next == LifeState.DEVELOPING || next == LifeState.EMERGING);
        state(next, reopened ? ChangeReason.REOPENED : ChangeReason.STATE_CHANGED, changes);
      }
      boolean awake = next == LifeState.EMERGING || next == LifeState.DEVELOPING;
      if (awake) {
        due(Times.plusHours(head.last, QUIET_HOURS));
      }
    }

    private void state(LifeState next, ChangeReason reason, List<Change> changes) {
      String before = head.revision == 0 ? null : word(head.state);
      head.state = next;
      changes.add(0, new Change(reason, null, null, before, word(next), null, List.of()));
    }

    private void update(Cause cause, List<Change> changes) {
      if (changes.isEmpty() && !work.owing.isTouched() && !work.owing.owes()) {
        return;
      }
      String of = work.ranking.headlineOf();
      DigestRow best = of == null ? null : work.digest(of);
      head.headline = best == null ? "" : best.headline();
      head.headlineOf = best == null ? "" : best.uri();
      head.revision++;
      out.accept(new StoryOutput.Updated(new StateMaker(work, engine).update(cause, changes)));
      rows.put(Tables.DIRTY, RowKey.of(work.story), MARK);
      unsettled = true;
    }

    // --- merging

    private void absorbed(ParkedRow in) {
      List<ArticleRow> all = work.articles();
      if (all.isEmpty()) {
        handOver(in.other(), 0, 0, null);
      }
      for (int i = 0; i < all.size(); i++) {
        handOver(in.other(), i, all.size(), all.get(i));
      }
      head.mergedInto = in.other();
      due("");
      leaves("");
      List<Change> changes = new ArrayList<>();
      state(LifeState.MERGED, ChangeReason.MERGED, changes);
      see(in.time());
      update(new Cause(Cause.Type.MERGE, in.other(), null, null, in.time()), changes);
    }

    private void handOver(String survivor, int index, int total, @Nullable ArticleRow row) {
      out.accept(
          new StoryOutput.HandOver(survivor, new StoryInput.Handed(work.story, index, total, row)));
    }

    private void absorb(ParkedRow in) {
      head.pending.put(in.other(), in.time());
      rows.put(Tables.PENDING, RowKey.of(work.story), MARK);
      goOn();
    }

    private void handed(ParkedRow in) {
      HeadRow.Handing h = head.handed.getOrDefault(in.other(), new HeadRow.Handing(0, 0));
      if (in.row() != null) {
        rows.put(Tables.HANDED, RowKey.of(work.story, in.other(), number(in.index())), in.row());
      }
      head.handed.put(
          in.other(), new HeadRow.Handing(h.got() + (in.row() == null ? 0 : 1), in.total()));
      goOn();
    }

    /** Takes over what is complete, then what waited, in order. */
    private void goOn() {
      while (!head.pending.isEmpty()) {
        String from = head.pending.keySet().iterator().next();
        HeadRow.Handing h = head.handed.get(from);
        if (h == null || h.got() < h.total()) {
          return;
        }
        takeOver(from, java.util.Objects.requireNonNull(head.pending.remove(from)));
        head.handed.remove(from);
        if (head.pending.isEmpty()) {
          rows.delete(Tables.PENDING, RowKey.of(work.story));
          unpark();
        }
      }
    }

    private void unpark() {
      List<RowKey> keys = new ArrayList<>();
      List<ParkedRow> waiting = new ArrayList<>();
      rows.scan(
          Tables.PARKED,
          RowKey.of(work.story),
          (k, r) -> {
            keys.add(k);
            return waiting.add(r);
          });
      keys.forEach(k -> rows.delete(Tables.PARKED, k));
      head.parked = 0;
      // What comes after another merge parks again, in the same order.
      waiting.forEach(this::take);
    }

    private void takeOver(String from, String time) {
      List<RowKey> keys = new ArrayList<>();
      List<ArticleRow> all = new ArrayList<>();
      rows.scan(
          Tables.HANDED,
          RowKey.of(work.story, from),
          (k, r) -> {
            keys.add(k);
            return all.add(r);
          });
      keys.forEach(k -> rows.delete(Tables.HANDED, k));
      List<Change> changes = new ArrayList<>();
      for (ArticleRow r : all) {
        ArticleRow mine = work.article(r.uri());
        ArticleRow row = mine == null ? new ArticleRow(r.uri(), List.of()) : mine;
        for (ArticleRow.Version v : r.versions()) {
          row = Versions.with(row, v);
          see(v.time());
        }
        work.set(r.uri(), row);
      }
      changes.addAll(Changes.of(work.settle(), false));
      live(changes, true);
      changes.add(
          0, new Change(ChangeReason.MERGED, null, null, from, work.story, null, List.of()));
      update(new Cause(Cause.Type.MERGE, from, null, null, time), changes);
    }
  }

  private static String number(long n) {
    return String.format(java.util.Locale.ROOT, "%010d", n);
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(java.util.Locale.ROOT);
  }
}
