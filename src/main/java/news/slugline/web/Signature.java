package news.slugline.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as Standard Webhooks has it: {@code v1,} and the HMAC-SHA256 of id, time in
 * seconds and body, joined by dots, in Base64. Its libraries verify it.
 */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private Signature() {}

  static String newSecret() {
    byte[] b = new byte[BYTES];
    new SecureRandom().nextBytes(b);
    return PREFIX + Base64.getEncoder().encodeToString(b);
  }

  static String of(String secret, String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }
}
