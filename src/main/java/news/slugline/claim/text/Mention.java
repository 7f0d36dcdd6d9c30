package news.slugline.claim.text;

/**
 * A name where it stands in the text.
 *
 * @param firstToken index of its first token; titles ("President", "Mr") are not part of it
 * @param endToken index after its last token; a possessive ending is not part of it
 * @param name canonical in this article: "Mr Smith" and "Smith" carry "John Smith" if the article
 *     names him in full
 */
public record Mention(int firstToken, int endToken, EntityType type, String name) {}
