package news.slugline.wire;

import java.util.List;

/** Measures how many articles a second one thread parses, by format: {@code WireSpeed SECONDS}. */
final class WireSpeed {
  private WireSpeed() {}

  public static void main(String[] args) {
    long nanos = Long.parseLong(args[0]) * 1_000_000_000L;
    WireParser parser = WireParser.standard();
    for (String name : Fixtures.NAMES) {
      report(name, Fixtures.bytes(name), parser, nanos);
    }
    String body =
        "The ferry Selma ran aground off Norrvik on Sunday, the coast guard said. ".repeat(40);
    byte[] line =
        Ninjs.write(Samples.full().toBuilder().body(body).build())
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    report("ninjs 3, body of 3,000 characters", line, parser, nanos);
  }

  /** Processor time of this thread, so that a busy machine does not count. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void report(String name, byte[] bytes, WireParser parser, long nanos) {
    run(bytes, parser, nanos);
    long start = cpu();
    long items = run(bytes, parser, nanos);
    double seconds = (cpu() - start) / 1e9;
    System.out.printf(java.util.Locale.ROOT, "%-36s %8.0f items/s%n", name, items / seconds);
  }

  private static long run(byte[] bytes, WireParser parser, long nanos) {
    long items = 0;
    long end = cpu() + nanos;
    while (cpu() < end) {
      List<Parsed> parsed = parser.parse(bytes, Hints.ofPath("in/one"));
      items += parsed.size();
    }
    return items;
  }
}
