package news.slugline.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.value.CountNouns;

/**
 * People who are known by a noun and an age only: "boy, 13 y". Copy calls one person by several
 * nouns, the boy a pupil and the victim a man.
 */
final class Somebody {
  private static final List<Set<String>> SEXES =
      List.of(Lists.of("change-words.tsv", "male"), Lists.of("change-words.tsv", "female"));

  private static final List<Set<String>> SIDES =
      List.of(Lists.of("change-words.tsv", "doer"), Lists.of("change-words.tsv", "sufferer"));

  private Somebody() {}

  /** Whether a holder is one; a name has no comma. */
  static boolean is(String holder) {
    return holder.indexOf(',') >= 0;
  }

  /** Under what somebody is known, whatever the noun. */
  static String key(String holder) {
    return CountNouns.isPerson(noun(holder)) ? "person" + age(holder) : lower(holder);
  }

  /** Whether two may be one person. */
  static boolean mayBeOne(String a, String b) {
    return key(a).equals(key(b)) && !areTwo(a, b, SEXES) && !areTwo(a, b, SIDES);
  }

  private static boolean areTwo(String a, String b, List<Set<String>> sorts) {
    int x = sort(noun(a), sorts);
    int y = sort(noun(b), sorts);
    return x >= 0 && y >= 0 && x != y;
  }

  private static int sort(String noun, List<Set<String>> sorts) {
    for (int i = 0; i < sorts.size(); i++) {
      if (sorts.get(i).contains(noun)) {
        return i;
      }
    }
    return -1;
  }

  /** The last word before the age. */
  private static String noun(String holder) {
    String before = lower(holder.substring(0, holder.lastIndexOf(',')));
    return before.substring(before.lastIndexOf(' ') + 1);
  }

  private static String age(String holder) {
    return lower(holder.substring(holder.lastIndexOf(',')));
  }

  private static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }
}
