package io.trunkline.desktop.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A web proxy that does nothing but CONNECT, and leads all of it to this computer.
public final class TunnelProxy extends ProxySelector implements AutoCloseable {
    /// Where it was asked to lead to, in order.
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final boolean wantsPassword;

    public TunnelProxy(boolean wantsPassword) throws IOException {
        this.wantsPassword = wantsPassword;
        Thread.ofVirtual().start(this::accept);
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public List<Proxy> select(URI address) {
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.getInetAddress(), port())));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException why) {
        throw new IllegalStateException("The proxy was not reached", why);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream()).split(" ", 3);
            if (!head[0].equals("CONNECT")) {
                say(client, "405 Only CONNECT\r\nContent-Length: 0");
                return;
            }
            asked.add(head[1]);
            if (wantsPassword) {
                say(client, "407 Who?\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 0");
                return;
            }
            var port = Integer.parseInt(head[1].substring(head[1].lastIndexOf(':') + 1));
            try (var to = new Socket(InetAddress.getLoopbackAddress(), port)) {
                say(client, "200 Established");
                Thread.ofVirtual().start(() -> pour(to, client));
                client.getInputStream().transferTo(to.getOutputStream());
            }
        } catch (IOException _) {
            // one of both sides went away, and with it the tunnel
        }
    }

    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // as above
        }
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + words + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Up to the empty line.
    private static String head(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int each = in.read();
            if (each < 0) {
                throw new IOException("The client went away");
            }
            text.append((char) each);
        }
        return text.toString();
    }
}
