package news.slugline.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes invented articles to a file: {@code articles COUNT FILE [MIX] [SEED] [PER_SECOND]}. */
public final class WriteArticles {
  private WriteArticles() {}

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    Mix mix = Mix.named(args.length > 2 ? args[2] : "usual");
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
    double perSecond = args.length > 4 ? Double.parseDouble(args[4]) : 0.26;
    Newsroom newsroom = new Newsroom(seed, mix, perSecond);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      for (int i = 0; i < count; i++) {
        out.write(NinjsLines.line(newsroom.next()));
        out.write('\n');
      }
    }
  }
}
