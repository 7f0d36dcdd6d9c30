package news.slugline.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that asks who one is and what one may: one door for certificates of clients, one for
 * passwords (SCRAM) and tokens (OAUTHBEARER), both with TLS. Its third door, for the test itself,
 * is open.
 */
public final class SecuredKafka implements AutoCloseable {
  public static final String STORE_PASSWORD = "store-secret-4711";

  private final Path folder;
  private final KafkaRaftServer server;
  private final int open = Ports.free();
  private final int certificates = Ports.free();
  private final int passwords = Ports.free();

  public SecuredKafka(Path folder) throws Exception {
    this(folder, MetadataVersion.LATEST_PRODUCTION);
  }

  /** A broker that still works as an older release did. */
  public SecuredKafka(Path folder, MetadataVersion release) throws Exception {
    this.folder = folder;
    makeStores();
    Path logs = folder.resolve("kafka");
    Files.createDirectories(logs);
    try (PrintStream discard =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(discard)
          .setNodeId(1)
          .setClusterId("securesecuresecuresecQ")
          .setReleaseVersion(release)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs.toString())
          .addDirectory(logs.toString())
          .setIgnoreFormatted(true)
          .run();
    }
    server = new KafkaRaftServer(new KafkaConfig(settings(logs), false), Time.SYSTEM);
    server.startup();
  }

  /** The test's own door. */
  public Map<String, Object> admin() {
    return new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:" + open));
  }

  public void addUser(String name, String password) throws Exception {
    try (Admin admin = Admin.create(admin())) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  /** Client settings with a password. */
  public Map<String, String> withPassword(String user, String password) {
    Map<String, String> c = tls("SASL_SSL", passwords);
    c.put("sasl.mechanism", "SCRAM-SHA-512");
    c.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
            + user
            + "\" password=\""
            + password
            + "\";");
    return c;
  }

  /** Client settings with a token. */
  public Map<String, String> withToken(String subject) {
    Map<String, String> c = tls("SASL_SSL", passwords);
    c.put("sasl.mechanism", "OAUTHBEARER");
    c.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
            + " unsecuredLoginStringClaim_sub=\""
            + subject
            + "\";");
    return c;
  }

  /** Client settings with a certificate. */
  public Map<String, String> withCertificate() {
    Map<String, String> c = tls("SSL", certificates);
    c.put("ssl.keystore.location", folder.resolve("client.p12").toString());
    c.put("ssl.keystore.password", STORE_PASSWORD);
    c.put("ssl.keystore.type", "PKCS12");
    return c;
  }

  /** The account of {@link #withCertificate}. */
  public String certificateAccount() {
    return "User:CN=slugline-client";
  }

  public Path keyStore() {
    return folder.resolve("broker.p12");
  }

  public Path trustStore() {
    return folder.resolve("trust.p12");
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private Map<String, String> tls(String protocol, int port) {
    Map<String, String> c = new HashMap<>();
    c.put("bootstrap.servers", "127.0.0.1:" + port);
    c.put("security.protocol", protocol);
    c.put("ssl.truststore.location", trustStore().toString());
    c.put("ssl.truststore.password", STORE_PASSWORD);
    c.put("ssl.truststore.type", "PKCS12");
    return c;
  }

  private Map<String, String> settings(Path logs) throws IOException {
    int controller = Ports.free();
    Map<String, String> s = new HashMap<>();
    s.put("process.roles", "broker,controller");
    s.put("node.id", "1");
    s.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    String doors =
        "OPEN://127.0.0.1:"
            + open
            + ",CERTIFICATES://127.0.0.1:"
            + certificates
            + ",PASSWORDS://127.0.0.1:"
            + passwords;
    s.put("listeners", doors + ",CONTROLLER://127.0.0.1:" + controller);
    s.put("advertised.listeners", doors);
    s.put(
        "listener.security.protocol.map",
        "OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT,CERTIFICATES:SSL,PASSWORDS:SASL_SSL");
    s.put("inter.broker.listener.name", "OPEN");
    s.put("controller.listener.names", "CONTROLLER");
    s.put("log.dirs", logs.toString());
    s.put("auto.create.topics.enable", "false");
    s.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    s.put("super.users", "User:ANONYMOUS");
    s.put("ssl.keystore.location", keyStore().toString());
    s.put("ssl.keystore.password", STORE_PASSWORD);
    s.put("ssl.keystore.type", "PKCS12");
    s.put("ssl.truststore.location", trustStore().toString());
    s.put("ssl.truststore.password", STORE_PASSWORD);
    s.put("ssl.truststore.type", "PKCS12");
    s.put("listener.name.certificates.ssl.client.auth", "required");
    s.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
    s.put(
        "listener.name.passwords.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    s.put(
        "listener.name.passwords.oauthbearer.sasl.jaas.config",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
            + " unsecuredLoginStringClaim_sub=\"broker\";");
    s.put("offsets.topic.replication.factor", "1");
    s.put("offsets.topic.num.partitions", "1");
    s.put("transaction.state.log.replication.factor", "1");
    s.put("transaction.state.log.min.isr", "1");
    s.put("transaction.state.log.num.partitions", "1");
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    s.put("message.max.bytes", Integer.toString(4 << 20));
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    return s;
  }

  /** A key for the broker, one for a client, and a store that trusts both. */
  private void makeStores() throws Exception {
    for (String who : List.of("broker", "client")) {
      keytool(
          "-genkeypair",
          "-alias",
          who,
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-validity",
          "30",
          "-dname",
          "CN=slugline-" + who,
          "-ext",
          "san=ip:127.0.0.1,dns:localhost",
          "-keystore",
          folder.resolve(who + ".p12").toString());
      Path certificate = folder.resolve(who + ".crt");
      keytool(
          "-exportcert",
          "-alias",
          who,
          "-file",
          certificate.toString(),
          "-keystore",
          folder.resolve(who + ".p12").toString());
      keytool(
          "-importcert",
          "-noprompt",
          "-alias",
          who,
          "-file",
          certificate.toString(),
          "-keystore",
          trustStore().toString());
    }
  }

  private static void keytool(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(args));
    command.addAll(List.of("-storepass", STORE_PASSWORD, "-storetype", "PKCS12"));
    Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (p.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }
}
