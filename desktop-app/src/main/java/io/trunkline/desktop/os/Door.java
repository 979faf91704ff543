package io.trunkline.desktop.os;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A socket that lives as a file, at which another start of the program says a word. No port is opened.
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int LONGEST_WORD = 4;

    private final ServerSocketChannel socket;
    private final Path file;

    private Door(ServerSocketChannel socket, Path file) {
        this.socket = socket;
        this.file = file;
    }

    /// Nothing where no socket can lie: on a stick with FAT, behind a path of more than about a hundred letters, on
    /// Windows before 1803.
    static Optional<Door> open(Path file) {
        try {
            Files.deleteIfExists(file);
            return Optional.of(new Door(bound(file), file));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("No socket can lie at {}: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static ServerSocketChannel bound(Path file) throws IOException {
        var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return socket.bind(UnixDomainSocketAddress.of(file));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Says a word of at most four letters to whoever is behind the door; false when nobody is.
    static boolean say(String word, Path file) {
        // followed, a socket is on Windows a link that leads nowhere
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var visitor = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            visitor.write(StandardCharsets.US_ASCII.encode(word));
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    /// Waits for the next visitor; its word, which is empty for one that only knocks.
    String hear() throws IOException {
        try (var visitor = socket.accept()) {
            var said = ByteBuffer.allocate(LONGEST_WORD);
            while (said.hasRemaining() && visitor.read(said) >= 0) {
                // a word may come in parts
            }
            return StandardCharsets.US_ASCII.decode(said.flip()).toString();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Files.deleteIfExists(file);
    }
}
