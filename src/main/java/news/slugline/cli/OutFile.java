package news.slugline.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --out} names. That it cannot be written is the environment's fault, not the input's.
 */
final class OutFile {
  private OutFile() {}

  /** Something that writes lines. */
  @FunctionalInterface
  interface Lines {
    void to(PrintStream out) throws IOException;
  }

  static void write(Path file, Lines lines) throws IOException {
    Remembering out;
    try {
      out = new Remembering(Files.newOutputStream(file));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try (PrintStream to =
        new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8)) {
      lines.to(to);
      to.flush();
    }
    IOException failed = out.failed;
    if (failed != null) {
      throw unwritable(file, failed);
    }
  }

  /** Makes a folder, and sees that it can be written before any work is done for it. */
  static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  static CliException unwritable(Path path, IOException e) {
    String text = String.valueOf(e.getMessage());
    if (text.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new CliException(
          ExitCode.ENVIRONMENT, "disk full", path.toString(), "free some space", e);
    }
    String why =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException
                ? "not a folder"
                : e instanceof NoSuchFileException ? "no such folder" : text;
    return new CliException(
        ExitCode.ENVIRONMENT,
        "cannot write (" + why + ")",
        path.toString(),
        "name another place with --out",
        e);
  }

  /** A print stream keeps to itself why it failed. */
  private static final class Remembering extends FilterOutputStream {
    private @Nullable IOException failed;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failed = e;
        throw e;
      }
    }
  }
}
