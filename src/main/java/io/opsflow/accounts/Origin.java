package io.opsflow.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from. */
final class Origin {

    private static final String UNKNOWN = "?";
    /** What one customer of a provider has: 64 of the 128 bits. */
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** The address in the details of an authentication. */
    static String address(@Nullable Object details) {
        if (details instanceof SignInDetails session) {
            return session.address();
        }
        if (details instanceof TokenDetails token) {
            return token.address();
        }
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : UNKNOWN;
    }

    /** The same as far as one neighbour can be told from the next: nobody has only one address of the long kind. */
    static String network(@Nullable Object details) {
        return networkOf(address(details));
    }

    /** The same of an address. */
    static String networkOf(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "::/64";
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
