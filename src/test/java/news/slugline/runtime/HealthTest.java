package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HealthTest {
  private static final Optional<Health.Cause> DOWN =
      Optional.of(new Health.Cause("the broker at b:9092 does not answer", "start it"));

  private final Health health = new Health();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Health.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Level level = logger.getLevel();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
    logger.setLevel(level);
  }

  @Test
  void anOutageIsLoggedWhenItBeginsAndWhenItEnds() {
    health.report("broker", Optional.empty());
    for (int i = 0; i < 3; i++) {
      health.report("broker", DOWN);
    }
    assertThat(health.ready().causes()).contains(DOWN.get());
    health.report("broker", Optional.empty());
    health.report("broker", Optional.empty());
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "the broker at b:9092 does not answer: start it", "The broker answers again");
    assertThat(health.ready().causes()).doesNotContain(DOWN.get());
  }
}
