package news.slugline.claim.value;

/** Where names end that capitals show. */
final class ProperNames {
  /** Lexemes of a name at most. */
  static final int LONGEST = 12;

  private ProperNames() {}

  /** The end of a run of capitalised words. */
  static int end(Lexemes x, int i) {
    int j = i;
    while (j < i + LONGEST
        && (x.capitalised(j)
            || x.number(j) && Numbers.isOrdinalSuffix(x, j + 1)
            || x.is(j, ".") && x.lower(j - 1).length() == 1 && x.capitalised(j + 1))) {
      j += x.number(j) ? 2 : 1;
    }
    return j;
  }

  /** As {@link #end}, without the day that may follow: "near Trout Run Tuesday". */
  static int endBeforeDay(Lexemes x, int i) {
    int e = end(x, i);
    while (e > i + 1 && x.in(e - 1, PlaceWords.WEEKDAYS)) {
      e--;
    }
    return hyphened(x, e);
  }

  /** With what hyphens add. */
  static int hyphened(Lexemes x, int end) {
    int e = end;
    while (x.is(e, "-") && !x.spaced(e) && x.capitalised(e + 1) && !x.spaced(e + 1)) {
      e += 2;
    }
    return e;
  }
}
