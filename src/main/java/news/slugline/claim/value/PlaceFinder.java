package news.slugline.claim.value;

import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.value.Places.Place;

/**
 * Finds the places of a sentence by the gazetteer and by the shape of venues' and streets' names. A
 * name that may as well be a person's needs words around it that speak of a place. Thread-safe.
 */
public final class PlaceFinder {
  private final Places places;

  private PlaceFinder(Places places) {
    this.places = places;
  }

  /** With the gazetteer of this build. */
  public static PlaceFinder standard() {
    return new PlaceFinder(Places.standard());
  }

  /** The places of a sentence, in order, without overlap. */
  public List<PlaceMention> find(Document document, Sentence sentence) {
    return find(Lexemes.of(document, sentence));
  }

  List<PlaceMention> find(Lexemes x) {
    return new PlaceScan(x, places).find();
  }

  /**
   * Towns of the gazetteer that a headline names, where every word may have a capital: no words
   * that mean something else as well, and no first names.
   */
  public List<String> towns(String headline) {
    Lexemes x = Lexemes.of(headline);
    List<String> out = new ArrayList<>();
    int i = 0;
    while (i < x.size) {
      WordTree.Hit<List<Place>> hit = x.capitalised(i) ? places.at(x, i) : null;
      if (hit == null) {
        i++;
        continue;
      }
      boolean town = Places.largest(hit.value()) != null && x.lower(i).length() > 3;
      if (town && !isSomethingElse(x, i, hit.end())) {
        out.add(x.raw(i, hit.end()));
      }
      i = hit.end();
    }
    return out;
  }

  private static boolean isSomethingElse(Lexemes x, int i, int end) {
    return end == i + 1
        && (PlaceWords.isAmbiguous(x.lower(i))
            || x.in(i, PlaceWords.GIVEN)
            || Casualties.harms(x.lower(i)));
  }
}
