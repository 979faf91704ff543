package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.Optional;

/// One program for each folder: a second start asks the first to come to the front, and ends.
///
/// Asks over a socket that lives as a file in the folder, so no port is opened and nobody else can ask.
public final class SingleInstance implements AutoCloseable {
    private final ServerSocketChannel door;
    private final UnixDomainSocketAddress address;
    private Running listening = Running.ENDED;

    private SingleInstance(ServerSocketChannel door, UnixDomainSocketAddress address) {
        this.door = door;
        this.address = address;
    }

    /// Empty when another program is running in this folder; it has been asked to the front.
    public static Optional<SingleInstance> claim(AppFolder folder) throws IOException {
        var address = UnixDomainSocketAddress.of(folder.file("door"));
        if (knock(address)) {
            return Optional.empty();
        }
        Files.deleteIfExists(address.getPath());
        var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(address);
        return Optional.of(new SingleInstance(door, address));
    }

    /// Calls back on the FX thread each time another start knocks.
    public void onKnock(Work work, Runnable knocked) {
        listening = work.run(
                () -> {
                    door.accept().close();
                    return true;
                },
                _ -> {
                    knocked.run();
                    onKnock(work, knocked);
                },
                _ -> {});
    }

    @Override
    public void close() throws IOException {
        listening.cancel();
        door.close();
        Files.deleteIfExists(address.getPath());
    }

    private static boolean knock(UnixDomainSocketAddress address) {
        if (!Files.exists(address.getPath())) {
            return false;
        }
        try (var visitor = SocketChannel.open(address)) {
            return visitor.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
