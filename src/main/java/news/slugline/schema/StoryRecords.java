package news.slugline.schema;

import java.nio.ByteBuffer;
import java.util.List;
import news.slugline.avro.Absorb;
import news.slugline.avro.Absorbed;
import news.slugline.avro.Command;
import news.slugline.avro.Handed;
import news.slugline.avro.NearStory;
import news.slugline.avro.Placed;
import news.slugline.avro.Removed;
import news.slugline.avro.StoryRecord;
import news.slugline.grouping.Placement;
import news.slugline.grouping.Routed;
import news.slugline.story.ArticleRow;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;

/** Records of {@code articles.by-story} between the domain and Avro. */
public final class StoryRecords {
  private static final RowCodec ROWS = new RowCodec();

  private StoryRecords() {}

  /**
   * @param offset of the log record behind it
   */
  public static StoryRecord toAvro(Routed routed, long offset) {
    if (routed instanceof Routed.Placed p) {
      return record(p.storyId(), offset, placed(p));
    }
    if (routed instanceof Routed.Ticked t) {
      return record("", offset, LogRecords.toAvro(t.tick()));
    }
    if (routed instanceof Routed.Absorbed a) {
      return record(
          a.storyId(),
          offset,
          Absorbed.newBuilder().setSurvivor(a.survivor()).setTime(Words.millis(a.time())).build());
    }
    if (routed instanceof Routed.Absorb a) {
      return record(
          a.storyId(),
          offset,
          Absorb.newBuilder().setAbsorbed(a.absorbed()).setTime(Words.millis(a.time())).build());
    }
    if (routed instanceof Routed.Removed r) {
      return record(
          r.storyId(),
          offset,
          Removed.newBuilder().setUri(r.uri()).setTime(Words.millis(r.time())).build());
    }
    Routed.Ordered o = (Routed.Ordered) routed;
    return record(o.storyId(), offset, LogRecords.toAvro(o.command()));
  }

  public static StoryRecord toAvro(StoryOutput.HandOver h) {
    StoryInput.Handed row = h.row();
    Handed handed =
        Handed.newBuilder()
            .setFrom(row.from())
            .setIndex(row.index())
            .setTotal(row.total())
            .setRow(row.row() == null ? null : ByteBuffer.wrap(ROWS.encode(row.row())))
            .build();
    return record(h.survivor(), -1, handed);
  }

  /** What the record tells its story; not for ticks. */
  public static StoryInput input(StoryRecord r) {
    Object e = r.getEntry();
    if (e instanceof Placed p) {
      return new StoryInput.Arrived(Articles.fromAvro(p.getArticle()), p.getEventTime());
    }
    if (e instanceof Absorbed a) {
      return new StoryInput.Absorbed(a.getSurvivor(), a.getTime());
    }
    if (e instanceof Absorb a) {
      return new StoryInput.Absorb(a.getAbsorbed(), a.getTime());
    }
    if (e instanceof Removed x) {
      return new StoryInput.Removed(x.getUri(), x.getTime());
    }
    if (e instanceof Handed h) {
      ByteBuffer row = h.getRow();
      return new StoryInput.Handed(
          h.getFrom(),
          h.getIndex(),
          h.getTotal(),
          row == null ? null : ROWS.decode(bytes(row), ArticleRow.class));
    }
    return new StoryInput.Ordered(LogRecords.fromAvro((Command) e));
  }

  /** Why an article stands where it does. */
  public static Placement placement(Placed p) {
    return new Placement(
        p.getOpened(),
        p.getReason(),
        p.getScore(),
        p.getNear().stream().map(n -> new Placement.Near(n.getStoryId(), n.getScore())).toList());
  }

  private static Placed placed(Routed.Placed p) {
    List<NearStory> near =
        p.placement().near().stream()
            .map(n -> NearStory.newBuilder().setStoryId(n.storyId()).setScore(n.score()).build())
            .toList();
    return Placed.newBuilder()
        .setArticle(Articles.toAvro(p.article()))
        .setEventTime(Words.millis(p.eventTime()))
        .setOpened(p.placement().opened())
        .setReason(p.placement().reason())
        .setScore(p.placement().score())
        .setNear(near)
        .build();
  }

  private static StoryRecord record(String storyId, long offset, Object entry) {
    return StoryRecord.newBuilder().setStoryId(storyId).setOffset(offset).setEntry(entry).build();
  }

  static byte[] bytes(ByteBuffer b) {
    byte[] out = new byte[b.remaining()];
    b.duplicate().get(out);
    return out;
  }
}
