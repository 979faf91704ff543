package io.trunkline.backend.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.function.IntFunction;

/// A server that answers webhooks and can be started on a port. `database` is its own, on the PostgreSQL of all.
record Contender(String name, String database, String voicePath, String noticePath, IntFunction<Child> starter) {
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String NUMBER = "+18005551212";
    static final String PUBLIC_URL = "https://centre.example.com";
    static final UUID TENANT = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    /// A started contender.
    record Running(Contender contender, Child child, int port) implements AutoCloseable {
        @Override
        public void close() {
            child.close();
        }
    }

    /// What the load has to know to post webhooks of the kind.
    VoiceForms.Target target(VoiceForms.Kind kind) {
        return target(kind, kind == VoiceForms.Kind.NOTICE ? noticePath : voicePath);
    }

    static VoiceForms.Target target(VoiceForms.Kind kind, String path) {
        return new VoiceForms.Target(kind, path, PUBLIC_URL + path, TOKEN, ACCOUNT, NUMBER);
    }

    /// Starts it on a free port; it need not answer yet.
    Running start() throws IOException {
        var port = freePort();
        return new Running(this, starter.apply(port), port);
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
