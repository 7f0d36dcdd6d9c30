package news.slugline.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one address: conditionally, one request at a time a host, with a limit of time for the
 * whole answer and of size, following few redirects and none that leads inside.
 */
final class Fetcher {
  private static final int REDIRECTS = 5;
  private static final int BODY_BYTES = 20 << 20;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final HostGate gate;
  private final InstantSource clock;

  Fetcher(HostGate gate, InstantSource clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** What came of a request. */
  sealed interface Answer {
    /** Nothing new. */
    record NotModified(int status) implements Answer {}

    /** The document. */
    record Document(
        int status,
        byte[] bytes,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified)
        implements Answer {}

    /**
     * No document.
     *
     * @param status 0 if there was no answer
     * @param leave how long the server wants to be left alone, if it says so
     */
    record Failed(int status, String detail, @Nullable Duration leave) implements Answer {}
  }

  /** Asks, and follows redirects. */
  Answer fetch(SourceSpec.Feed feed, @Nullable String etag, @Nullable String lastModified)
      throws InterruptedException {
    URI at = feed.url();
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      HttpResponse<byte[]> response;
      try (HostGate.Turn turn = gate.enter(at.getHost())) {
        response = send(request(feed, at, etag, lastModified), feed.timeout());
      } catch (IOException e) {
        return new Answer.Failed(0, "No whole answer: " + reason(e) + ".", null);
      }
      int status = response.statusCode();
      String location = response.headers().firstValue("location").orElse(null);
      if (status < 300 || status >= 400 || status == 304 || location == null) {
        return answer(response);
      }
      String refusal;
      try {
        URI to = at.resolve(new URI(location));
        refusal = refusal(at, to);
        at = to;
      } catch (java.net.URISyntaxException | IllegalArgumentException e) {
        refusal = "its address cannot be read";
      }
      if (refusal != null) {
        return new Answer.Failed(status, "The redirect is not followed: " + refusal + ".", null);
      }
    }
    return new Answer.Failed(0, "More than " + REDIRECTS + " redirects; check the address.", null);
  }

  private static HttpRequest request(
      SourceSpec.Feed feed, URI at, @Nullable String etag, @Nullable String lastModified) {
    HttpRequest.Builder b =
        HttpRequest.newBuilder(at)
            .timeout(feed.timeout())
            .header("User-Agent", feed.userAgent())
            .header("Accept-Encoding", "gzip")
            .header(
                "Accept",
                "application/atom+xml, application/rss+xml, application/xml;q=0.9,"
                    + " application/json;q=0.9, */*;q=0.5");
    if (etag != null) {
      b.header("If-None-Match", etag);
    }
    if (lastModified != null) {
      b.header("If-Modified-Since", lastModified);
    }
    // the token is for the host that it was given for
    if (feed.token() != null && at.getHost().equalsIgnoreCase(feed.url().getHost())) {
      b.header("Authorization", "Bearer " + feed.token());
    }
    return b.build();
  }

  /** The time limit is for all of it: a server may send its headers at once and the rest never. */
  private HttpResponse<byte[]> send(HttpRequest request, Duration timeout)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(request, info -> new Limited());
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IOException("it took longer than " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException io ? io : new IOException(String.valueOf(cause), cause);
    }
  }

  private Answer answer(HttpResponse<byte[]> r) {
    int status = r.statusCode();
    Duration wait = r.headers().firstValue("retry-after").map(this::leave).orElse(null);
    if (status == 304) {
      return new Answer.NotModified(status);
    }
    if (status == 200) {
      return new Answer.Document(
          status,
          r.body(),
          r.headers().firstValue("content-type").orElse(null),
          r.headers().firstValue("etag").orElse(null),
          r.headers().firstValue("last-modified").orElse(null));
    }
    String what =
        switch (status) {
          case 401, 403 -> "the server refuses us; check token-file or token-env";
          case 404 -> "nothing is there; check the address";
          case 410 -> "the feed is gone for good; take it out of the configuration";
          case 429 -> "we ask too often; raise `every`";
          default -> status >= 500 ? "the server is in trouble" : "no document";
        };
    return new Answer.Failed(status, "Status " + status + ": " + what + ".", wait);
  }

  private @Nullable Duration leave(String text) {
    Duration wait;
    try {
      wait =
          text.strip().chars().allMatch(c -> c >= '0' && c <= '9')
              ? Duration.ofSeconds(Long.parseLong(text.strip()))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(
                          text.strip(),
                          DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                      .toInstant());
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return null;
    }
    return wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Why a redirect is not followed, or null. */
  private static @Nullable String refusal(URI from, URI to) {
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    if (to.getHost() == null || !List.of("http", "https").contains(scheme)) {
      return "it leads to " + scheme + ", not to http or https";
    }
    if ("https".equalsIgnoreCase(from.getScheme()) && scheme.equals("http")) {
      return "it leads from https to http";
    }
    if (!to.getHost().equalsIgnoreCase(from.getHost())
        && isInside(to.getHost())
        && !isInside(from.getHost())) {
      return "it leads to an address inside";
    }
    return null;
  }

  private static boolean isInside(String host) {
    try {
      for (InetAddress a : InetAddress.getAllByName(host)) {
        if (a.isLoopbackAddress()
            || a.isLinkLocalAddress()
            || a.isSiteLocalAddress()
            || a.isAnyLocalAddress()) {
          return true;
        }
      }
      return false;
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  private static String reason(IOException e) {
    String text = e.getMessage();
    return text == null || text.isBlank() ? e.getClass().getSimpleName() : text;
  }

  /** Collects a body up to the limit. */
  private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> all =
        HttpResponse.BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long size;

    @Override
    public CompletionStage<byte[]> getBody() {
      all.getBody()
          .whenComplete(
              (bytes, e) -> {
                if (e == null) {
                  body.complete(bytes);
                } else {
                  body.completeExceptionally(e);
                }
              });
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
      subscription = s;
      all.onSubscribe(s);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      size += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
      Flow.Subscription s = subscription;
      if (size > BODY_BYTES && s != null) {
        s.cancel();
        body.completeExceptionally(
            new IOException("the answer is larger than " + (BODY_BYTES >> 20) + " MB"));
      } else {
        all.onNext(buffers);
      }
    }

    @Override
    public void onError(Throwable e) {
      all.onError(e);
    }

    @Override
    public void onComplete() {
      all.onComplete();
    }
  }
}
