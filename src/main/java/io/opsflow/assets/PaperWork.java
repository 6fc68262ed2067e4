package io.opsflow.assets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What leaves for paper as PDF and comes back from it as a photograph: the port that {@code paper} implements. */
public interface PaperWork {

    /**
     * What is glued to a server, a rack or a door.
     *
     * @param name        what people read
     * @param kind        vendor and model, or whatever tells what it is
     * @param place       where it stood when the label was printed
     * @param address     what a phone reads: the address of its page
     */
    record Label(String name, @Nullable String kind, @Nullable String place, String address) {}

    /** Racks that show both sides, one a page. */
    byte[] elevations(List<Elevation> racks, Locale locale);

    /** Labels, as many as there are. */
    byte[] labels(List<Label> labels, LabelPaper paper);

    /**
     * What the QR code in a picture says, if there is one that can be read.
     *
     * @param rgb as many as width times height, row by row
     */
    Optional<String> read(int[] rgb, int width, int height);
}
