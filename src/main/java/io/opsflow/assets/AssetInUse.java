package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;
import java.util.List;

/** Other things hang on what should be deleted. */
public final class AssetInUse extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "asset-in-use";

    private static final long serialVersionUID = 1L;

    /**
     * @param name  what should be deleted
     * @param count how many things hang on it
     * @param some  what they are called, the first of them
     */
    AssetInUse(String name, long count, List<String> some) {
        super(CODE, name, count, some);
    }
}
