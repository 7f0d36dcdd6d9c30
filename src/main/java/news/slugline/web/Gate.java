package news.slugline.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything: says who may come in, how often, and what a browser may do with what it
 * gets. The board's own files are open to all, data is not.
 */
final class Gate implements Filter {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Tokens tokens;
  private final Rates rates;
  private final boolean loopback;

  /**
   * @param loopback whether only this machine is served: then only its own names are answered, or
   *     any web page could reach in by a name that it lets point here
   */
  Gate(Tokens tokens, Rates rates, boolean loopback) {
    this.tokens = tokens;
    this.rates = rates;
    this.loopback = loopback;
  }

  @Override
  public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) req;
    HttpServletResponse response = (HttpServletResponse) res;
    headers(response);
    boolean api = request.getRequestURI().startsWith("/api/");
    if (loopback && !HERE.contains(host(request.getHeader("Host")))) {
      Problem.write(response, 421, "this server answers to localhost only");
    } else if (foreign(request)) {
      Problem.write(response, 403, "requests from pages of other origins are refused");
    } else if (!rates.admits(request.getRemoteAddr(), System.nanoTime())) {
      response.setHeader("Retry-After", "1");
      Problem.write(response, 429, "too many requests; wait a second");
    } else if (!api || allowed(request, response)) {
      if (api) {
        response.setHeader("Cache-Control", "no-store");
      }
      chain.doFilter(request, response);
    }
  }

  private boolean allowed(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tokens.Scope has = tokens.scope(request.getHeader("Authorization"));
    if (has == Tokens.Scope.NONE) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"slugline\"");
      Problem.write(response, 401, "send `Authorization: Bearer TOKEN`");
      return false;
    }
    boolean admin =
        request.getRequestURI().startsWith("/api/v1/webhooks")
            || !Set.of("GET", "HEAD").contains(request.getMethod());
    if (admin && has != Tokens.Scope.ADMIN) {
      Problem.write(response, 403, "this needs a token of scope admin");
      return false;
    }
    return true;
  }

  private static void headers(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CSP);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
  }

  /** A browser names the page's origin where another site's page asks. */
  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean navigates = "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    if ("cross-site".equals(site) && !navigates) {
      return true;
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    int scheme = origin.indexOf("://");
    return scheme < 0 || !origin.substring(scheme + 3).equalsIgnoreCase(request.getHeader("Host"));
  }

  private static String host(@Nullable String header) {
    String h = header == null ? "" : header.toLowerCase(Locale.ROOT);
    int port = h.lastIndexOf(':');
    return port > h.lastIndexOf(']') ? h.substring(0, port) : h;
  }
}
