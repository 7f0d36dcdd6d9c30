package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

class MarkupTest {
  private static final String BODY =
      "Five <b>boats</b> & a ship sank off Crete on Tuesday.\u001b[2J\n";

  private static List<Claim> claims() {
    return ClaimExtractor.standard()
        .extract(
            WireArticle.builder("u", "1", "p").body(BODY).build(),
            Instant.parse("2024-05-08T12:00:00Z"))
        .claims();
  }

  @Test
  void htmlKeepsTheTextAndEscapesIt() {
    String html = Markup.html(BODY, claims());
    assertThat(html).contains("<mark").doesNotContain("<b>").contains("&amp;");
    assertThat(html.replaceAll("</?mark[^>]*>|<br>", "")).contains("&lt;b&gt;boats&lt;/b&gt;");
  }

  @Test
  void theTerminalIsNotSteeredByTheCopy() {
    assertThat(Markup.ansi(BODY, claims())).doesNotContain("\u001b[2J");
  }
}
