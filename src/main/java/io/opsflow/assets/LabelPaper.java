package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;

/** What labels are printed on. */
public enum LabelPaper {
    /** A sheet of twenty-four, three beside each other. */
    A4("a4", 210, 297, 3, 8),
    /** One label at a time, from the roll of a label printer. */
    ROLL("62x29", 62, 29, 1, 1);

    private final String code;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;

    LabelPaper(String code, int width, int height, int columns, int rows) {
        this.code = code;
        this.width = width;
        this.height = height;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The paper with a code.
     *
     * @throws InvalidInput there is none
     */
    public static LabelPaper of(String code) {
        return Codes.find("paper", values(), LabelPaper::code, code);
    }

    /** Its name in the API. */
    public String code() {
        return code;
    }

    /** In millimetres, as the following ones. */
    public float width() {
        return width;
    }

    public float height() {
        return height;
    }

    /** How many labels stand beside each other. */
    public int columns() {
        return columns;
    }

    /** How many stand below each other. */
    public int rows() {
        return rows;
    }
}
