package io.opsflow.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network cable to a server on this machine that a test can pull out and plug in again. */
public final class Cable implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    /** A cable to a local port. */
    public Cable(int exit) {
        this.exit = exit;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    /** The port to connect to instead. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection and lets no new one through. */
    public void pull() {
        plugged = false;
        connections.forEach(Cable::close);
    }

    public void plug() {
        plugged = true;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (!plugged) {
                    close(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
                connections.add(near);
                connections.add(far);
                inBackground(() -> copy(near, far));
                inBackground(() -> copy(far, near));
            } catch (IOException ended) {
                // The next round sees whether the cable itself has ended.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            // Both ends are closed below, which is all that an end of the line means.
        } finally {
            close(from);
            close(to);
            connections.remove(from);
            connections.remove(to);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pull();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
