package io.opsflow.design;

/** A live number behind an entry of the menu. Modules implement it as a bean; the shell asks every few seconds. */
public interface MenuCounter {

    /** The path of the menu entry that the number belongs to, such as {@code inbox}. */
    String path();

    /** The number for the person who is signed in; nothing is shown for zero. */
    long count();
}
