package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// One program for each folder: a second start asks the first to come to the front, and ends.
///
/// Asks at a [Door] in the folder, so that nobody else can. A folder that cannot have one is locked instead, and the
/// door is where this person's sockets may lie.
public final class SingleInstance implements AutoCloseable {
    /// What a visitor says who wants the program to end; one that says nothing wants it at the front.
    private static final String QUIT = "quit";

    private final Optional<Door> door;
    private final Optional<FileChannel> lock;
    private Running listening = Running.ENDED;

    private SingleInstance(Optional<Door> door, Optional<FileChannel> lock) {
        this.door = door;
        this.lock = lock;
    }

    /// Empty when another program is running in this folder; it has been asked to the front.
    public static Optional<SingleInstance> claim(AppFolder folder) throws IOException {
        return claim(folder, () -> elsewhere(folder));
    }

    static Optional<SingleInstance> claim(AppFolder folder, Supplier<Optional<Path>> elsewhere) throws IOException {
        if (Door.say("", folder.file("door"))) {
            return Optional.empty();
        }
        var door = Door.open(folder.file("door"));
        if (door.isPresent()) {
            return Optional.of(new SingleInstance(door, Optional.empty()));
        }
        var lock = lock(folder.file("lock"));
        if (lock.isEmpty()) {
            elsewhere.get().ifPresent(file -> Door.say("", file));
            return Optional.empty();
        }
        return Optional.of(new SingleInstance(elsewhere.get().flatMap(Door::open), lock));
    }

    /// Asks the program that runs in this folder to end as if its window were closed: the only way that every system
    /// has, since Windows can but kill what another program started. False when none hears.
    public static boolean quit(AppFolder folder) {
        return Door.say(QUIT, folder.file("door"))
                || elsewhere(folder).map(file -> Door.say(QUIT, file)).orElse(false);
    }

    /// Calls back on the FX thread each time another start knocks, and when this one shall end.
    public void listen(Work work, Runnable knocked, Runnable quit) {
        door.ifPresent(each -> listen(each, work, knocked, quit));
    }

    private void listen(Door at, Work work, Runnable knocked, Runnable quit) {
        listening = work.run(
                at::hear,
                word -> {
                    if (word.equals(QUIT)) {
                        quit.run();
                    } else {
                        knocked.run();
                        listen(at, work, knocked, quit);
                    }
                },
                _ -> {});
    }

    @Override
    public void close() throws IOException {
        listening.cancel();
        if (door.isPresent()) {
            door.get().close();
        }
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    /// Nothing where another program holds it. The file stays: who deleted it could take it from the next.
    private static Optional<FileChannel> lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process
        }
        channel.close();
        return Optional.empty();
    }

    /// A short path below a folder that is this person's alone; the shared `/tmp` of Linux is none.
    private static Optional<Path> elsewhere(AppFolder folder) {
        var own = System.getProperty("os.name").equals("Linux")
                ? Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                : Optional.of(System.getProperty("java.io.tmpdir"));
        var name = UUID.nameUUIDFromBytes(
                folder.file("door").toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return own.map(each -> Path.of(each, "trunkline-" + name));
    }
}
