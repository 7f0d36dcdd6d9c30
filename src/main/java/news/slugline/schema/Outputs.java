package news.slugline.schema;

import java.util.List;
import news.slugline.avro.ClaimKind;
import news.slugline.avro.LifeState;
import news.slugline.avro.Offsets;
import news.slugline.avro.SaidBy;
import news.slugline.avro.SpeakerType;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Span;
import news.slugline.claim.Speaker;
import news.slugline.story.ArticleUse;
import news.slugline.story.Cause;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.Counts;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.Outcome;
import news.slugline.story.Position;
import news.slugline.story.StoryOutput;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;

/** Updates, states and claims between the domain and Avro. */
public final class Outputs {
  private Outputs() {}

  public static news.slugline.avro.StoryUpdate toAvro(StoryUpdate u) {
    return news.slugline.avro.StoryUpdate.newBuilder()
        .setStoryId(u.storyId())
        .setRevision(u.revision())
        .setCause(
            news.slugline.avro.Cause.newBuilder()
                .setType(Words.lower(news.slugline.avro.CauseType.class, u.cause().type()))
                .setUri(u.cause().uri())
                .setVersion(u.cause().version())
                .setCommand(u.cause().command())
                .setTime(u.cause().time())
                .build())
        .setChanges(u.changes().stream().map(Outputs::toAvro).toList())
        .setChangesFolded(u.changesFolded())
        .setState(Words.lower(LifeState.class, u.state()))
        .setHeadline(u.headline())
        .setCounts(toAvro(u.counts()))
        .setMergedInto(u.mergedInto())
        .setEventTime(u.eventTime())
        .setEngine(u.engine())
        .setGist(u.gist())
        .setPeople(u.people())
        .setPlaces(u.places())
        .setSources(u.sources())
        .setOrigins(u.origins())
        .setArticles(u.articles().stream().map(Outputs::toAvro).toList())
        .setRemovedArticles(u.removedArticles())
        .setFacts(u.facts().stream().map(Outputs::toAvro).toList())
        .setRemovedFacts(u.removedFacts())
        .setFactsTotal(u.factsTotal())
        .setOwed(u.owed())
        .build();
  }

  public static StoryUpdate fromAvro(news.slugline.avro.StoryUpdate u) {
    return new StoryUpdate(
        u.getStoryId(),
        u.getRevision(),
        new Cause(
            Words.upper(Cause.Type.class, u.getCause().getType()),
            u.getCause().getUri(),
            u.getCause().getVersion(),
            u.getCause().getCommand(),
            u.getCause().getTime()),
        u.getChanges().stream().map(Outputs::fromAvro).toList(),
        u.getChangesFolded(),
        Words.upper(news.slugline.story.LifeState.class, u.getState()),
        u.getHeadline(),
        fromAvro(u.getCounts()),
        u.getMergedInto(),
        u.getEventTime(),
        u.getEngine(),
        u.getGist(),
        u.getPeople(),
        u.getPlaces(),
        u.getSources(),
        u.getOrigins(),
        u.getArticles().stream().map(Outputs::fromAvro).toList(),
        u.getRemovedArticles(),
        u.getFacts().stream().map(Outputs::fromAvro).toList(),
        u.getRemovedFacts(),
        u.getFactsTotal(),
        u.getOwed());
  }

  public static news.slugline.avro.StoryState toAvro(StoryState s) {
    return news.slugline.avro.StoryState.newBuilder()
        .setStoryId(s.storyId())
        .setRevision(s.revision())
        .setState(Words.lower(LifeState.class, s.state()))
        .setHeadline(s.headline())
        .setGist(s.gist())
        .setPeople(s.people())
        .setPlaces(s.places())
        .setCounts(toAvro(s.counts()))
        .setArticles(s.articles().stream().map(Outputs::toAvro).toList())
        .setSources(s.sources())
        .setOrigins(s.origins())
        .setFacts(s.facts().stream().map(Outputs::toAvro).toList())
        .setFactsFolded(s.factsFolded())
        .setMergedInto(s.mergedInto())
        .setEventTime(s.eventTime())
        .setEngine(s.engine())
        .build();
  }

  public static StoryState fromAvro(news.slugline.avro.StoryState s) {
    return new StoryState(
        s.getStoryId(),
        s.getRevision(),
        Words.upper(news.slugline.story.LifeState.class, s.getState()),
        s.getHeadline(),
        s.getGist(),
        s.getPeople(),
        s.getPlaces(),
        fromAvro(s.getCounts()),
        s.getArticles().stream().map(Outputs::fromAvro).toList(),
        s.getSources(),
        s.getOrigins(),
        s.getFacts().stream().map(Outputs::fromAvro).toList(),
        s.getFactsFolded(),
        s.getMergedInto(),
        s.getEventTime(),
        s.getEngine());
  }

  public static news.slugline.avro.Claim toAvro(
      StoryOutput.Claims of, StoryOutput.KeyedClaim k, String engine) {
    Claim c = k.claim();
    return news.slugline.avro.Claim.newBuilder()
        .setId(k.id())
        .setStoryId(of.storyId())
        .setArticle(of.uri())
        .setVersion(of.version())
        .setTopicKey(k.topicKey())
        .setKind(Words.lower(ClaimKind.class, c.kind()))
        .setSpan(offsets(c.span()))
        .setText(c.text())
        .setSpeaker(speaker(c.speaker()))
        .setCue(offsetsOrNull(c.cue()))
        .setContent(offsetsOrNull(c.content()))
        .setValue(c.value())
        .setModality(Words.lower(news.slugline.avro.Modality.class, c.modality()))
        .setPolarity(Words.lower(news.slugline.avro.Polarity.class, c.polarity()))
        .setOutlet(c.outlet())
        .setEngine(engine)
        .build();
  }

  /** The claim as far as the topic tells it: what it is about is only its topic key. */
  public static StoryOutput.KeyedClaim fromAvro(news.slugline.avro.Claim c) {
    SaidBy by = c.getSpeaker();
    Speaker speaker =
        by == null
            ? null
            : new Speaker(
                by.getName(),
                spanOrNull(by.getMention()),
                Words.upper(Speaker.Type.class, by.getType()));
    Claim claim =
        new Claim(
            Words.upper(Kind.class, c.getKind()),
            new Span(c.getSpan().getStart(), c.getSpan().getEnd()),
            c.getText(),
            speaker,
            spanOrNull(c.getCue()),
            spanOrNull(c.getContent()),
            c.getValue(),
            Words.upper(Modality.class, c.getModality()),
            Words.upper(Polarity.class, c.getPolarity()),
            null,
            c.getOutlet(),
            new About("", false, List.of(), "", null, null, null, List.of()));
    return new StoryOutput.KeyedClaim(c.getId(), c.getTopicKey(), claim);
  }

  private static news.slugline.avro.Change toAvro(Change c) {
    return news.slugline.avro.Change.newBuilder()
        .setReason(Words.same(news.slugline.avro.ChangeReason.class, c.reason()))
        .setFactId(c.factId())
        .setPreviousFactId(c.previousFactId())
        .setBefore(c.before())
        .setAfter(c.after())
        .setGist(c.gist())
        .setEvidence(c.evidence().stream().map(Outputs::toAvro).toList())
        .build();
  }

  private static Change fromAvro(news.slugline.avro.Change c) {
    return new Change(
        Words.same(ChangeReason.class, c.getReason()),
        c.getFactId(),
        c.getPreviousFactId(),
        c.getBefore(),
        c.getAfter(),
        c.getGist(),
        c.getEvidence().stream().map(Outputs::fromAvro).toList());
  }

  private static news.slugline.avro.Evidence toAvro(Evidence e) {
    return news.slugline.avro.Evidence.newBuilder()
        .setArticle(e.article())
        .setVersion(e.version())
        .setSource(e.source())
        .setOrigin(e.origin())
        .setOriginAssumed(e.originAssumed())
        .setStart(e.start())
        .setEnd(e.end())
        .setText(e.text())
        .setSpeaker(e.speaker())
        .setModality(Words.lower(news.slugline.avro.Modality.class, e.modality()))
        .setCounts(e.counts())
        .setSameWordsAs(e.sameWordsAs())
        .build();
  }

  private static Evidence fromAvro(news.slugline.avro.Evidence e) {
    return new Evidence(
        e.getArticle(),
        e.getVersion(),
        e.getSource(),
        e.getOrigin(),
        e.getOriginAssumed(),
        e.getStart(),
        e.getEnd(),
        e.getText(),
        e.getSpeaker(),
        Words.upper(Modality.class, e.getModality()),
        e.getCounts(),
        e.getSameWordsAs());
  }

  private static news.slugline.avro.Fact toAvro(Fact f) {
    return news.slugline.avro.Fact.newBuilder()
        .setFactId(f.factId())
        .setTopicKey(f.topicKey())
        .setKind(Words.lower(ClaimKind.class, f.kind()))
        .setStatus(Words.lower(news.slugline.avro.FactStatus.class, f.status()))
        .setOutcome(Words.lowerOrNull(news.slugline.avro.Outcome.class, f.outcome()))
        .setGist(f.gist())
        .setPositions(f.positions().stream().map(Outputs::toAvro).toList())
        .setChanges(
            f.changes().stream()
                .map(
                    t ->
                        news.slugline.avro.Turn.newBuilder()
                            .setDate(t.date())
                            .setReason(
                                Words.same(news.slugline.avro.ChangeReason.class, t.reason()))
                            .setArticle(t.article())
                            .build())
                .toList())
        .build();
  }

  private static Fact fromAvro(news.slugline.avro.Fact f) {
    return new Fact(
        f.getFactId(),
        f.getTopicKey(),
        Words.upper(Kind.class, f.getKind()),
        Words.upper(FactStatus.class, f.getStatus()),
        Words.upperOrNull(Outcome.class, f.getOutcome()),
        f.getGist(),
        f.getPositions().stream().map(Outputs::fromAvro).toList(),
        f.getChanges().stream()
            .map(
                t ->
                    new Fact.Turn(
                        t.getDate(), Words.same(ChangeReason.class, t.getReason()), t.getArticle()))
            .toList());
  }

  private static news.slugline.avro.Position toAvro(Position p) {
    return news.slugline.avro.Position.newBuilder()
        .setValue(p.value())
        .setStatus(Words.lower(news.slugline.avro.FactStatus.class, p.status()))
        .setCurrent(p.current())
        .setOrigins(p.origins())
        .setOriginNames(p.originNames())
        .setAttributedTo(p.attributedTo())
        .setDeniedBy(p.deniedBy())
        .setEvidence(p.evidence().stream().map(Outputs::toAvro).toList())
        .setEvidenceFolded(p.evidenceFolded())
        .build();
  }

  private static Position fromAvro(news.slugline.avro.Position p) {
    return new Position(
        p.getValue(),
        Words.upper(FactStatus.class, p.getStatus()),
        p.getCurrent(),
        p.getOrigins(),
        p.getOriginNames(),
        p.getAttributedTo(),
        p.getDeniedBy(),
        p.getEvidence().stream().map(Outputs::fromAvro).toList(),
        p.getEvidenceFolded());
  }

  private static news.slugline.avro.ArticleRef toAvro(StoryState.ArticleRef a) {
    return news.slugline.avro.ArticleRef.newBuilder()
        .setUri(a.uri())
        .setVersion(a.version())
        .setSource(a.source())
        .setOrigin(a.origin())
        .setCopyOf(a.copyOf())
        .setHeadline(a.headline())
        .setEventTime(a.eventTime())
        .setUse(Words.lower(news.slugline.avro.ArticleUse.class, a.use()))
        .build();
  }

  private static StoryState.ArticleRef fromAvro(news.slugline.avro.ArticleRef a) {
    return new StoryState.ArticleRef(
        a.getUri(),
        a.getVersion(),
        a.getSource(),
        a.getOrigin(),
        a.getCopyOf(),
        a.getHeadline(),
        a.getEventTime(),
        Words.upper(ArticleUse.class, a.getUse()));
  }

  private static news.slugline.avro.Counts toAvro(Counts c) {
    return news.slugline.avro.Counts.newBuilder()
        .setArticles(c.articles())
        .setProviders(c.providers())
        .setOrigins(c.origins())
        .setUnknownOrigin(c.unknownOrigin())
        .build();
  }

  private static Counts fromAvro(news.slugline.avro.Counts c) {
    return new Counts(c.getArticles(), c.getProviders(), c.getOrigins(), c.getUnknownOrigin());
  }

  private static @Nullable SaidBy speaker(@Nullable Speaker s) {
    return s == null
        ? null
        : SaidBy.newBuilder()
            .setName(s.name())
            .setType(Words.lower(SpeakerType.class, s.type()))
            .setMention(offsetsOrNull(s.mention()))
            .build();
  }

  private static Offsets offsets(Span s) {
    return Offsets.newBuilder().setStart(s.start()).setEnd(s.end()).build();
  }

  private static @Nullable Offsets offsetsOrNull(@Nullable Span s) {
    return s == null ? null : offsets(s);
  }

  private static @Nullable Span spanOrNull(@Nullable Offsets o) {
    return o == null ? null : new Span(o.getStart(), o.getEnd());
  }
}
