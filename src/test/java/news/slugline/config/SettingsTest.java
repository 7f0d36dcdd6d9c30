package news.slugline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path temp;

  @Test
  void everySettingHasItsDefault() {
    Settings s = Settings.defaults();
    assertThat(s.prefix()).isEmpty();
    assertThat(s.applicationId()).isEqualTo("slugline");
    assertThat(s.bootstrapServers()).isEmpty();
    assertThat(s.registryUrl()).isEmpty();
    assertThat(s.partitions()).isEqualTo(6);
    assertThat(s.replication()).isEqualTo((short) -1);
    assertThat(s.threads()).isEqualTo(2);
    assertThat(s.dataDir()).isEqualTo(Path.of("data"));
    assertThat(s.stateDir()).isEqualTo(Path.of("data", "state"));
    assertThat(s.mode()).isEqualTo(Mode.LIVE);
    assertThat(s.tickInterval()).isEqualTo(Duration.ofSeconds(15));
    assertThat(s.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(s.brokerPort()).isZero();
    assertThat(s.registryPort()).isZero();
    assertThat(s.kafka()).isEmpty();
    assertThat(s.registry()).isEmpty();
  }

  @Test
  void everySettingCanBeSetInAFile() throws Exception {
    Settings s =
        file(
            "prefix = desk.",
            "application-id=slug2",
            "bootstrap-servers = a:9092, b:9093",
            "registry=https://r:8081",
            "partitions=12",
            "replication=3",
            "threads=4",
            "data-dir=d",
            "state-dir=s",
            "mode=replay",
            "tick-interval=1m",
            "retention=72h",
            "broker-port=9092",
            "registry-port=8081");
    assertThat(s.prefix()).isEqualTo("desk.");
    assertThat(s.applicationId()).isEqualTo("slug2");
    assertThat(s.bootstrapServers()).contains("a:9092,b:9093");
    assertThat(s.registryUrl()).contains("https://r:8081");
    assertThat(s.partitions()).isEqualTo(12);
    assertThat(s.replication()).isEqualTo((short) 3);
    assertThat(s.threads()).isEqualTo(4);
    assertThat(s.dataDir()).isEqualTo(Path.of("d"));
    assertThat(s.stateDir()).isEqualTo(Path.of("s"));
    assertThat(s.mode()).isEqualTo(Mode.REPLAY);
    assertThat(s.tickInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(s.retention()).isEqualTo(Duration.ofHours(72));
    assertThat(s.brokerPort()).isEqualTo(9092);
    assertThat(s.registryPort()).isEqualTo(8081);
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws Exception {
    Path file = write("threads=3", "partitions=3", "prefix=file");
    Map<String, String> environment =
        Map.of("SLUGLINE_THREADS", "5", "SLUGLINE_PARTITIONS", "5", "HOME", "x");
    Settings s =
        Settings.builder().flag("threads", "7").environment(environment).file(file).build();
    assertThat(List.of(s.threads(), s.partitions(), s.prefix())).containsExactly(7, 5, "file");
    assertThat(s.effective())
        .contains(
            new Settings.Entry("threads", "7", "--threads"),
            new Settings.Entry("partitions", "5", "SLUGLINE_PARTITIONS"),
            new Settings.Entry("prefix", "file", file + ":3"),
            new Settings.Entry("mode", "LIVE", "default"));
  }

  @Test
  void kafkasOwnSettingsGoToEveryClient() throws Exception {
    Settings s =
        file(
            "bootstrap.servers=k:9092",
            "security.protocol=SASL_SSL",
            "kafka.producer.linger.ms=5",
            "kafka.num.standby.replicas=1",
            "schema.registry.url=http://r:8081",
            "registry.basic.auth.credentials.source=USER_INFO",
            "state.dir=there");
    assertThat(s.kafka())
        .containsOnly(
            Map.entry("bootstrap.servers", "k:9092"),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("producer.linger.ms", "5"),
            Map.entry("num.standby.replicas", "1"));
    assertThat(s.registry())
        .containsOnly(
            Map.entry("schema.registry.url", "http://r:8081"),
            Map.entry("basic.auth.credentials.source", "USER_INFO"));
    assertThat(s.stateDir()).isEqualTo(Path.of("there"));
  }

  @Test
  void theEnvironmentReachesKafkaAndTheRegistryToo() throws Exception {
    Settings s =
        Settings.builder()
            .environment(
                Map.of(
                    "SLUGLINE_KAFKA_SSL_PROTOCOL", "TLSv1.3",
                    "SLUGLINE_REGISTRY_BASIC_AUTH_USER_INFO", "u:p",
                    "SLUGLINE_REGISTRY", "http://r:8081",
                    "SLUGLINE_BUILD", "never",
                    "SLUGLINE_JAVA_OPTS", "-Xmx1g"))
            .build();
    assertThat(s.kafka()).containsOnly(Map.entry("ssl.protocol", "TLSv1.3"));
    assertThat(s.registry()).containsEntry("basic.auth.user.info", "u:p");
    assertThat(s.registryUrl()).contains("http://r:8081");
  }

  @Test
  void anUnknownKeyIsRefusedWithWhatWasProbablyMeant() throws Exception {
    Path file = write("# comment", "", "tick-intervall = 5s");
    SettingsException e = refused(Settings.builder().file(file));
    assertThat(e).hasMessage("unknown setting tick-intervall");
    assertThat(e.where()).isEqualTo(file + ":3");
    assertThat(e.remedy()).isEqualTo("did you mean tick-interval?");
    assertThat(refused(Settings.builder().file(write("secruity.protocol=SSL"))).remedy())
        .isEqualTo("did you mean security.protocol?");
    assertThat(refused(Settings.builder().environment(Map.of("SLUGLINE_THREDS", "5"))).remedy())
        .isEqualTo("did you mean SLUGLINE_THREADS?");
    assertThat(refused(Settings.builder().file(write("colour=red"))).remedy()).contains("kafka.");
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, a b",
    "prefix, ü",
    "application-id, ''",
    "bootstrap-servers, host",
    "bootstrap-servers, 'a:1,,b:2'",
    "registry, localhost:8081",
    "partitions, 0",
    "partitions, 1001",
    "partitions, six",
    "replication, 0",
    "threads, 65",
    "mode, FAST",
    "tick-interval, 0s",
    "tick-interval, 2h",
    "tick-interval, 15",
    "retention, 5m",
    "retention, 999999999d",
    "broker-port, 65536",
    "registry-port, -1",
    "data-dir, 'a\0b'",
  })
  void aValueThatDoesNotFitIsRefused(String name, String value) {
    SettingsException e = refused(Settings.builder().flag(name, value));
    assertThat(e).hasMessageContaining(name);
    assertThat(e.where()).isEqualTo("--" + name);
    assertThat(e.remedy()).startsWith("give ");
  }

  @Test
  void secretsAreNeverShown() throws Exception {
    Settings s =
        file(
            "ssl.keystore.password=hidden1",
            "sasl.jaas.config=x password=\"hidden2\";",
            "kafka.sasl.oauthbearer.client.credentials.client.secret=hidden3",
            "registry.basic.auth.user.info=hidden4:hidden5",
            "registry.bearer.auth.token=hidden6",
            "kafka.ssl.keystore.key=hidden7",
            "registry=https://me:hidden8@r:8081,http://me:hidden9@s:8081");
    assertThat(s.toString()).doesNotContain("hidden").contains("r:8081").contains("********");
    assertThat(s.effective().toString()).doesNotContain("hidden");
    assertThat(s.kafka()).containsEntry("ssl.keystore.password", "hidden1");
  }

  @Test
  void aMissingOrBrokenFileIsNamed() throws Exception {
    SettingsException none =
        catchThrowableOfType(
            SettingsException.class, () -> Settings.builder().file(temp.resolve("none")));
    assertThat(none).hasMessage("no such file");
    assertThatThrownBy(() -> Settings.builder().file(write("a=\\u00zz")))
        .hasMessageStartingWith("not a properties file");
    assertThatThrownBy(() -> Settings.builder().file(temp)).hasMessageStartingWith("unreadable");
  }

  @Test
  void addressesOfAStartedBrokerReplaceTheEmptyOnes() {
    Settings s = Settings.defaults().with(Setting.PARTITIONS, "3").at("h:1", "http://h:2");
    assertThat(s.partitions()).isEqualTo(3);
    assertThat(s.kafka()).containsEntry("bootstrap.servers", "h:1");
    assertThat(s.registry()).containsEntry("schema.registry.url", "http://h:2");
  }

  @Test
  void theListOfKafkasSettingsIsKafkas() {
    Set<String> names = new TreeSet<>(ProducerConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    names.addAll(StreamsConfig.configDef().names());
    assertThat(KafkaKeys.ALL).isEqualTo(names);
  }

  private Settings file(String... lines) throws Exception {
    return Settings.builder().file(write(lines)).build();
  }

  private Path write(String... lines) throws Exception {
    return Files.write(temp.resolve("slugline.properties"), List.of(lines));
  }

  private static SettingsException refused(Settings.Builder builder) {
    SettingsException e = catchThrowableOfType(SettingsException.class, builder::build);
    assertThat(e).isNotNull();
    return e;
  }
}
