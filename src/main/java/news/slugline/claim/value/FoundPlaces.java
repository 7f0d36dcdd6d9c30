package news.slugline.claim.value;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.value.PlaceMention.Granularity;
import org.jspecify.annotations.Nullable;

/** The places of a sentence as they are found. What adds one says at which lexeme it ends. */
final class FoundPlaces {
  private final Lexemes x;
  private final List<PlaceMention> all = new ArrayList<>();

  FoundPlaces(Lexemes x) {
    this.x = x;
  }

  List<PlaceMention> all() {
    return all;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether a street has just been named, up to a lexeme. */
  boolean endWithStreetAt(int lexeme) {
    PlaceMention last = all.isEmpty() ? null : all.get(all.size() - 1);
    return last != null
        && last.granularity() == Granularity.STREET
        && lexeme > 0
        && last.end() == x.end(lexeme - 1);
  }

  int add(int from, int to, String name, Granularity g) {
    return add(from, to, name, g, null, null);
  }

  int add(
      int from, int to, String name, Granularity g, @Nullable String in, @Nullable ZoneId zone) {
    all.add(new PlaceMention(x.start(from), x.end(to - 1), name, g, in, zone));
    return to;
  }
}
