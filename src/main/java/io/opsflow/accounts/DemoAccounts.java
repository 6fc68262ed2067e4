package io.opsflow.accounts;

import io.opsflow.platform.OpsFlowSettings;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells visitors of the demo who they can sign in as; nobody outside the demo, or where others reach it. */
@Service
@PreAuthorize("permitAll()") // for people who cannot be signed in yet
public class DemoAccounts {

    private final OpsFlowSettings settings;

    DemoAccounts(OpsFlowSettings settings) {
        this.settings = settings;
    }

    /**
     * Somebody to sign in as.
     *
     * @param password known to everybody who reads the README
     */
    public record Visitor(String username, String password, String realName, RoleName role) {

        @Override
        public String toString() {
            return "Visitor[username=" + username + "]";
        }
    }

    /** One person for every account of the demo. */
    public List<Visitor> visitors() {
        if (!settings.isDemo() || !settings.isLocal()) {
            return List.of();
        }
        return Arrays.stream(DemoAccount.values())
                .map(demo -> new Visitor(demo.username(), demo.password(), demo.realName(), RoleName.of(demo.role())))
                .toList();
    }
}
