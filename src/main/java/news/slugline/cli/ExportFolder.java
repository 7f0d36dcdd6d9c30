package news.slugline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import news.slugline.runtime.Results;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.Outputs;
import news.slugline.story.StoryOutput;
import news.slugline.wire.Ninjs;

/** Writes the results of a replay as JSON lines, one file a kind. */
final class ExportFolder {
  private ExportFolder() {}

  static void write(Path folder, Results r) throws IOException {
    OutFile.folder(folder);
    lines(folder, "articles.jsonl", r.articles(), Ninjs::write);
    lines(
        folder,
        "assignments.jsonl",
        r.assignments(),
        a -> ExportFiles.assignment(a.uri(), a.version(), a.storyId()));
    lines(
        folder,
        "claims.jsonl",
        r.claims(),
        c -> {
          StoryOutput.KeyedClaim keyed = Outputs.fromAvro(c);
          return ExportFiles.claim(c.getStoryId(), c.getArticle(), c.getVersion(), keyed);
        });
    lines(folder, "updates.jsonl", r.updates(), ExportFiles::update);
    lines(folder, "stories.jsonl", r.stories(), ExportFiles::story);
    lines(folder, "rejected.jsonl", r.rejected(), ExportFiles::rejected);
  }

  private static <T> void lines(Path folder, String name, List<T> rows, Function<T, String> line)
      throws IOException {
    OutFile.write(folder.resolve(name), to -> rows.forEach(r -> to.print(line.apply(r) + "\n")));
  }
}
