package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.slugline.claim.Kind;
import news.slugline.schema.ReadableValue;
import news.slugline.testing.Eventually;
import news.slugline.testing.LiveRun;
import news.slugline.web.Tokens;
import news.slugline.web.WebServer;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The board as an editor sees it: Chromium over a live run. Skipped where Chromium and its driver
 * are not installed; {@code -Dboard.shots=FOLDER} keeps pictures.
 */
@EnabledIf(
    value = "chromiumIsThere",
    disabledReason = "chromium and chromedriver are not installed")
class BoardIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir static Path folder;
  private static LiveRun run;
  private static WebServer server;
  private static ChromeDriver browser;

  static boolean chromiumIsThere() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  @BeforeAll
  static void open() throws Exception {
    run = new LiveRun(folder.resolve("state"));
    server =
        WebServer.start(
            new WebServer.Options("127.0.0.1", 0, folder.resolve("web"), Tokens.none(), 50, 0),
            run.topics(),
            run.serdes(),
            run.client());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    browser.manage().window().setSize(new Dimension(1200, 1000));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.quit();
    }
    server.close();
    run.close();
  }

  @Test
  void storiesAppearAsTheyComeAndShowWhatDiffersToEveryReader() throws Exception {
    browser.get(server.url() + "/");
    Eventually.get(this::text, t -> t.contains("No stories yet"));
    axe("the empty list");
    browser.executeScript("window.neverReloaded = true");
    List<ReplayInput.Item> seeds = ReplayInput.read(List.of(Path.of("seeds"))).items();
    for (int i = 0; i < seeds.size(); i++) {
      run.publish(Objects.requireNonNull(seeds.get(i).article()));
      String articles = i == 0 ? "1 article" : (i + 1) + " articles";
      Eventually.get(this::text, t -> t.contains(articles));
    }
    run.tick();
    Eventually.get(this::text, t -> t.contains("disputed"));
    assertThat(browser.executeScript("return window.neverReloaded")).isEqualTo(true);
    hostile();
    theListIsUsable();
    theStoryShowsTheConflict();
    valuesAreInWords();
    nothingIsFetchedFromElsewhere();
    aLostConnectionIsSaid();
  }

  /** As on the page of {@code slugline story}: the server has the words. */
  private void valuesAreInWords() {
    String bridges = ReadableValue.of(Kind.QUANTITY, "2 bridge");
    assertThat(inWords("2 bridge", bridges)).isEqualTo("2 bridges");
    assertThat(inWords("2025-08-15/2025-08-16", "")).isEqualTo("15 Aug 2025 to 16 Aug 2025");
  }

  private static @Nullable Object inWords(String value, String readable) {
    return browser.executeAsyncScript(
        "const [value, readable, done] = arguments; import('/words.js')"
            + ".then((m) => done(m.value({ value, readable })), (e) => done(`${e}`))",
        value,
        readable);
  }

  /** Wire copy with markup: it must be read, not run. */
  private void hostile() throws Exception {
    run.publish(
        WireArticle.builder("urn:hostile", "1", "<img src=x onerror=document.title='owned'>")
            .language("en")
            .versionCreated(Instant.parse("2025-08-16T08:00:00Z"))
            .headline("<script>document.title='owned'</script> Ferry aground near <i>Port Alba</i>")
            .body(
                "A ferry with 120 people on board ran aground near Port Alba, police said."
                    + " <img src=x onerror=\"document.title='owned'\"> “It rolled,” Anna Berg said.")
            .build());
    Eventually.get(this::text, t -> t.contains("<script>document.title='owned'</script>"));
    browser.findElement(By.partialLinkText("Ferry aground")).click();
    Eventually.get(this::text, t -> t.contains("Timeline"));
    assertThat(browser.getTitle()).startsWith("<script>");
    assertThat(browser.findElements(By.cssSelector("main img, main script, main i"))).isEmpty();
    browser.findElement(By.tagName("body")).sendKeys("u");
    Eventually.get(this::text, t -> t.contains("Disputed only"));
  }

  private void theListIsUsable() throws Exception {
    axe("the list");
    shoot("list-light");
    dark(true);
    axe("the list in the dark");
    dark(false);
    browser.findElement(By.id("search")).sendKeys("nothing has these words");
    Eventually.get(this::text, t -> t.contains("No story fits"));
    browser.findElement(By.xpath("//button[.='Show all']")).click();
    Eventually.get(this::text, t -> t.contains("Trump"));
    browser.findElement(By.xpath("//label[contains(.,'Disputed only')]")).click();
    Eventually.get(this::text, t -> !t.contains("Port Alba"));
    browser.findElement(By.tagName("h1")).click();
    browser.findElement(By.tagName("body")).sendKeys("j", Keys.ENTER);
    Eventually.get(this::text, t -> t.contains("What differs"));
  }

  private void theStoryShowsTheConflict() throws Exception {
    WebElement conflict =
        Eventually.get(
            () ->
                browser.findElements(By.cssSelector("#differs .fact")).stream()
                    .filter(f -> f.getText().contains("19:30 UTC"))
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
    String shown = conflict.getText();
    assertThat(shown).contains("15 Aug 2025, 19:30 UTC").contains("15 Aug 2025, 19:00 UTC");
    List<String> marked =
        conflict.findElements(By.tagName("mark")).stream().map(WebElement::getText).toList();
    assertThat(marked)
        .anyMatch(m -> m.contains("11.30am Alaska"))
        .anyMatch(m -> m.contains("3:30 p.m. ET"))
        .anyMatch(m -> m.contains("11am Alaska"));
    // in its paragraph, not alone
    assertThat(conflict.findElement(By.tagName("blockquote")).getText().length())
        .isGreaterThan(marked.get(0).length());
    axe("the story");
    shoot("story-light");
    dark(true);
    axe("the story in the dark");
    shoot("story-dark");
    dark(false);
    browser.manage().window().setSize(new Dimension(500, 1000));
    Long wide = (Long) browser.executeScript("return document.documentElement.scrollWidth");
    assertThat(wide).as("a narrow screen needs no scrolling sideways").isLessThanOrEqualTo(500);
    axe("the story on a narrow screen");
    shoot("story-narrow");
    browser.manage().window().setSize(new Dimension(1200, 1000));
    String link =
        Objects.requireNonNull(
            conflict.findElement(By.className("permalink")).getAttribute("href"));
    browser.get(link);
    WebElement chosen =
        Eventually.get(
            () ->
                browser.findElements(By.cssSelector(".fact.chosen")).stream()
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
    assertThat(chosen.getText()).contains("19:00 UTC");
    browser.findElement(By.tagName("body")).sendKeys("[");
    Eventually.get(this::text, t -> t.contains("As it stood at revision"));
    axe("an earlier revision");
    browser.get(server.url() + "/story/none");
    Eventually.get(this::text, t -> t.contains("Not found"));
  }

  private void nothingIsFetchedFromElsewhere() {
    @SuppressWarnings("unchecked")
    List<String> fetched =
        (List<String>)
            browser.executeScript(
                "return performance.getEntriesByType('resource').map(e => e.name)");
    assertThat(fetched).isNotEmpty().allMatch(f -> f.startsWith(server.url()));
    assertThat(browser.manage().logs().get("browser").getAll())
        .noneMatch(l -> l.getMessage().contains("Content Security Policy"));
  }

  private void aLostConnectionIsSaid() throws Exception {
    browser.get(server.url() + "/");
    Eventually.get(this::text, t -> t.contains("Trump"));
    server.close();
    Eventually.get(this::text, t -> t.contains("Connection lost"));
  }

  private String text() {
    return browser.findElement(By.tagName("body")).getText();
  }

  private static void dark(boolean on) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
  }

  /** No serious or critical fault on the page as it is. */
  private static void axe(String what) throws Exception {
    try (InputStream script = BoardIT.class.getResourceAsStream("/axe.min.js")) {
      browser.executeScript(
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    }
    Object faults =
        browser.executeAsyncScript(
            "const done = arguments[0]; axe.run(document).then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '))))");
    assertThat((List<?>) faults).as(what).isEmpty();
  }

  private static void shoot(String name) throws Exception {
    String into = System.getProperty("board.shots", "");
    if (!into.isEmpty()) {
      browser.executeScript("scrollTo(0, 0)");
      Files.createDirectories(Path.of(into));
      Files.write(
          Path.of(into, "board-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
  }
}
