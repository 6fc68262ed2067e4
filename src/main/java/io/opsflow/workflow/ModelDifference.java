package io.opsflow.workflow;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what two versions of a model differ.
 *
 * @param changes what was added, removed and changed, by name
 * @param text    the same line by line: a unified diff
 */
record ModelDifference(List<ModelChange> changes, String text) {

    private static final int CONTEXT = 3;

    /** The way from one version's files to another's, for a reader of a language. */
    static ModelDifference between(Map<String, byte[]> before, Map<String, byte[]> after, Locale locale) {
        List<ModelChange> changes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        for (String file : files) {
            ModelText old = ModelText.of(file, before.get(file));
            ModelText young = ModelText.of(file, after.get(file));
            changes.addAll(changes(file, old, young, locale));
            List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                    file, file, old.lines(), DiffUtils.diff(old.lines(), young.lines()), CONTEXT);
            lines.forEach(line -> text.append(line).append('\n'));
        }
        return new ModelDifference(changes, text.toString());
    }

    private static List<ModelChange> changes(String file, ModelText before, ModelText after, Locale locale) {
        if (before.lines().isEmpty()
                || after.lines().isEmpty()
                || before.elements().isEmpty()) {
            return before.lines().equals(after.lines())
                    ? List.of()
                    : List.of(new ModelChange(
                            before.lines().isEmpty()
                                    ? ModelChange.Kind.ADDED
                                    : after.lines().isEmpty() ? ModelChange.Kind.REMOVED : ModelChange.Kind.CHANGED,
                            file,
                            "",
                            file));
        }
        List<ModelChange> changes = new ArrayList<>();
        after.elements().forEach((id, element) -> {
            if (!before.elements().containsKey(id)) {
                changes.add(new ModelChange(ModelChange.Kind.ADDED, file, id, after.name(id, locale)));
            }
        });
        before.elements().forEach((id, element) -> {
            String young = after.elements().get(id);
            if (young == null) {
                changes.add(new ModelChange(ModelChange.Kind.REMOVED, file, id, before.name(id, locale)));
            } else if (!young.equals(element)) {
                changes.add(new ModelChange(ModelChange.Kind.CHANGED, file, id, after.name(id, locale)));
            }
        });
        if (!before.drawing().equals(after.drawing())) {
            changes.add(new ModelChange(ModelChange.Kind.REDRAWN, file, "", file));
        }
        return changes;
    }
}
