package news.slugline.claim.text;

import java.util.Map;
import java.util.Set;

/** Lemmas of English verb forms: a table of the irregular ones, rules for the rest. */
public final class Verbs {
  private static final Map<String, String> IRREGULAR =
      Resources.map(Verbs.class, "irregular-verbs.tsv");

  /** Verbs in -e whose stem without it would pass for complete ("not(e)", "stat(e)"). */
  private static final Set<String> STEMS_WITH_E = Resources.set(Verbs.class, "verb-stems-e.txt");

  private Verbs() {}

  /** The lemma of a form in lower case; a form that is no inflected verb comes back as it is. */
  public static String lemma(String lower) {
    String known = IRREGULAR.get(lower);
    if (known != null) {
      return known;
    }
    int n = lower.length();
    if (n > 4 && lower.endsWith("ies")) {
      return lower.substring(0, n - 3) + "y";
    }
    if (n > 4 && lower.endsWith("ied")) {
      return lower.substring(0, n - 3) + "y";
    }
    if (n > 4 && lower.endsWith("ing") && hasVowel(lower, n - 3)) {
      return stem(lower.substring(0, n - 3));
    }
    if (n > 3 && lower.endsWith("ed") && hasVowel(lower, n - 2)) {
      return lower.endsWith("eed") ? lower : stem(lower.substring(0, n - 2));
    }
    if (n > 3 && lower.endsWith("es") && sibilant(lower, n - 2)) {
      return lower.substring(0, n - 2);
    }
    if (n > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us")) {
      return lower.substring(0, n - 1);
    }
    return lower;
  }

  private static String stem(String s) {
    if (STEMS_WITH_E.contains(s)) {
      return s + "e";
    }
    int n = s.length();
    char last = s.charAt(n - 1);
    if (n > 2 && last == s.charAt(n - 2) && "bdgmnprt".indexOf(last) >= 0) {
      return n > 3 && !s.equals("add") ? s.substring(0, n - 1) : s;
    }
    if (last == 'v' || last == 'u' || (last == 'c' && n > 2) || (last == 'z' && n > 3)) {
      return s + "e";
    }
    if (n > 2 && (s.endsWith("dg") || (last == 's' && "nrlua".indexOf(s.charAt(n - 2)) >= 0))) {
      return s.endsWith("ss") ? s : s + "e";
    }
    return s;
  }

  private static boolean sibilant(String s, int end) {
    String stem = s.substring(0, end);
    return stem.endsWith("ss")
        || stem.endsWith("sh")
        || stem.endsWith("ch")
        || stem.endsWith("x")
        || stem.endsWith("zz")
        || stem.endsWith("go")
        || stem.endsWith("ho")
        || stem.endsWith("to");
  }

  private static boolean hasVowel(String s, int end) {
    for (int i = 0; i < end; i++) {
      if ("aeiouy".indexOf(s.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
