package io.opsflow.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose word is taken for where a request comes from. Anybody can write {@code X-Forwarded-For}: it is believed from this
 * machine, and otherwise only from proxies that were named.
 */
final class TrustedProxies {

    private static final String THIS_MACHINE = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");
    private static final Pattern NETWORK = Pattern.compile("(\\d{1,3}\\.){1,3}\\*");

    private TrustedProxies() {}

    /**
     * The expression that the server compares addresses with.
     *
     * @param list addresses such as {@code 10.0.0.5}, or networks such as {@code 172.18.*}, separated by commas
     */
    static String pattern(String list) {
        return list.isBlank()
                ? THIS_MACHINE
                : THIS_MACHINE
                        + Arrays.stream(list.split(",", -1))
                                .map(String::strip)
                                .map(TrustedProxies::one)
                                .collect(Collectors.joining("|", "|", ""));
    }

    private static String one(String given) {
        if (NETWORK.matcher(given).matches()) {
            return Pattern.quote(given.substring(0, given.length() - 1)) + "[0-9.]+";
        }
        if (ADDRESS.matcher(given).matches()) {
            try {
                // As the server spells it.
                return Pattern.quote(InetAddress.getByName(given).getHostAddress());
            } catch (UnknownHostException e) {
                throw new StartRefused("platform.bad-trusted-proxy", given);
            }
        }
        throw new StartRefused("platform.bad-trusted-proxy", given);
    }
}
