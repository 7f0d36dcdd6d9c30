package news.slugline.bench.micro;

import java.util.ArrayList;
import java.util.List;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.wire.PubStatus;
import news.slugline.wire.WireArticle;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Invented articles with text, given out in turn. */
@State(Scope.Benchmark)
public class Articles {
  /** What one round holds; small enough for the caches to matter as they do in the stream. */
  static final int COUNT = 1_000;

  @Param("1")
  public long seed;

  private List<WireArticle> all = List.of();
  private int at;

  @Setup
  public void write() {
    Newsroom newsroom = new Newsroom(seed, Mix.USUAL, 0.26);
    List<WireArticle> out = new ArrayList<>();
    while (out.size() < COUNT) {
      WireArticle a = newsroom.next();
      if (a.pubStatus() == PubStatus.USABLE) {
        out.add(a);
      }
    }
    all = out;
  }

  List<WireArticle> all() {
    return all;
  }

  WireArticle next() {
    at = at + 1 == all.size() ? 0 : at + 1;
    return all.get(at);
  }

  /** Position of the article that {@link #next} gave last. */
  int position() {
    return at;
  }
}
