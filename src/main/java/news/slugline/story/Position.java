package news.slugline.story;

import java.util.List;

/**
 * One of the incompatible values of a fact, with its evidence.
 *
 * @param value canonical; of a quote its fullest wording
 * @param current whether the position stands (not superseded, corrected or retracted)
 * @param origins how many independent origins say so
 * @param originNames their names, sorted
 * @param attributedTo the authorities to which all evidence traces back, if it does; "unnamed
 *     sources" is one of them
 * @param deniedBy parties who deny it
 * @param evidence what counts, then what stands beside it, each in canonical order (event time,
 *     uri, offset), at most the stated number of pieces
 * @param evidenceFolded how many more pieces there are
 */
public record Position(
    String value,
    FactStatus status,
    boolean current,
    int origins,
    List<String> originNames,
    List<String> attributedTo,
    List<String> deniedBy,
    List<Evidence> evidence,
    int evidenceFolded) {
  public Position {
    originNames = List.copyOf(originNames);
    attributedTo = List.copyOf(attributedTo);
    deniedBy = List.copyOf(deniedBy);
    evidence = List.copyOf(evidence);
  }

  /** The same, said by so many origins and with so many more pieces of evidence. */
  Position counted(int origins, int folded) {
    return new Position(
        value, status, current, origins, originNames, attributedTo, deniedBy, evidence, folded);
  }

  /** The same with some of its evidence; the rest is counted as folded. */
  Position withEvidence(List<Evidence> some) {
    return new Position(
        value,
        status,
        current,
        origins,
        originNames,
        attributedTo,
        deniedBy,
        some,
        evidenceFolded + evidence.size() - some.size());
  }
}
