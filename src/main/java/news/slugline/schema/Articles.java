package news.slugline.schema;

import java.util.List;
import news.slugline.avro.Article;
import news.slugline.wire.Link;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;

/** Articles between the domain and Avro. */
public final class Articles {
  private Articles() {}

  public static Article toAvro(WireArticle a) {
    return Article.newBuilder()
        .setUri(a.uri())
        .setVersion(a.version())
        .setProvider(a.provider())
        .setHeadline(a.headline())
        .setSlugline(a.slugline())
        .setByline(a.byline())
        .setDateline(a.dateline())
        .setCredit(a.credit())
        .setCopyrightHolder(a.copyrightHolder())
        .setSources(a.sources())
        .setLanguage(a.language())
        .setUrgency(a.urgency())
        .setPubStatus(Words.lower(news.slugline.avro.PubStatus.class, a.pubStatus()))
        .setSignal(Words.lower(news.slugline.avro.Signal.class, a.signal()))
        .setEmbargoed(Words.millisOrNull(a.embargoed()))
        .setFirstCreated(Words.millisOrNull(a.firstCreated()))
        .setVersionCreated(Words.millisOrNull(a.versionCreated()))
        .setKeywords(a.keywords())
        .setSubjects(a.subjects())
        .setPlaces(a.places())
        .setLinks(links(a.links()))
        .setNote(a.note())
        .setBody(a.body())
        .build();
  }

  public static WireArticle fromAvro(Article a) {
    return WireArticle.builder(a.getUri(), a.getVersion(), a.getProvider())
        .headline(a.getHeadline())
        .slugline(a.getSlugline())
        .byline(a.getByline())
        .dateline(a.getDateline())
        .credit(a.getCredit())
        .copyrightHolder(a.getCopyrightHolder())
        .sources(a.getSources())
        .language(a.getLanguage())
        .urgency(a.getUrgency())
        .pubStatus(Words.upper(PubStatus.class, a.getPubStatus()))
        .signal(Words.upper(Signal.class, a.getSignal()))
        .embargoed(a.getEmbargoed())
        .firstCreated(a.getFirstCreated())
        .versionCreated(a.getVersionCreated())
        .keywords(a.getKeywords())
        .subjects(a.getSubjects())
        .places(a.getPlaces())
        .links(
            a.getLinks().stream()
                .map(l -> new Link(Words.upper(Link.Rel.class, l.getRel()), l.getUri()))
                .toList())
        .note(a.getNote())
        .body(a.getBody())
        .build();
  }

  private static List<news.slugline.avro.Link> links(List<Link> links) {
    return links.stream()
        .map(
            l ->
                news.slugline.avro.Link.newBuilder()
                    .setRel(Words.lower(news.slugline.avro.LinkRel.class, l.rel()))
                    .setUri(l.uri())
                    .build())
        .toList();
  }
}
