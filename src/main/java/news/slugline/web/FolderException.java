package news.slugline.web;

import java.io.IOException;

/** The folder of the server's rows cannot be opened: it is damaged, or another server uses it. */
public final class FolderException extends IOException {
  private static final long serialVersionUID = 1L;

  FolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
