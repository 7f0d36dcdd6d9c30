package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogFormatTest {
  @Test
  void asJsonEveryLineIsAnObjectWithTheStoryAndTheArticleAtHand() throws Exception {
    String line = logged("json");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("level").asText()).isEqualTo("WARN");
    assertThat(json.get("formattedMessage").asText()).isEqualTo("it failed: \"why\"");
    assertThat(json.get("mdc").get("story").asText()).isEqualTo("s1");
    assertThat(json.get("mdc").get("article").asText()).isEqualTo("urn:a");
    assertThat(json.get("throwable").get("message").asText()).isEqualTo("boom");
    assertThat(line.strip()).doesNotContain("\n");
  }

  @Test
  void asTextALineSaysWhatAndWhere() throws Exception {
    assertThat(logged("text")).contains("WARN").contains("it failed: \"why\"");
  }

  private static String logged(String format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    context.putProperty("SLUGLINE_LOG_FORMAT", format);
    try (MDC.MDCCloseable story = MDC.putCloseable("story", "s1");
        MDC.MDCCloseable article = MDC.putCloseable("article", "urn:a")) {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml")));
      context
          .getLogger("news.slugline.test")
          .warn("it failed: {}", "\"why\"", new IllegalStateException("boom"));
    } finally {
      System.setErr(before);
      context.stop();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
