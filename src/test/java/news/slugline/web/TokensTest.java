package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir Path folder;

  private Tokens of(String text) throws Exception {
    return Tokens.read(Files.writeString(folder.resolve("tokens"), text));
  }

  @Test
  void aTokenOrItsDigestGivesItsScope() throws Exception {
    // the digest of "open-sesame-open-sesame"
    String digest = "402ea51cd0fd3ab5140c27f5bdc85e0d2236a65cb62d7d2040fc8b61f124e0dd";
    Tokens t = of("read reading-all-day-long\nadmin sha256:" + digest + " me\n");
    assertThat(t.scope("Bearer reading-all-day-long")).isEqualTo(Tokens.Scope.READ);
    assertThat(t.scope("bearer  reading-all-day-long")).isEqualTo(Tokens.Scope.READ);
    assertThat(t.scope("Bearer open-sesame-open-sesame")).isEqualTo(Tokens.Scope.ADMIN);
    assertThat(t.scope("Bearer other")).isEqualTo(Tokens.Scope.NONE);
    assertThat(t.scope("Basic reading-all-day-long")).isEqualTo(Tokens.Scope.NONE);
    assertThat(t.scope(null)).isEqualTo(Tokens.Scope.NONE);
    assertThat(Tokens.none().scope(null)).isEqualTo(Tokens.Scope.ADMIN);
  }

  @Test
  void aFaultNamesItsLineAndNotTheToken() {
    assertThatThrownBy(() -> of("read reading-all-day-long\nwrite secret-secret-secret\n"))
        .hasMessageContaining("line 2")
        .message()
        .doesNotContain("secret-secret");
    assertThatThrownBy(() -> of("read short\n")).hasMessageContaining("at least 16");
    assertThatThrownBy(() -> of("admin sha256:12\n")).hasMessageContaining("64 hex digits");
    assertThatThrownBy(() -> of("# nothing\n")).hasMessageContaining("no token");
  }
}
