package io.opsflow.design;

/**
 * One number on the home page. Modules implement it as a bean; all methods speak of the person who is signed in. The link
 * leads to the list that holds exactly what was counted.
 */
public interface HomeTile {

    /** Tiles stand in this order. */
    int order();

    /** Message key of what is counted. */
    String title();

    /** Whether the tile concerns the person who is signed in. */
    boolean isVisible();

    /** The number. */
    long count();

    /** Where the number leads: path and query without a leading slash, such as {@code tickets?open=true}. */
    String link();

    /** What a number greater than zero means. */
    default Tone tone() {
        return Tone.CALM;
    }
}
