package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.runtime.Acls;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.Results;
import news.slugline.testing.SecuredKafka;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every client of Slugline on a broker and a registry that ask who one is and what one may. */
class SecurityIT {
  private static final String PASSWORD = "pass-secret-0815";
  private static final String REGISTRY_PASSWORD = "registry-secret-2342";
  private static final Topics TOPICS = new Topics("", 1, 1);
  private static final String APPLICATION = "slugline";

  @TempDir static Path folder;
  private static SecuredKafka kafka;
  private static EmbeddedRegistry schemas;
  private static HttpsServer registry;

  private record Said(int status, String text) {}

  @BeforeAll
  static void start() throws Exception {
    kafka = new SecuredKafka(folder);
    for (Acls.Role role : Acls.Role.values()) {
      kafka.addUser("slugline-" + role.word(), PASSWORD);
      grant(Acls.of(role, TOPICS, APPLICATION), "User:slugline-" + role.word());
      grant(Acls.of(role, TOPICS, APPLICATION), "User:token-" + role.word());
      grant(Acls.of(role, TOPICS, APPLICATION), kafka.certificateAccount());
    }
    schemas = EmbeddedRegistry.inMemory(0);
    registry = guarded(schemas.url());
    assertThat(slugline(password(Acls.Role.ADMIN), "topics").status()).isZero();
  }

  @AfterAll
  static void stop() {
    registry.stop(0);
    schemas.close();
    kafka.close();
  }

  @Test
  void withThePrintedRightsAndPasswordsEverythingWorksAndNoSecretIsPrinted() throws Exception {
    Said doctor = slugline(password(Acls.Role.PROCESSOR), "doctor", "--debug");
    assertThat(doctor.status()).as(doctor.text()).isZero();
    String log = processTheSeeds();
    Said settings = slugline(password(Acls.Role.PROCESSOR), "settings");
    for (String secret : List.of(PASSWORD, REGISTRY_PASSWORD, SecuredKafka.STORE_PASSWORD)) {
      assertThat(log).doesNotContain(secret);
      assertThat(doctor.text()).doesNotContain(secret);
      assertThat(settings.text()).doesNotContain(secret);
    }
    assertThat(log).as("the log is on").contains("INFO");
  }

  @Test
  void articlesAreTakenInWithTheRightsOfTheIngesterAloneAndNotWithoutOneOfThem() throws Exception {
    Path account = password(Acls.Role.INGESTER);
    Path in = Files.createDirectories(folder.resolve("in"));
    Path file = in.resolve("storm.json");
    Files.writeString(
        file,
        "{\"uri\": \"urn:harbour:1\", \"version\": \"1\", \"headline\": \"Storm\","
            + " \"body_text\": \"A storm struck Port Alma.\"}");
    Said taken = slugline(account, "ingest", "--once", "--folder", in.toString());
    assertThat(taken.status()).as(taken.text()).isZero();
    assertThat(file).doesNotExist();
    for (Acls.Grant g : Acls.of(Acls.Role.INGESTER, TOPICS, APPLICATION)) {
      revoke(g, "User:slugline-ingester");
      try {
        Said said = slugline(account, "ingest", "--once", "--folder", in.toString());
        assertThat(said.status()).as("%s: %s", g, said.text()).isNotZero();
        assertThat(said.text()).as("%s", g).contains(g.name());
      } finally {
        grant(List.of(g), "User:slugline-ingester");
      }
    }
  }

  @Test
  void certificatesAndTokensAreUsed() throws Exception {
    Said certificate = slugline(properties(kafka.withCertificate()), "doctor");
    assertThat(certificate.status()).as(certificate.text()).isZero();
    Said token = slugline(properties(kafka.withToken("token-processor")), "doctor");
    assertThat(token.status()).as(token.text()).isZero();
    Said nobody = slugline(properties(kafka.withToken("nobody")), "doctor");
    assertThat(nobody.status()).isEqualTo(ExitCode.UNREACHABLE.status());
  }

  @Test
  void aWrongPasswordIsSaidInOneLineWithoutIt() throws Exception {
    Said said =
        slugline(properties(kafka.withPassword("slugline-processor", "wrong-secret-1")), "run");
    assertThat(said.status()).isEqualTo(ExitCode.UNREACHABLE.status());
    assertThat(said.text()).contains("refuses us").contains("sasl").doesNotContain("wrong-secret");
  }

  @Test
  void withoutAnyOneRightTheStartSaysWhichIsMissing() throws Exception {
    Path account = password(Acls.Role.PROCESSOR);
    for (Acls.Grant g : Acls.of(Acls.Role.PROCESSOR, TOPICS, APPLICATION)) {
      revoke(g, "User:slugline-processor");
      try {
        // of changelogs that are not there yet only the attempt to create them can tell
        boolean later =
            g.prefixed() && g.type() == ResourceType.TOPIC && g.operation() != AclOperation.CREATE;
        if (!later) {
          Said said = slugline(account, "run");
          assertThat(said.status()).as("%s: %s", g, said.text()).isNotZero();
          assertThat(said.text()).as("%s", g).contains(g.name());
          assertThat(said.text()).as("%s", g).containsAnyOf("right to", "uthoriz");
        }
      } finally {
        grant(List.of(g), "User:slugline-processor");
      }
    }
  }

  /** Account by account: published, processed in a process of its own, read. */
  private static String processTheSeeds() throws Exception {
    Path log = folder.resolve("run.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            "news.slugline.cli.Main",
            "run",
            "--debug",
            "--config",
            password(Acls.Role.PROCESSOR).toString(),
            "--set",
            "mode=REPLAY",
            "--set",
            "partitions=1",
            "--set",
            "state-dir=" + folder.resolve("state")));
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      TopicSerdes serdes =
          new TopicSerdes(
              Map.of("schema.registry.url", schemas.url()),
              new CachedSchemaRegistryClient(schemas.url(), 100));
      Map<String, Object> ingester =
          new HashMap<>(kafka.withPassword("slugline-ingester", PASSWORD));
      try (Publisher publisher = new Publisher(TOPICS, serdes, ingester)) {
        for (ReplayInput.Item item : ReplayInput.read(List.of(Path.of("seeds"))).items()) {
          publisher.article(java.util.Objects.requireNonNull(item.article()), item.path());
        }
        publisher.endOfReplay("end");
        publisher.flush();
      }
      assertThat(
              new Drain(TOPICS, serdes, kafka.admin(), APPLICATION)
                  .await("end", java.time.Duration.ofMinutes(2), () -> null, placed -> {}))
          .as(Files.readString(log))
          .isTrue();
      Map<String, Object> reader = new HashMap<>(kafka.withPassword("slugline-reader", PASSWORD));
      assertThat(Results.read(TOPICS, serdes, reader).updates()).isNotEmpty();
    } finally {
      run.destroy();
      if (!run.waitFor(40, TimeUnit.SECONDS)) {
        run.destroyForcibly();
      }
    }
    return Files.readString(log);
  }

  private static Path password(Acls.Role role) throws Exception {
    return properties(kafka.withPassword("slugline-" + role.word(), PASSWORD));
  }

  /** A file for --config: the client's settings as they are, the registry's marked. */
  private static Path properties(Map<String, String> client) throws Exception {
    Path file = Files.createTempFile(folder, "client", ".properties");
    StringBuilder text = new StringBuilder();
    client.forEach(
        (k, v) -> text.append(k).append('=').append(v.replace("\\", "\\\\")).append('\n'));
    text.append("registry=https://127.0.0.1:").append(registry.getAddress().getPort()).append('\n');
    text.append("registry.basic.auth.credentials.source=USER_INFO\n");
    text.append("registry.basic.auth.user.info=slugline:").append(REGISTRY_PASSWORD).append('\n');
    text.append("registry.schema.registry.ssl.truststore.location=").append(kafka.trustStore());
    text.append("\nregistry.schema.registry.ssl.truststore.password=");
    text.append(SecuredKafka.STORE_PASSWORD).append('\n');
    text.append("registry.schema.registry.ssl.truststore.type=PKCS12\n");
    text.append("partitions=1\nreplication=1\n");
    Files.writeString(file, text);
    return file;
  }

  private static void grant(List<Acls.Grant> grants, String account) throws Exception {
    try (Admin admin = Admin.create(kafka.admin())) {
      admin
          .createAcls(grants.stream().map(g -> g.binding(account)).toList())
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static void revoke(Acls.Grant g, String account) throws Exception {
    try (Admin admin = Admin.create(kafka.admin())) {
      AclBindingFilter filter = g.binding(account).toFilter();
      admin.deleteAcls(List.of(filter)).all().get(30, TimeUnit.SECONDS);
    }
  }

  private static Said slugline(Path config, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--config", config.toString()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(all, Map.of(), out, out, false, false);
    int status = new Main(terminal, Commands.all()).run(all.toArray(String[]::new));
    out.flush();
    return new Said(status, bytes.toString(StandardCharsets.UTF_8));
  }

  /** TLS and a password in front of a registry that has neither. */
  private static HttpsServer guarded(String target) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(kafka.keyStore())) {
      keys.load(in, SecuredKafka.STORE_PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SecuredKafka.STORE_PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newCachedThreadPool());
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("slugline:" + REGISTRY_PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpClient client = HttpClient.newHttpClient();
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
              exchange.sendResponseHeaders(401, -1);
              return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest request =
                HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(
                        exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> answer =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange
                .getResponseHeaders()
                .set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }
}
