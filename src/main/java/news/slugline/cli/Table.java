package news.slugline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import news.slugline.cli.Style.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings, as wide as the terminal at most: columns that hold prose wrap at words, the
 * others keep their width. On a terminal too narrow for that each row is a block of its own, every
 * value after its heading.
 *
 * <p>Control characters in cells become spaces, so that what an article says cannot drive the
 * reader's terminal.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final String INDENT = "    ";
  private static final int LEAST_PROSE = 16;

  /** A cell's text and its tone. */
  public record Cell(String text, @Nullable Tone tone) {
    public static Cell of(String text) {
      return new Cell(text, null);
    }

    public static Cell of(String text, Tone tone) {
      return new Cell(text, tone);
    }
  }

  private final List<String> headings;
  private final boolean[] right;
  private final boolean[] prose;
  private final List<List<Cell>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.headings = headings;
    this.right = new boolean[headings.size()];
    this.prose = new boolean[headings.size()];
  }

  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /** Columns of numbers. */
  public Table right(String... columns) {
    return mark(right, columns);
  }

  /** Columns that may wrap. */
  public Table prose(String... columns) {
    return mark(prose, columns);
  }

  private Table mark(boolean[] marks, String... columns) {
    for (String column : columns) {
      int index = headings.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("no column " + column);
      }
      marks[index] = true;
    }
    return this;
  }

  /**
   * @param cells a {@link Cell} or anything with a text, one a heading
   */
  public Table row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + headings.size() + " columns");
    }
    List<Cell> row = new ArrayList<>();
    for (Object cell : cells) {
      Cell given = cell instanceof Cell c ? c : Cell.of(String.valueOf(cell));
      row.add(new Cell(Terminals.clean(given.text()).strip(), given.tone()));
    }
    rows.add(row);
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public void print(Terminal terminal) {
    lines(terminal.width(), terminal.style()).forEach(terminal.out()::println);
  }

  List<String> lines(int width, Style style) {
    int[] widths = fit(width);
    List<String> lines = new ArrayList<>();
    if (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > width) {
      rows.forEach(row -> addBlock(lines, row, width, style));
      return lines;
    }
    List<Cell> head = headings.stream().map(h -> Cell.of(h, Tone.STRONG)).toList();
    addRow(lines, head, widths, style);
    rows.forEach(row -> addRow(lines, row, widths, style));
    return lines;
  }

  private int[] fit(int width) {
    int[] widths = headings.stream().mapToInt(TextWidth::of).toArray();
    for (List<Cell> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i).text()));
      }
    }
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
    while (excess > 0) {
      int widest = widestProse(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private int widestProse(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean mayShrink = prose[i] && widths[i] > LEAST_PROSE;
      if (mayShrink && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  /** The short values first, as many on a line as fit; under them, indented, what may be long. */
  private void addBlock(List<String> lines, List<Cell> row, int width, Style style) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int i = 0; i < row.size(); i++) {
      if (prose[i] || row.get(i).text().isEmpty()) {
        continue;
      }
      String before = i == 0 ? "" : (headings.get(i) + " ").stripLeading();
      int wide = TextWidth.of(before + row.get(i).text());
      if (used > 0 && used + GAP.length() + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(used == 0 ? "" : GAP).append(before).append(painted(row.get(i), style));
      used += wide + (used == 0 ? 0 : GAP.length());
    }
    if (used > 0) {
      lines.add(line.toString());
    }
    String indent = used > 0 || !lines.isEmpty() ? INDENT : "";
    for (int i = 0; i < row.size(); i++) {
      if (prose[i] && !row.get(i).text().isEmpty()) {
        String before = i == 0 ? "" : headings.get(i) + ": ";
        for (String part :
            TextWidth.wrap(before + row.get(i).text(), Math.max(1, width - indent.length()))) {
          lines.add(indent + painted(new Cell(part, row.get(i).tone()), style));
        }
      }
    }
  }

  private static String painted(Cell cell, Style style) {
    Tone tone = cell.tone();
    return tone == null ? cell.text() : style.paint(tone, cell.text());
  }

  private void addRow(List<String> lines, List<Cell> row, int[] widths, Style style) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> cell =
          prose[i]
              ? TextWidth.wrap(row.get(i).text(), widths[i])
              : Collections.singletonList(row.get(i).text());
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        String space = " ".repeat(Math.max(0, widths[i] - TextWidth.of(part)));
        Tone tone = row.get(i).tone();
        String painted = tone == null ? part : style.paint(tone, part);
        text.append(i == 0 ? "" : GAP).append(right[i] ? space + painted : painted + space);
      }
      lines.add(text.toString().stripTrailing());
    }
  }
}
