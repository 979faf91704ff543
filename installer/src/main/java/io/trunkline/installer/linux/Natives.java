package io.trunkline.installer.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/// Finds native code that does not belong on this system, by what files are and not only by how they are called: in a
/// folder and in the jars of it.
public final class Natives {
    private static final int HEAD = 20;
    private static final int ELF = 0x7f454c46;
    private static final List<Integer> MACH = List.of(0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe);
    private static final Pattern OTHERS = Pattern.compile(
            ".*\\.(dll|dylib|jnilib|exe)|.*(windows|win32|win64|darwin|macos|osx|alpine|musl).*\\.(so|txz|zip|tar\\.gz)");

    private final short machine;
    private final List<String> foreign = new ArrayList<>();

    private Natives(short machine) {
        this.machine = machine;
    }

    /// Each as `file` or `jar!file`, with what it is.
    public static List<String> foreignIn(Path folder) throws IOException {
        var natives = new Natives(machine());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                natives.look(file, folder.relativize(file).toString());
            }
        }
        return natives.foreign;
    }

    /// Whether a jar holds such code; then it is another system's and is left out whole.
    static boolean foreign(Path jar) throws IOException {
        var natives = new Natives(machine());
        natives.look(jar, String.valueOf(jar.getFileName()));
        return !natives.foreign.isEmpty();
    }

    private static short machine() {
        return (short)
                switch (System.getProperty("os.arch")) {
                    case "amd64" -> 62;
                    case "aarch64" -> 183;
                    default ->
                        throw new PackagingFault("Nobody has packaged Trunkline for " + System.getProperty("os.arch"));
                };
    }

    private void look(Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            judge(name, in.readNBytes(HEAD));
        }
        if (name.endsWith(".jar")) {
            try (var zip = new ZipInputStream(Files.newInputStream(file))) {
                inside(name, zip);
            }
        }
    }

    private void inside(String jar, ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && !entry.getName().endsWith(".class")) {
                judge(jar + "!" + entry.getName(), head(zip));
            }
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        return in.readNBytes(HEAD);
    }

    private void judge(String name, byte[] head) {
        if (head.length == HEAD) {
            var bytes = ByteBuffer.wrap(head);
            if (bytes.getInt(0) == ELF && bytes.order(ByteOrder.LITTLE_ENDIAN).getShort(18) != machine) {
                foreign.add(name + " (for another processor)");
                return;
            }
            bytes.order(ByteOrder.BIG_ENDIAN);
            if (MACH.contains(bytes.getInt(0))) {
                foreign.add(name + " (macOS)");
                return;
            }
            if (bytes.getShort(0) == 0x4d5a) {
                foreign.add(name + " (Windows)");
                return;
            }
        }
        if (OTHERS.matcher(name.substring(name.lastIndexOf('!') + 1).toLowerCase(Locale.ROOT))
                .matches()) {
            foreign.add(name + " (by its name)");
        }
    }
}
