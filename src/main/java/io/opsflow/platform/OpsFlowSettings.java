package io.opsflow.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What whoever runs OpsFlow has told it, checked: a program that runs has settings that make sense.
 *
 * @param profile   what the program is for
 * @param address   the address it listens on
 * @param port      the port it listens on; 0 stands for any free one
 * @param data      the folder of everything that must survive a restart
 * @param database  where the database is
 * @param secretKey the 32 bytes that everything secret hangs on; use {@link #keyFor} instead
 * @param baseUrl   the address people have in their browsers, without a slash at the end
 * @param timeZone  the zone of dates and times for people who have chosen none
 * @param demoData  whether a new database is filled with the living demo
 */
public record OpsFlowSettings(
        Profile profile,
        String address,
        int port,
        Path data,
        Database database,
        SecretKey secretKey,
        URI baseUrl,
        ZoneId timeZone,
        boolean demoData) {

    /** The property that names the command where the program does one and ends, instead of serving. */
    public static final String COMMAND = "opsflow.command";

    /** The day that it is for people who have chosen no zone. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /** What a running OpsFlow is for. */
    public enum Profile {
        /** To be looked at: on this machine alone, with accounts whose passwords everybody knows. */
        DEMO,
        /** To be worked with. */
        PRODUCTION
    }

    /**
     * Where the database is.
     *
     * @param url         complete, with what OpsFlow adds to the bare one
     * @param connections how many the pool holds at most
     */
    public record Database(String url, String user, String password, int connections) {

        /** Whether the database is a server of its own, not a file in the data folder. */
        public boolean isServer() {
            return url.startsWith(DatabaseUrl.MYSQL);
        }

        @Override
        public String toString() {
            return "Database[url=" + url.replaceFirst("[?;].*", "") + ", user=" + user + "]";
        }
    }

    /** Whether this is the demo: the banner is shown and the demo accounts may sign in. */
    public boolean isDemo() {
        return profile == Profile.DEMO;
    }

    /** Whether only this machine reaches it: it listens here alone, and nobody was told another address. */
    public boolean isLocal() {
        return isThisMachine(address) && isThisMachine(baseUrl.getHost());
    }

    private static boolean isThisMachine(String host) {
        try {
            // A name is not looked up: it stands for wherever people are.
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|.*:.*")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * A key for one purpose, made from the secret key: what is signed for one purpose is worth nothing for another.
     *
     * @param purpose names the purpose, for ever the same
     * @return 32 bytes, for HMAC-SHA256 or AES-256
     */
    public SecretKey keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secretKey);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "OpsFlowSettings[profile=" + profile + ", address=" + address + ", port=" + port + ", data=" + data
                + ", database=" + database + ", baseUrl=" + baseUrl + ", timeZone=" + timeZone + "]";
    }
}
