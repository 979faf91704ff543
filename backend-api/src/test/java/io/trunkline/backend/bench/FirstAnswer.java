package io.trunkline.backend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks a server that is just starting the same question again and again until it is answered with 200.
final class FirstAnswer {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private FirstAnswer() {}

    /// Milliseconds since `started`, by the clock of System.nanoTime.
    static double of(Contender.Running server, long started) throws GeneralSecurityException {
        var target = server.contender().target(VoiceForms.Kind.QUESTION);
        var request = new VoiceForms(target, started).requests(1).getFirst();
        while (System.nanoTime() - started < PATIENCE) {
            if (answered(server.port(), request)) {
                return (System.nanoTime() - started) / 1e6;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException(
                server.contender().name() + " answered no webhook within a minute of its start");
    }

    /// Sends each request once.
    static void ask(int port, List<byte[]> requests) {
        requests.forEach(request -> answered(port, request));
    }

    /// Waits until a server says that it is ready.
    static void listening(Contender.Running server) {
        var request = "GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        var end = System.nanoTime() + PATIENCE;
        while (!answered(server.port(), request)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        server.contender().name() + " was not ready within a minute of its start");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static boolean answered(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (SocketException e) {
            // nobody listens yet
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
