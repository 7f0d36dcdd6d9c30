package news.slugline.claim;

import org.jspecify.annotations.Nullable;

/**
 * One checkable thing that one article says.
 *
 * @param span the whole claim
 * @param text the words of {@code span}
 * @param speaker who says so, null if the article itself does
 * @param cue the words that attribute it ("said", "according to"), inside the span
 * @param content what is said, inside the span; for quotes without the quotation marks; for times,
 *     quantities, places and history the words that give the value, with those of its event if they
 *     stand near; for events those that tell of it, without what is a claim of its own
 * @param value canonical: ISO 8601 in UTC as precise as the text for times ({@code
 *     2025-08-15T19:30Z}, {@code 2025-08-15}, ranges {@code a/b}), {@code number unit} with a
 *     comparator for quantities ({@code ~3 h}, {@code >=12 killed}, {@code 25 %}), a name for
 *     places, {@code first since 2019} for history, the status for events ({@code occurred}), null
 *     where there is none
 * @param eventStatus of event claims
 * @param outlet a news outlet that the text itself names as the one that reported it ("told Fox
 *     News", "the Las Vegas Sun reports"), by canonical name
 */
public record Claim(
    Kind kind,
    Span span,
    String text,
    @Nullable Speaker speaker,
    @Nullable Span cue,
    @Nullable Span content,
    @Nullable String value,
    Modality modality,
    Polarity polarity,
    @Nullable EventStatus eventStatus,
    @Nullable String outlet,
    About about) {
  /** The slot of a claim that holds what a whole sentence tells, in whatever words. */
  public static final String TOLD = "told";

  /** The slot of one that holds what a sentence tells that is mostly a quotation. */
  public static final String REMARK = "remark";

  /**
   * Where an editor reads it: a clause may give a day, a place and a toll, so of a value or an
   * event the words that give it; else all of the claim.
   */
  public Span shown() {
    return content != null && !isSaid() ? content : span;
  }

  /** The words of {@link #shown}. */
  public String shownText() {
    return content != null && !isSaid() ? words(content) : text;
  }

  /** What is said, in words; all of the claim if it is no quote or statement. */
  public String said() {
    return content != null && isSaid() && !text.isEmpty() ? words(content) : text;
  }

  private boolean isSaid() {
    return kind == Kind.QUOTE || kind == Kind.STATEMENT;
  }

  /** The words of a part of the span. */
  private String words(Span part) {
    int length = text.codePointCount(0, text.length());
    int from = Math.max(0, Math.min(part.start() - span.start(), length));
    int to = Math.max(from, Math.min(part.end() - span.start(), length));
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  /** Whether the claim is what a whole sentence tells. */
  public boolean isTold() {
    return about.isTold();
  }

  /** Whether it is what somebody is quoted as telling. */
  public boolean isRemark() {
    return about.slot().equals(REMARK);
  }
}
