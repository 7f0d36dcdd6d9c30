package news.slugline.topology;

import java.util.Comparator;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;

/** Draws a topology in Mermaid's flowchart language. */
public final class Drawing {
  private Drawing() {}

  public static String mermaid(TopologyDescription description) {
    StringBuilder b = new StringBuilder("flowchart LR\n");
    TreeSet<String> topics = new TreeSet<>();
    TreeSet<String> arrows = new TreeSet<>();
    description.subtopologies().stream()
        .sorted(Comparator.comparingInt(TopologyDescription.Subtopology::id))
        .forEach(sub -> subtopology(sub, b, topics, arrows));
    topics.forEach(t -> b.append("  ").append(id(t)).append("[(\"").append(t).append("\")]\n"));
    arrows.forEach(b::append);
    return b.toString();
  }

  private static void subtopology(
      TopologyDescription.Subtopology sub,
      StringBuilder b,
      TreeSet<String> topics,
      TreeSet<String> arrows) {
    sub.nodes().stream()
        .sorted(Comparator.comparing(TopologyDescription.Node::name))
        .forEach(
            node -> {
              if (node instanceof TopologyDescription.Source s) {
                for (String t : new TreeSet<>(s.topicSet())) {
                  topics.add(t);
                  s.successors().forEach(n -> arrows.add(arrow(id(t), id(n.name() + "_p"))));
                }
              } else if (node instanceof TopologyDescription.Sink s) {
                topics.add(s.topic());
                s.predecessors()
                    .forEach(n -> arrows.add(arrow(id(n.name() + "_p"), id(s.topic()))));
              } else if (node instanceof TopologyDescription.Processor p) {
                b.append("  ")
                    .append(id(p.name() + "_p"))
                    .append("[[\"")
                    .append(p.name())
                    .append("<br/>")
                    .append(String.join("<br/>", new TreeSet<>(p.stores())))
                    .append("\"]]\n");
              }
            });
  }

  private static String arrow(String from, String to) {
    return "  " + from + " --> " + to + "\n";
  }

  private static String id(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }
}
