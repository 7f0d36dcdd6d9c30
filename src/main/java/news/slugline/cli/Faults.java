package news.slugline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.function.Supplier;
import news.slugline.broker.BrokerException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a command threw into one line and an exit code. Loaded only then. */
final class Faults {
  private static final String DEBUG = "run it again with --debug for the whole error";

  private Faults() {}

  /**
   * @param asked which Kafka was asked; looked up only if it is at fault
   */
  static CliException explain(Throwable error, Supplier<String> asked) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      CliException known = known(e, asked);
      if (known != null) {
        return known;
      }
    }
    String text = error.getMessage() == null ? "" : error.getMessage();
    return new CliException(ExitCode.FAILED, error.getClass().getSimpleName(), text, DEBUG, error);
  }

  private static @Nullable CliException known(Throwable e, Supplier<String> asked) {
    if (e instanceof CliException known) {
      return known;
    }
    if (e instanceof BrokerException broker) {
      return fault(ExitCode.ENVIRONMENT, text(broker), "", broker.remedy(), broker);
    }
    if (e instanceof RestClientException rest) {
      return registry(rest);
    }
    CliException file = e instanceof IOException io ? file(io) : null;
    return file != null ? file : kafka(e, asked);
  }

  private static @Nullable CliException file(IOException e) {
    if (text(e).toLowerCase(Locale.ROOT).contains("no space left")) {
      return fault(ExitCode.ENVIRONMENT, "disk full", text(e), "free some space", e);
    }
    if (e instanceof JsonProcessingException json) {
      long line = json.getLocation() == null ? 0 : json.getLocation().getLineNr();
      return fault(
          ExitCode.BAD_INPUT,
          "bad JSON (" + json.getOriginalMessage() + ")",
          line > 0 ? "line " + line : "",
          "correct that line",
          e);
    }
    if (e instanceof FileSystemException fs) {
      String file = String.valueOf(fs.getFile());
      String remedy =
          e instanceof AccessDeniedException ? "check who may use it" : "check the path";
      return fault(ExitCode.BAD_INPUT, reason(e), file, remedy, e);
    }
    if (e instanceof ConnectException || e instanceof UnknownHostException) {
      return fault(
          ExitCode.UNREACHABLE,
          "no answer (" + text(e) + ")",
          "",
          "check --registry and --bootstrap-servers, or leave both out for the embedded ones",
          e);
    }
    return null;
  }

  /** Why a file cannot be read, in a few words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException fs) {
      return fs.getReason() == null ? e.getClass().getSimpleName() : fs.getReason();
    }
    return text(e);
  }

  private static CliException registry(RestClientException e) {
    if (e.getStatus() == 409) {
      return fault(
          ExitCode.INCOMPATIBLE,
          "incompatible schema (" + text(e) + ")",
          "schema registry",
          "use another --prefix, or bring the registry to this version's schemas",
          e);
    }
    if (e.getStatus() == 401 || e.getStatus() == 403) {
      return fault(
          ExitCode.UNREACHABLE,
          "the schema registry refuses us (" + text(e) + ")",
          "",
          "set registry.basic.auth.* in the file of --config",
          e);
    }
    return fault(
        ExitCode.UNREACHABLE,
        "the schema registry failed (" + text(e) + ")",
        "",
        "check --registry; for Apicurio it ends in /apis/ccompat/v7",
        e);
  }

  private static @Nullable CliException kafka(Throwable e, Supplier<String> asked) {
    if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
      return fault(
          ExitCode.UNREACHABLE,
          "the broker refuses us (" + text(e) + ")",
          asked.get(),
          "check security.protocol and sasl.* in the file of --config",
          e);
    }
    if (e instanceof TimeoutException || e instanceof DisconnectException) {
      return fault(
          ExitCode.UNREACHABLE,
          "the broker does not answer (" + text(e) + ")",
          asked.get(),
          "check that it runs and that --bootstrap-servers names it",
          e);
    }
    if (e instanceof ConfigException) {
      boolean address = text(e).contains("bootstrap");
      return fault(
          address ? ExitCode.UNREACHABLE : ExitCode.USAGE,
          text(e),
          address ? asked.get() : "",
          address ? "check --bootstrap-servers" : "correct that setting of Kafka's",
          e);
    }
    return null;
  }

  private static CliException fault(
      ExitCode code, String what, String where, String remedy, Throwable cause) {
    return new CliException(code, what, where, remedy, cause);
  }

  private static String text(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
