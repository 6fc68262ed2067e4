package io.opsflow.design;

/** A part of a page that can look again whether what it shows is still so. What it shows unchanged it leaves alone. */
public interface Refreshable {

    /** Called every few seconds while somebody looks. */
    void refresh();
}
