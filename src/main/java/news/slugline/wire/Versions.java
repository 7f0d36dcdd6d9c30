package news.slugline.wire;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of the versions of one piece of copy: which of two is newer, whatever the order in
 * which they arrive.
 *
 * <p>Runs of digits compare as numbers of any length, all else by its characters, so {@code 9}
 * comes before {@code 10}, {@code 2.9} before {@code 2.10} and {@code 04} equals {@code 4}. Equal
 * versions are ordered by the time at which they were made; a version without a time is the older.
 */
public final class Versions {
  private static final Comparator<@Nullable Instant> BY_TIME =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private Versions() {}

  /** Negative if the first is the older, positive if it is the newer, 0 if they do not differ. */
  public static int compare(WireArticle a, WireArticle b) {
    return compare(a.version(), a.versionCreated(), b.version(), b.versionCreated());
  }

  /** As for articles, of versions and the times at which they were made. */
  public static int compare(String a, @Nullable Instant madeA, String b, @Nullable Instant madeB) {
    int byVersion = compare(a, b);
    return byVersion != 0 ? byVersion : BY_TIME.compare(madeA, madeB);
  }

  /** Compares two version strings in natural order. */
  public static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      boolean digits = isDigit(a.charAt(i)) && isDigit(b.charAt(j));
      if (!digits) {
        int c = Character.compare(a.charAt(i++), b.charAt(j++));
        if (c != 0) {
          return c;
        }
        continue;
      }
      int endA = endOfDigits(a, i);
      int endB = endOfDigits(b, j);
      int c = compareNumbers(a.substring(i, endA), b.substring(j, endB));
      if (c != 0) {
        return c;
      }
      i = endA;
      j = endB;
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int compareNumbers(String a, String b) {
    String x = withoutZeros(a);
    String y = withoutZeros(b);
    int byLength = Integer.compare(x.length(), y.length());
    return byLength != 0 ? byLength : x.compareTo(y);
  }

  private static String withoutZeros(String s) {
    int i = 0;
    while (i < s.length() - 1 && s.charAt(i) == '0') {
      i++;
    }
    return s.substring(i);
  }

  private static int endOfDigits(String s, int from) {
    int i = from;
    while (i < s.length() && isDigit(s.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
