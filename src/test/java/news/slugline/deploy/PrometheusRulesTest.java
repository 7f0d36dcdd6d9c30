package news.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus' own tool accepts what it is given; without the tool the test is skipped. */
class PrometheusRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules deploy/prometheus/slugline.rules.yml",
        "config deploy/prometheus/prometheus.yml"
      })
  void promtoolAcceptsThem(String what) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("promtool", "check"));
    command.addAll(List.of(what.split(" ")));
    Process promtool;
    try {
      promtool = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      if (System.getenv("CI") != null) {
        throw new AssertionError("promtool is not installed, and this is CI", e);
      }
      Assumptions.abort("promtool is not installed (Debian: prometheus)");
      return;
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as(said).isZero();
  }
}
