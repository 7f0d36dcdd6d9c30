package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StreamsRunnerTest {
  /**
   * What Kafka Streams does not let anybody set it logs as an error, though the value be its own.
   */
  @Test
  void nothingIsSetThatKafkaStreamsSetsItself() {
    Map<String, Object> config =
        StreamsRunner.config("a", "state", 1, 0, Map.of("bootstrap.servers", "localhost:1"));
    assertThat(config).doesNotContainKeys("allow.auto.create.topics", "enable.auto.commit");
    assertThat(new StreamsConfig(config).getMainConsumerConfigs("g", "c", 0))
        .extractingByKey("allow.auto.create.topics")
        .asString()
        .isEqualTo("false");
  }

  @Test
  void outagesAreWaitedOutHoweverLong() {
    assertThat(StreamsRunner.isOutage(new StreamsException(new TimeoutException("no broker"))))
        .isTrue();
    assertThat(
            StreamsRunner.isOutage(
                new StreamsException(
                    new SerializationException("x", new ConnectException("refused")))))
        .isTrue();
    assertThat(
            StreamsRunner.isOutage(
                new SerializationException("x", new RestClientException("busy", 503, 50003))))
        .isTrue();
  }

  @Test
  void aProcessThatStoodStillWhileItsTasksWereGivenAwayComesBack() {
    assertThat(
            StreamsRunner.isOutage(
                new StreamsException(
                    new KafkaException("in an error state", new CommitFailedException("old")))))
        .isTrue();
    assertThat(StreamsRunner.isOutage(new StreamsException(new ProducerFencedException("other"))))
        .isTrue();
  }

  @Test
  void whatThisProgramOrItsDataDidWrongIsNotAnOutage() {
    assertThat(StreamsRunner.isOutage(new StreamsException(new RecordTooLargeException("x"))))
        .isFalse();
    assertThat(
            StreamsRunner.isOutage(
                new SerializationException("x", new RestClientException("unknown", 404, 40403))))
        .isFalse();
    assertThat(
            StreamsRunner.isOutage(
                new ProcessorStateException("x", new IOException("No space left on device"))))
        .isFalse();
  }

  @Test
  void aClientThatLostItsWayIsReplacedAndAFaultOfTheStateIsNot() {
    IllegalStateException kafkas = new IllegalStateException("Invalid transition");
    kafkas.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.apache.kafka.clients.producer.internals.TransactionManager", "x", "x", 1)
        });
    assertThat(StreamsRunner.isFinal(new StreamsException(kafkas))).isFalse();
    assertThat(StreamsRunner.isFinal(new StreamsException(new IllegalStateException("a row"))))
        .isTrue();
  }
}
