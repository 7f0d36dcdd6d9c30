package news.slugline.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;

/**
 * An invented wire without end: stories open, get further takes, copies, versions, corrections,
 * kills and conflicting figures in the shares of a {@link Mix}. The same seed gives the same
 * articles. What it remembers is bounded, so that it can run for months of simulated time.
 */
public final class Newsroom {
  /** Where simulated time begins. */
  public static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  private static final int OPEN_STORIES = 4_000;
  private static final Duration TALKED_ABOUT = Duration.ofDays(2);
  private static final String[] PROVIDERS = {
    "North Wire", "South Press", "Coast News", "Hill Daily", "Metro Agency", "Lake Bulletin",
    "Union Service", "Harbor Times", "Valley Post", "Capital Desk", "Island Gazette", "Plains Press"
  };

  private final Material material = Material.load();
  private final Random random;
  private final Mix mix;
  private final long nanosApart;
  private final List<InventedStory> open = new ArrayList<>();
  private InventedStory hot;
  private InventedStory latest;
  private long count;

  /**
   * @param perSecond how many articles a second of simulated time
   */
  public Newsroom(long seed, Mix mix, double perSecond) {
    this.random = new Random(seed);
    this.mix = mix;
    this.nanosApart = (long) (1e9 / perSecond);
  }

  /** The next so many articles. */
  public List<WireArticle> next(int n) {
    List<WireArticle> out = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      out.add(next());
    }
    return out;
  }

  /** The next article of the wire. */
  public WireArticle next() {
    Instant now = START.plusMillis(nanosApart * count++ / 1_000_000);
    if (count % 1_000 == 0) {
      Instant old = now.minus(TALKED_ABOUT);
      open.removeIf(s -> s.last().isBefore(old));
    }
    if (hot == null && mix.hot() > 0) {
      hot = new InventedStory(material, random);
      return take(hot, now, false);
    }
    if (random.nextDouble() < mix.hot()) {
      return follow(hot, now);
    }
    if (open.isEmpty() || random.nextDouble() < mix.stories()) {
      InventedStory s = new InventedStory(material, random);
      if (open.size() == OPEN_STORIES) {
        open.remove(0);
      }
      open.add(s);
      return take(s, now, false);
    }
    double u = random.nextDouble();
    return follow(open.get(open.size() - 1 - (int) (open.size() * u * u * u)), now);
  }

  /** What tells the story of the latest article from all others; no article says it. */
  public Object latestStory() {
    return latest;
  }

  private WireArticle follow(InventedStory s, Instant now) {
    double known = 1 - mix.stories();
    double dice = random.nextDouble() * (known > 0 ? known : 1);
    if ((dice -= mix.copies()) < 0) {
      return copy(s, now);
    }
    if ((dice -= mix.versions()) < 0) {
      return version(s, now, false);
    }
    if ((dice -= mix.corrections()) < 0) {
      return version(s, now, true);
    }
    if ((dice -= mix.kills()) < 0) {
      return kill(s, now);
    }
    return take(s, now, random.nextDouble() < mix.conflicts());
  }

  private WireArticle take(InventedStory s, Instant now, boolean conflicting) {
    if (random.nextInt(6) == 0) {
      s.develop(random);
    }
    Figures figures = conflicting ? s.figures().otherwise(random) : s.figures();
    Piece p = new Piece(uri(), 1, provider(), random.nextLong(), figures, "");
    s.remember(p, now, random);
    return article(s, p, now).build();
  }

  private WireArticle copy(InventedStory s, Instant now) {
    Piece of = s.any(random);
    Piece p = new Piece(uri(), 1, provider(), of.seed(), of.figures(), of.provider());
    s.remember(p, now, random);
    return article(s, p, now).credit(of.provider()).build();
  }

  private WireArticle version(InventedStory s, Instant now, boolean correction) {
    Piece of = s.any(random);
    Figures figures = correction ? of.figures().otherwise(random) : s.figures();
    Piece p = new Piece(of.uri(), of.version() + 1, of.provider(), of.seed(), figures, of.copyOf());
    s.replace(of, p, now);
    return article(s, p, now).signal(correction ? Signal.CORRECTION : Signal.UPDATE).build();
  }

  private WireArticle kill(InventedStory s, Instant now) {
    Piece of = s.any(random);
    Piece p =
        new Piece(of.uri(), of.version() + 1, of.provider(), of.seed(), of.figures(), of.copyOf());
    s.replace(of, p, now);
    return article(s, p, now)
        .signal(Signal.KILL)
        .pubStatus(PubStatus.CANCELED)
        .headline("")
        .body("")
        .build();
  }

  private WireArticle.Builder article(InventedStory s, Piece p, Instant now) {
    latest = s;
    InventedStory.Text text = s.text(p, now);
    return WireArticle.builder(p.uri(), Integer.toString(p.version()), p.provider())
        .headline(text.headline())
        .language("en")
        .firstCreated(now)
        .versionCreated(now)
        .body(text.body());
  }

  private String uri() {
    return "urn:slugline:bench:" + count;
  }

  private String provider() {
    return PROVIDERS[random.nextInt(PROVIDERS.length)];
  }

  /** One piece of copy: enough to write it, and its next version, again. */
  record Piece(
      String uri, int version, String provider, long seed, Figures figures, String copyOf) {}
}
