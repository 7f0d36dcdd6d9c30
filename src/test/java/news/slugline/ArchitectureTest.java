package news.slugline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import news.slugline.claim.event.EventWords;

/** The arrows between the packages, and what keeps the domain a pure function of the log. */
@AnalyzeClasses(packages = "news.slugline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] DOMAIN = {
    "news.slugline.wire..",
    "news.slugline.claim..",
    "news.slugline.grouping..",
    "news.slugline.story..",
    "news.slugline.rows.."
  };

  @ArchTest
  static final ArchRule packagesUseOnlyWhatStandsBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("news.slugline..")
          .withOptionalLayers(true)
          .layer("rows")
          .definedBy("news.slugline.rows..")
          .layer("wire")
          .definedBy("news.slugline.wire..")
          .layer("claim.text")
          .definedBy("news.slugline.claim.text..")
          .layer("claim")
          .definedBy(
              resideInAPackage("news.slugline.claim..")
                  .and(not(resideInAPackage("news.slugline.claim.text..")))
                  .and(not(resideInAPackage("news.slugline.claim.value.."))))
          .layer("claim.value")
          .definedBy("news.slugline.claim.value..")
          .layer("grouping")
          .definedBy("news.slugline.grouping..")
          .layer("story")
          .definedBy("news.slugline.story..")
          .layer("avro")
          .definedBy("news.slugline.avro..")
          .layer("schema")
          .definedBy("news.slugline.schema..")
          .layer("config")
          .definedBy("news.slugline.config..")
          .layer("topology")
          .definedBy("news.slugline.topology..")
          .layer("runtime")
          .definedBy("news.slugline.runtime..")
          .layer("ingest")
          .definedBy("news.slugline.ingest..")
          .layer("web")
          .definedBy("news.slugline.web..")
          .layer("broker")
          .definedBy("news.slugline.broker..")
          .layer("cli")
          .definedBy("news.slugline.cli..")
          .whereLayer("rows")
          .mayNotAccessAnyLayer()
          .whereLayer("wire")
          .mayOnlyAccessLayers("rows")
          .whereLayer("claim")
          .mayOnlyAccessLayers("claim.text", "claim.value", "wire")
          .whereLayer("claim.value")
          .mayOnlyAccessLayers("claim.text")
          .whereLayer("grouping")
          .mayOnlyAccessLayers("wire", "claim.text", "claim.value", "rows")
          // of events it knows their words, as a headline names them
          .ignoreDependency(resideInAPackage("news.slugline.grouping.."), type(EventWords.class))
          .whereLayer("story")
          .mayOnlyAccessLayers("wire", "claim", "claim.text", "claim.value", "rows")
          .whereLayer("schema")
          .mayOnlyAccessLayers(
              "wire", "claim", "claim.text", "claim.value", "grouping", "story", "rows", "avro")
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("topology")
          .mayOnlyAccessLayers(
              "wire",
              "claim",
              "claim.text",
              "grouping",
              "story",
              "rows",
              "avro",
              "schema",
              "config")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("wire", "avro", "schema", "config", "topology", "runtime")
          .whereLayer("broker")
          .mayOnlyAccessLayers("config")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule noPackagesDependOnEachOtherInACircle =
      slices().matching("news.slugline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theDomainKnowsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.apache.kafka..",
                  "kafka..",
                  "org.apache.avro..",
                  "io.confluent..",
                  "news.slugline.avro..",
                  "org.slf4j..",
                  "ch.qos.logback..",
                  "java.util.logging..",
                  "picocli..",
                  "java.net.http..",
                  "java.util.concurrent.."));

  @ArchTest
  static final ArchRule rowsNeedNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("news.slugline.rows..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "news.slugline.rows.."));

  @ArchTest
  static final ArchRule configNeedsNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("news.slugline.config..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "news.slugline.config.."));

  @ArchTest
  static final ArchRule theDomainReadsNoClockAndThrowsNoDice =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .accessTargetWhere(isAmbient())
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom");

  @ArchTest
  static final ArchRule onlyTheBrokerPackageStartsAKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("news.slugline.broker..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "kafka..",
                  "scala..",
                  "org.apache.kafka.server..",
                  "org.apache.kafka.metadata..",
                  "org.apache.kafka.raft.."));

  @ArchTest
  static final ArchRule onlyTheRegistryAndTheHealthEndpointsUseTheJdksHttpServer =
      noClasses()
          .that()
          .resideOutsideOfPackages("news.slugline.broker..", "news.slugline.runtime..")
          .should()
          .dependOnClassesThat(resideInAPackage("com.sun.net.httpserver.."));

  @ArchTest
  static final ArchRule nothingStaticChanges =
      noFields()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "are our own",
                  c ->
                      c.getPackageName().startsWith("news.slugline")
                          && !c.getPackageName().startsWith("news.slugline.avro")))
          .and(describe("are not of the compiler", f -> !f.getName().startsWith("$")))
          .and(describe("are static", f -> f.getModifiers().contains(JavaModifier.STATIC)))
          .should()
          .notBeFinal();

  /** Calls whose answer depends on the machine, the moment or chance. */
  private static DescribedPredicate<JavaAccess<?>> isAmbient() {
    Set<String> anyArguments =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.identityHashCode",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.util.Set.parallelStream");
    Set<String> withoutArguments =
        Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.lang.String.getBytes");
    return describe(
        "asks the clock, chance, or the machine's language, zone or charset",
        access -> {
          String name =
              access.getTarget().getOwner().getName() + "." + access.getTarget().getName();
          List<String> parameters = parameters(access);
          boolean localFormat =
              name.equals("java.lang.String.format")
                  && parameters.get(0).equals("java.lang.String");
          boolean localFormatted = name.equals("java.lang.String.formatted");
          boolean localText =
              name.equals("java.lang.String.<init>") && parameters.equals(List.of("[B"));
          return anyArguments.contains(name)
              || (withoutArguments.contains(name) && parameters.isEmpty())
              || localFormat
              || localFormatted
              || localText;
        });
  }

  private static List<String> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitCallTarget call
        ? call.getRawParameterTypes().stream().map(t -> t.getName()).toList()
        : List.of();
  }
}
