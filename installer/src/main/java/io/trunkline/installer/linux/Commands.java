package io.trunkline.installer.linux;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Other programs that the build uses. What they say is shown when they fail.
final class Commands {
    private Commands() {}

    static String run(String... words) {
        return run(Path.of("").toAbsolutePath(), Map.of(), 0, List.of(words));
    }

    static String run(Path folder, Map<String, String> environment, List<String> words) {
        return run(folder, environment, 0, words);
    }

    static String run(Path folder, Map<String, String> environment, int expected, List<String> words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var code = process.waitFor();
            if (code != expected) {
                throw new PackagingFault("%s ended with %d:\n%s".formatted(words, code, said));
            }
            return said;
        } catch (IOException e) {
            throw new PackagingFault("%s can't be run: %s".formatted(words.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagingFault("Interrupted in " + words);
        }
    }

    /// A tool of the JDK that runs the build.
    static String tool(String name, List<String> words) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        var code = ToolProvider.findFirst(name)
                .orElseThrow(() -> new PackagingFault("This Java has no " + name + ": the build needs a whole JDK."))
                .run(out, out, words.toArray(String[]::new));
        out.flush();
        if (code != 0) {
            throw new PackagingFault("%s %s ended with %d:\n%s".formatted(name, words, code, said));
        }
        return said.toString();
    }

    static boolean there(String program) {
        return List.of("/usr/bin", "/bin", "/usr/sbin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
