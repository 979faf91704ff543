package io.trunkline.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/// Writes the folder of the program as a fragment for `installer/windows/trunkline.wxs`: one component for each file,
/// with ids and
/// component codes made from the path, so that they are the same in each build. WiX and wixl have tools of their own
/// for this, which write
/// different things.
///
/// Arguments: the folder, the scope (`machine` or `user`), the fragment to write. Sources in it are relative to the
/// folder's parent.
final class ProgramFiles {
    private static final String KEY = "Software\\Trunkline\\Desktop\\Files";

    private final Path folder;
    private final boolean user;
    private final StringBuilder text = new StringBuilder();
    private final List<String> components = new ArrayList<>();

    private ProgramFiles(Path folder, boolean user) {
        this.folder = folder;
        this.user = user;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3 || !List.of("machine", "user").contains(arguments[1])) {
            System.err.println("ProgramFiles FOLDER machine|user FRAGMENT");
            System.exit(2);
            return;
        }
        Files.writeString(Path.of(arguments[2]), fragment(Path.of(arguments[0]), arguments[1]), StandardCharsets.UTF_8);
    }

    /// The fragment of all files below a folder.
    static String fragment(Path folder, String scope) {
        var files = new ProgramFiles(folder.toAbsolutePath().normalize(), scope.equals("user"));
        files.line(0, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        files.line(0, "<Wix xmlns=\"http://schemas.microsoft.com/wix/2006/wi\">");
        files.line(1, "<Fragment>");
        if (files.user) {
            files.line(2, "<DirectoryRef Id=\"UserPrograms\">");
            files.folderItself(3, "Programs");
            files.line(2, "</DirectoryRef>");
        }
        files.line(2, "<DirectoryRef Id=\"INSTALLFOLDER\">");
        files.inside(3, files.folder);
        files.line(2, "</DirectoryRef>");
        files.line(2, "<ComponentGroup Id=\"ProgramFiles\">");
        files.components.forEach(id -> files.line(3, "<ComponentRef Id=\"" + id + "\"/>"));
        files.line(2, "</ComponentGroup>");
        files.line(1, "</Fragment>");
        files.line(0, "</Wix>");
        return files.text.toString();
    }

    private void inside(int depth, Path here) {
        if (user) {
            folderItself(depth, relative(here));
        }
        for (var entry : sorted(here)) {
            if (Files.isDirectory(entry)) {
                line(depth, "<Directory Id=\"" + id("d", relative(entry)) + "\" Name=\"" + name(entry) + "\">");
                inside(depth + 1, entry);
                line(depth, "</Directory>");
            } else {
                file(depth, entry);
            }
        }
    }

    private void file(int depth, Path entry) {
        var path = relative(entry);
        open(depth, path);
        line(
                depth + 1,
                "<File Id=\"" + id("f", path) + "\" Name=\"" + name(entry) + "\" Source=\""
                        + escaped(folder.getFileName() + "/" + path) + "\" KeyPath=\"" + (user ? "no" : "yes")
                        + "\"/>");
        if (user) {
            key(depth + 1, path);
        }
        line(depth, "</Component>");
    }

    /// In a profile Windows Installer wants each folder removed by name, and a key below HKCU for each component.
    private void folderItself(int depth, String path) {
        var name = "folder " + path;
        open(depth, name);
        line(depth + 1, "<RemoveFolder Id=\"" + id("r", name) + "\" On=\"uninstall\"/>");
        key(depth + 1, name);
        line(depth, "</Component>");
    }

    private void open(int depth, String path) {
        var id = id("c", path);
        components.add(id);
        line(depth, "<Component Id=\"" + id + "\" Guid=\"" + code(path) + "\" Win64=\"yes\">");
    }

    private void key(int depth, String path) {
        line(
                depth,
                "<RegistryValue Id=\"" + id("k", path) + "\" Root=\"HKCU\" Key=\"" + KEY + "\" Name=\"" + id("k", path)
                        + "\" Type=\"integer\" Value=\"1\" KeyPath=\"yes\"/>");
    }

    private String relative(Path entry) {
        return folder.relativize(entry).toString().replace('\\', '/');
    }

    private String code(String path) {
        var name = "io.trunkline.desktop " + (user ? "user " : "machine ") + path;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    /// An id may have 72 characters of a few kinds; a path has more.
    private static String id(String kind, String path) {
        var hash = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        return kind
                + HexFormat.of().toHexDigits(hash.getMostSignificantBits())
                + HexFormat.of().toHexDigits(hash.getLeastSignificantBits());
    }

    private static List<Path> sorted(Path here) {
        try (Stream<Path> entries = Files.list(here)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path entry) {
        return escaped(String.valueOf(entry.getFileName()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
