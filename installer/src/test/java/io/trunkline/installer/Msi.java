package io.trunkline.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An MSI that `wixl` made of the definition with stand-in files of the packaged program's layout, and its tables as
/// `msiinfo` tells them.
final class Msi {
    private final Path file;

    private Msi(Path file) {
        this.file = file;
    }

    /// Whether this computer has both tools.
    static boolean possible() {
        return Stream.of("wixl", "msiinfo").allMatch(Msi::installed);
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Msi build(Path folder, String scope, String version) throws IOException, InterruptedException {
        var program = folder.resolve("Trunkline");
        for (var name : List.of(
                "Trunkline.exe",
                "LICENSE.txt",
                "THIRD-PARTY.txt",
                "sbom.json",
                "app/Trunkline.cfg",
                "app/desktop-app.jar",
                "app/lib/javafx-web-26.0.1-win.jar",
                "app/lib/jfxwebkit.dll",
                "runtime/bin/server/jvm.dll",
                "runtime/lib/modules")) {
            var file = program.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "stands in for " + name);
        }
        Files.writeString(folder.resolve("files.wxs"), ProgramFiles.fragment(program, scope));
        Files.writeString(folder.resolve("trunkline.ico"), "stands in for the icon");
        Files.copy(Checkout.file("installer/windows/trunkline.wxs"), folder.resolve("trunkline.wxs"));
        var msi = folder.resolve("trunkline.msi");
        run(
                folder,
                List.of(
                        "wixl",
                        "-a",
                        "x64",
                        "-D",
                        "Version=" + version,
                        "-D",
                        "Scope=" + scope,
                        "-D",
                        "Icon=trunkline.ico",
                        "-o",
                        msi.toString(),
                        "trunkline.wxs",
                        "files.wxs"));
        return new Msi(msi);
    }

    /// The rows of a table; its columns in order, empty where there is nothing.
    List<List<String>> rows(String table) throws IOException, InterruptedException {
        // names, types and the key stand before the rows
        return run(file.getParent(), List.of("msiinfo", "export", file.toString(), table))
                .lines()
                .skip(3)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /// The value of one column by another.
    String value(String table, int key, String row, int column) throws IOException, InterruptedException {
        return rows(table).stream()
                .filter(columns -> columns.get(key).equals(row))
                .map(columns -> columns.get(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + row + " in the table " + table));
    }

    Map<String, String> properties() throws IOException, InterruptedException {
        var properties = new HashMap<String, String>();
        rows("Property").forEach(row -> properties.put(row.get(0), row.get(1)));
        return properties;
    }

    String summary() throws IOException, InterruptedException {
        return run(file.getParent(), List.of("msiinfo", "suminfo", file.toString()));
    }

    private static String run(Path folder, List<String> words) throws IOException, InterruptedException {
        var told = Files.createTempFile(folder, "told", ".txt");
        var program = new ProcessBuilder(new ArrayList<>(words))
                .directory(folder.toFile())
                .redirectOutput(told.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        if (!program.waitFor(60, TimeUnit.SECONDS) || program.exitValue() != 0) {
            throw new AssertionError(words + " failed: " + Files.readString(folder.resolve("errors.txt")));
        }
        return Files.readString(told).replace("\r", "");
    }
}
