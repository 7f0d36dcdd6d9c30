package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
}
