package news.slugline.story;

/**
 * How broad a story stands.
 *
 * @param articles active ones
 * @param providers that delivered them
 * @param origins independent ones
 * @param unknownOrigin articles whose origin is only assumed
 */
public record Counts(int articles, int providers, int origins, int unknownOrigin) {}
