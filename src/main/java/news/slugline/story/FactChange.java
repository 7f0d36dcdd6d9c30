package news.slugline.story;

import org.jspecify.annotations.Nullable;

/** A fact before and after one input; one of them may be null. */
record FactChange(@Nullable Fact before, @Nullable Fact after) {}
