package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;

class PreflightTest {
  @Test
  void brokersOfKafka4AreNewEnoughAndOlderOnesAreNot() {
    assertThat(Preflight.OLDEST).isEqualTo(MetadataVersion.IBP_4_0_IV3.featureLevel());
    assertThat(Preflight.version(MetadataVersion.LATEST_PRODUCTION.featureLevel()).fault())
        .isEqualTo(Preflight.Fault.NONE);
    Preflight.Finding old = Preflight.version(MetadataVersion.IBP_3_9_IV0.featureLevel());
    assertThat(old.fault()).isEqualTo(Preflight.Fault.UNFIT);
    assertThat(old.what()).contains("too old");
    assertThat(old.remedy()).contains("upgrade");
    assertThat(Preflight.version(0).fault()).isEqualTo(Preflight.Fault.UNFIT);
  }

  @Test
  void aRegistryThatTakesACallAndDoesNotAnswerIsNotWaitedForLongerThanABroker() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      String at = "http://127.0.0.1:" + silent.getLocalPort();
      List<Preflight.Finding> findings =
          new Preflight(
                  admin,
                  new CachedSchemaRegistryClient(at, 10),
                  Acls.Role.PROCESSOR,
                  () -> new Preflight.Live(new Topics("", 1, 1), "slugline"))
              .look(kafka.bootstrapServers(), at);
      assertThat(findings)
          .extracting(Preflight.Finding::fault)
          .containsExactly(Preflight.Fault.NONE, Preflight.Fault.UNREACHABLE);
      assertThat(findings.get(1).what())
          .isEqualTo(at + " does not answer: nothing came within 10 s");
    }
  }
}
