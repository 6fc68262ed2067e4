package io.opsflow.assets;

import io.opsflow.platform.OpsFlowSettings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The address that a label's QR code holds: short, and as lasting as the asset number that is printed beside it. */
@Component
class LabelAddress {

    private static final Pattern FORM = Pattern.compile("https?://[^?#]+/s\\?n=([^&#]+)");

    private final OpsFlowSettings settings;

    LabelAddress(OpsFlowSettings settings) {
        this.settings = settings;
    }

    /** The number is no part of the path, where firewalls let neither a slash nor a semicolon pass. */
    String of(String assetNumber) {
        return settings.baseUrl() + "/s?n=" + URLEncoder.encode(assetNumber, StandardCharsets.UTF_8);
    }

    /** Of what has no number of its own: the address of its page. */
    String of(AssetKind kind, long id) {
        return settings.baseUrl() + "/" + kind.plural() + "/" + id;
    }

    /**
     * The asset number on a label. Under which host it was printed does not count: that may have moved since. A code that is
     * no address is taken for an asset number itself, as other programs print them.
     */
    static Optional<String> assetNumber(String code) {
        Matcher form = FORM.matcher(code.strip());
        if (!form.matches()) {
            return code.contains("://") ? Optional.empty() : Optional.ofNullable(Names.text(code));
        }
        try {
            return Optional.ofNullable(Names.text(URLDecoder.decode(form.group(1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
