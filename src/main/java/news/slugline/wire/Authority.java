package news.slugline.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who an identifier says gave it: the host of a link, the domain of a tag or of urn:newsml. */
final class Authority {
  private Authority() {}

  static @Nullable String of(@Nullable String uri) {
    if (uri == null) {
      return null;
    }
    String s = uri.strip().toLowerCase(Locale.ROOT);
    int from;
    if (s.startsWith("http://") || s.startsWith("https://")) {
      from = s.indexOf("//") + 2;
    } else if (s.startsWith("urn:newsml:")) {
      from = 11;
    } else if (s.startsWith("tag:")) {
      from = 4;
    } else {
      return null;
    }
    int to = from;
    while (to < s.length() && "/:,?#".indexOf(s.charAt(to)) < 0) {
      to++;
    }
    String host = s.substring(from, to);
    host = host.startsWith("www.") ? host.substring(4) : host;
    return host.isEmpty() ? null : host;
  }
}
