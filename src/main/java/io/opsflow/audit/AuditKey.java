package io.opsflow.audit;

import io.opsflow.platform.OpsFlowSettings;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The key of the log. Whoever has the database alone cannot make an entry, or a link of the chain, that holds. */
@Component
class AuditKey {

    private final SecretKey key;

    AuditKey(OpsFlowSettings settings) {
        this.key = settings.keyFor("audit log");
    }

    byte[] of(AuditEntry entry) {
        return mac().doFinal(entry.bytes());
    }

    /** For many in a row: making one costs more than using it. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + key.getAlgorithm(), e);
        }
    }
}
