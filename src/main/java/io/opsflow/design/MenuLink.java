package io.opsflow.design;

/** An entry of the menu that leads out of the screens. Modules implement it as a bean. */
public interface MenuLink {

    /** Where it leads, without a leading slash. */
    String path();

    /** The message key of what it is called. */
    String title();

    /** Its place, as {@code @Menu} counts. */
    int order();

    /** A name of our icon set. */
    String icon();

    /** Whether the person who is signed in may go there. */
    boolean isForMe();
}
