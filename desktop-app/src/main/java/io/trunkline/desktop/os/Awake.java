package io.trunkline.desktop.os;

import io.trunkline.desktop.backend.ThisProgram;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the display on while it is open, as far as the system lets a program ask for it.
public final class Awake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Awake.class);

    /// `ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED`
    private static final int KEEP_ON = 0x80000003;

    private static final int AS_ALWAYS = 0x80000000;

    private final Optional<Process> holding;

    private Awake(Optional<Process> holding) {
        this.holding = holding;
    }

    /// On the FX thread, to which Windows ties it.
    public static Awake hold() {
        var own = String.valueOf(ProcessHandle.current().pid());
        return switch (ThisProgram.system()) {
            case "windows" -> {
                tellWindows(KEEP_ON);
                yield new Awake(Optional.empty());
            }
            case "macos" -> by(List.of("/usr/bin/caffeinate", "-d", "-w", own));
            // ends with this program, however that ends
            default ->
                by(List.of(
                        "systemd-inhibit",
                        "--what=idle:sleep",
                        "--who=Trunkline",
                        "--why=A wallboard is shown",
                        "tail",
                        "--pid=" + own,
                        "-f",
                        "/dev/null"));
        };
    }

    @Override
    public void close() {
        holding.ifPresent(Process::destroy);
        if (ThisProgram.system().equals("windows")) {
            tellWindows(AS_ALWAYS);
        }
    }

    /// Held by a program of the system for as long as that runs.
    static Awake by(List<String> words) {
        try {
            return new Awake(Optional.of(new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()));
        } catch (IOException e) {
            LOG.info("The display may go to sleep: {}", e.getMessage());
            return new Awake(Optional.empty());
        }
    }

    // whatever Windows lacks, the wallboard is shown
    @SuppressWarnings({"restricted", "IllegalCatch"})
    private static void tellWindows(int state) {
        try {
            var kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
            var handle = Linker.nativeLinker()
                    .downcallHandle(
                            kernel.findOrThrow("SetThreadExecutionState"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            LOG.debug("The display is kept on; it was {}", (int) handle.invokeExact(state));
        } catch (Throwable e) {
            LOG.info("The display may go to sleep: {}", e.toString());
        }
    }
}
