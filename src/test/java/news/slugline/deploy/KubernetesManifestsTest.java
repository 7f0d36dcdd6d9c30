package news.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.slugline.config.Settings;
import org.junit.jupiter.api.Test;

/** The manifests against the API's own model, which refuses unknown and missing fields. */
class KubernetesManifestsTest {
  private static final Path FILE = Path.of("deploy/kubernetes/slugline.yaml");

  private interface Check {
    void accept(JsonElement json) throws IOException;
  }

  private static final Map<String, Check> MODELS =
      Map.of(
          "v1/ConfigMap", V1ConfigMap::validateJsonElement,
          "v1/Secret", V1Secret::validateJsonElement,
          "v1/Service", V1Service::validateJsonElement,
          "batch/v1/Job", V1Job::validateJsonElement,
          "apps/v1/StatefulSet", V1StatefulSet::validateJsonElement,
          "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

  @Test
  void everyObjectIsOneThatTheApiKnows() throws Exception {
    Map<String, JsonNode> objects = objects();
    assertThat(objects.keySet()).containsExactlyInAnyOrderElementsOf(MODELS.keySet());
    for (Map.Entry<String, JsonNode> each : objects.entrySet()) {
      of(MODELS, each.getKey()).accept(JsonParser.parseString(each.getValue().toString()));
    }
  }

  @Test
  void aMisspeltFieldWouldBeFound() throws Exception {
    String json =
        of(objects(), "apps/v1/StatefulSet").toString().replace("readinessProbe", "readynessProbe");
    assertThatThrownBy(() -> V1StatefulSet.validateJsonElement(JsonParser.parseString(json)))
        .hasMessageContaining("readynessProbe");
  }

  @Test
  void theSettingsInItAreSettingsAndTheProbesAskTheEndpoints() throws Exception {
    Map<String, JsonNode> objects = objects();
    Map<String, String> variables = new LinkedHashMap<>();
    of(objects, "v1/ConfigMap")
        .get("data")
        .fields()
        .forEachRemaining(e -> variables.put(e.getKey(), e.getValue().asText()));
    assertThat(Settings.builder().environment(variables).build().health()).isPresent();
    V1StatefulSet set =
        new JSON()
            .getGson()
            .fromJson(of(objects, "apps/v1/StatefulSet").toString(), V1StatefulSet.class);
    List<V1Container> containers = set.getSpec().getTemplate().getSpec().getContainers();
    assertThat(containers)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
              assertThat(c.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/live");
              assertThat(c.getStartupProbe().getHttpGet().getPath()).isEqualTo("/health/started");
              assertThat(c.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
            });
  }

  private static Map<String, JsonNode> objects() throws IOException {
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    YAMLMapper yaml = new YAMLMapper();
    try (var parser = yaml.getFactory().createParser(FILE.toFile())) {
      yaml.readValues(parser, JsonNode.class)
          .forEachRemaining(
              o -> objects.put(o.get("apiVersion").asText() + "/" + o.get("kind").asText(), o));
    }
    return objects;
  }

  private static <V> V of(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }
}
