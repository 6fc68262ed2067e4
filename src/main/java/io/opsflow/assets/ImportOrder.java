package io.opsflow.assets;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported.
 *
 * @param kind     what its rows are
 * @param dryRun   whether it is only tried
 * @param skipBad  whether rows with errors are left out; otherwise one of them refuses all
 * @param charset  what a CSV is written in; null when nobody says
 * @param language of the sentences
 */
public record ImportOrder(
        AssetKind kind, boolean dryRun, boolean skipBad, @Nullable Charset charset, Locale language) {}
