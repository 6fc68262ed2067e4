package io.opsflow.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under one another as a terminal shows them, where a Chinese character is two wide. */
final class Columns {

    private static final String GAP = "  ";

    private Columns() {}

    static List<String> of(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, column -> Math.max(widths[column], width(row.get(column))));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int character) {
        return character >= 0x1100 && (Character.isIdeographic(character) || isWideMark(character)) ? 2 : 1;
    }

    /** Chinese punctuation, Korean, and Latin letters as wide as Chinese ones. */
    private static boolean isWideMark(int character) {
        return character <= 0x115F
                || character >= 0x3000 && character <= 0x30FF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xFF01 && character <= 0xFF60;
    }
}
