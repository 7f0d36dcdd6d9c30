package news.slugline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Keeps passwords out of whatever is printed or logged. */
final class Secrets {
  private static final String MASK = "********";
  private static final List<String> SECRET_PARTS =
      List.of(
          "password",
          "passphrase",
          "secret",
          "token",
          "jaas",
          "credential",
          "user.info",
          "user-info",
          "keystore.key",
          "private",
          "api.key");

  private Secrets() {}

  /** The value as it may be shown: masked if the key names a secret or the value carries one. */
  static String shown(String key, String value) {
    String name = key.toLowerCase(Locale.ROOT);
    boolean secret = SECRET_PARTS.stream().anyMatch(name::contains);
    // ways and places of getting a secret are not the secret
    boolean harmless =
        name.endsWith(".source") || name.endsWith(".class") || name.endsWith("endpoint.url");
    if (secret && !harmless) {
      return MASK;
    }
    StringBuilder shown = new StringBuilder();
    for (String part : value.split(",", -1)) {
      shown.append(shown.isEmpty() ? "" : ",").append(withoutUserInfo(part));
    }
    return shown.toString();
  }

  private static String withoutUserInfo(String text) {
    if (!text.contains("://") || !text.contains("@")) {
      return text;
    }
    try {
      String userInfo = new URI(text.trim()).getRawUserInfo();
      return userInfo == null ? text : text.replace(userInfo + "@", MASK + "@");
    } catch (URISyntaxException e) {
      return MASK;
    }
  }
}
