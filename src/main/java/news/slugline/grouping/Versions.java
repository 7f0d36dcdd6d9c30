package news.slugline.grouping;

/** Orders the versions of an article: numbers as numbers, else as text. */
final class Versions {
  private Versions() {}

  static int compare(String a, String b) {
    boolean numbers = isNumber(a) && isNumber(b);
    return numbers && a.length() != b.length()
        ? Integer.compare(strip(a).length(), strip(b).length()) != 0
            ? Integer.compare(strip(a).length(), strip(b).length())
            : strip(a).compareTo(strip(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String s) {
    return !s.isEmpty() && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String strip(String s) {
    int i = 0;
    while (i < s.length() - 1 && s.charAt(i) == '0') {
      i++;
    }
    return s.substring(i);
  }
}
