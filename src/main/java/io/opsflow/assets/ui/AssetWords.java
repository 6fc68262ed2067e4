package io.opsflow.assets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.Face;
import io.opsflow.assets.PlaceStatus;
import io.opsflow.assets.ServerStatus;
import io.opsflow.design.Chip;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.Tone;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the asset screens call things. */
final class AssetWords {

    /** What stands before a field's name in the key of its label. */
    static final String FIELD = "assets.f.";

    private AssetWords() {}

    /** What people read beside a field. */
    static String label(String field) {
        return I18NProvider.translate(FIELD + field);
    }

    /** What people read above a column of a file; the column's name where it is nobody else's. */
    static String fileField(String field) {
        String key = "assets.f." + field;
        String words = I18NProvider.translate(key);
        return field.isEmpty() || words.contains(key) ? field : words;
    }

    static Chip chip(PlaceStatus status) {
        Tone tone =
                switch (status) {
                    case PLANNED -> Tone.WORK;
                    case ACTIVE -> Tone.GOOD;
                    case MAINTENANCE -> Tone.WAIT;
                    case RETIRED -> Tone.CALM;
                };
        return Chip.of(word(status), tone);
    }

    static Chip chip(ServerStatus status) {
        Tone tone =
                switch (status) {
                    case PLANNED -> Tone.WORK;
                    case ACTIVE -> Tone.GOOD;
                    case MAINTENANCE -> Tone.WAIT;
                    case FAILED -> Tone.BAD;
                    case IN_STOCK, RETIRED -> Tone.CALM;
                };
        return Chip.of(word(status), tone);
    }

    static String word(PlaceStatus status) {
        return I18NProvider.translate("assets.place-status." + status.code());
    }

    static String word(ServerStatus status) {
        return I18NProvider.translate("assets.server-status." + status.code());
    }

    static String word(Face face) {
        return I18NProvider.translate("assets.face." + face.code());
    }

    static List<Option> placeStatuses() {
        return Arrays.stream(PlaceStatus.values())
                .map(status -> new Option(status.code(), word(status)))
                .toList();
    }

    static List<Option> serverStatuses() {
        return Arrays.stream(ServerStatus.values())
                .map(status -> new Option(status.code(), word(status)))
                .toList();
    }

    static List<Option> faces() {
        return Arrays.stream(Face.values())
                .map(face -> new Option(face.code(), word(face)))
                .toList();
    }

    /** A number with its unit; nothing where there is none. */
    static @Nullable String measured(@Nullable Object number, String unit) {
        return number == null ? null : number + " " + unit;
    }

    /** Used of available, in per cent too where something is available. */
    static String used(int used, @Nullable Integer available, String unit) {
        return available == null || available == 0
                ? used + " " + unit
                : used + " / " + available + " " + unit + " · " + Math.round(100.0 * used / available) + " %";
    }
}
