package io.trunkline.desktop.softphone.device;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Begins a class of these tests as a program of its own, with what this one was begun with.
final class Tryout {
    private Tryout() {}

    /// `around` may change the program's environment.
    static Process begin(Class<?> which, Path folder, Path log, String word, Consumer<ProcessBuilder> around)
            throws IOException {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-Dglass") || each.startsWith("-Dprism") || each.startsWith("--enable"))
                .forEach(line::add);
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var arguments = Files.writeString(folder.resolve("path"), "-cp \"" + path.replace(File.separator, "/") + "\"");
        line.addAll(List.of("@" + arguments, which.getName(), word));
        var builder = new ProcessBuilder(line);
        around.accept(builder);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
