package io.opsflow.design;

import com.vaadin.flow.component.Component;

/** A list on the home page, below the numbers. Modules implement it as a bean; it is made anew at each visit. */
public interface HomePanel {

    /** Panels stand in this order. */
    int order();

    /** Message key of the heading. */
    String title();

    /** Whether the panel concerns the person who is signed in. */
    boolean isVisible();

    /** Where "all" leads: path and query without a leading slash. */
    String link();

    /** The content. */
    Component content();
}
