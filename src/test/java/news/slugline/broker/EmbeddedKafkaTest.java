package news.slugline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import news.slugline.broker.BrokerException.Reason;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  @TempDir Path temp;

  @Test
  void committedTransactionsSurviveARestartOnTheSameFolder() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, 0)) {
      createTopic(kafka, "wire", Map.of("max.message.bytes", "4194304"));
      inTransaction(kafka, "first", "x".repeat(3 << 20));
      kafka.close();
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, 0)) {
      inTransaction(kafka, "second");
      assertThat(read(kafka, 3)).extracting(String::length).containsExactly(5, 3 << 20, 6);
    }
  }

  @Test
  void aKilledBrokerGoesOnWhereItWas() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledBroker.class.getName(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    try (var lines = other.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("written");
      assertThatThrownBy(() -> EmbeddedKafka.start(temp, 0))
          .isInstanceOfSatisfying(
              BrokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_LOCKED))
          .hasMessageContaining("in use");
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, 0)) {
      inTransaction(kafka, "after");
      assertThat(read(kafka, 2)).containsExactly("before", "after");
    }
  }

  @Test
  void topicsAreNotCreatedByUse() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("none")).allTopicNames().get())
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      assertThat(kafka.dataDir()).exists();
      kafka.close();
      assertThat(kafka.dataDir()).doesNotExist();
    }
  }

  @Test
  void aFolderThatAKilledProcessLeftIsTidiedUp() throws Exception {
    Path left = Files.createTempDirectory("slugline-data-0-");
    Path lock = Files.createFile(left.resolve("slugline.lock"));
    Files.createFile(left.resolve("file"));
    try (DataFolder young = DataFolder.temporary()) {
      assertThat(left).exists();
      assertThat(young.path()).exists();
    }
    Files.setLastModifiedTime(lock, FileTime.fromMillis(0));
    try (DataFolder mine = DataFolder.temporary();
        DataFolder another = DataFolder.temporary()) {
      assertThat(left).doesNotExist();
      assertThat(List.of(mine.path(), another.path())).allMatch(Files::exists);
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedKafka.start(temp, taken.getLocalPort()))
          .isInstanceOfSatisfying(
              BrokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN))
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
    // the failed start must have let go of the folder
    DataFolder.open(temp).close();
  }

  @Test
  void aFileIsNoDataFolder() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "text");
    assertThatThrownBy(() -> EmbeddedKafka.start(file, 0))
        .isInstanceOfSatisfying(
            BrokerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_UNUSABLE))
        .hasMessageContaining("not a folder");
  }

  static void createTopic(EmbeddedKafka kafka, String name, Map<String, String> config)
      throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(config))).all().get();
    }
  }

  static void inTransaction(EmbeddedKafka kafka, String... values) {
    Properties p = new Properties();
    p.put("bootstrap.servers", kafka.bootstrapServers());
    p.put("transactional.id", "test");
    p.put("max.request.size", "4194304");
    try (var producer = new KafkaProducer<>(p, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        producer.send(new ProducerRecord<>("wire", "key", value));
      }
      producer.commitTransaction();
    }
  }

  private static List<String> read(EmbeddedKafka kafka, int count) {
    Properties p = new Properties();
    p.put("bootstrap.servers", kafka.bootstrapServers());
    p.put("group.id", "reader");
    p.put("auto.offset.reset", "earliest");
    p.put("isolation.level", "read_committed");
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(p, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("wire"));
      while (values.size() < count) {
        consumer.poll(Duration.ofSeconds(1)).forEach(r -> values.add(r.value()));
      }
    }
    return values;
  }
}
