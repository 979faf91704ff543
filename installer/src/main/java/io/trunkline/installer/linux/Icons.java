package io.trunkline.installer.linux;

import io.trunkline.installer.DrawIcons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program's sign in the sizes that desktops ask for.
final class Icons {
    private static final String NAME = "trunkline-desktop";
    private static final List<Integer> EDGES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private Icons() {}

    static void draw(Path folder) throws IOException {
        var pngs = DrawIcons.pngs();
        for (var edge : EDGES) {
            var png = pngs.get(edge);
            if (png == null) {
                throw new PackagingFault("The sign is not drawn with an edge of " + edge);
            }
            Files.write(file(folder, "%dx%d".formatted(edge, edge), ".png"), png);
        }
        Files.writeString(file(folder, "scalable", ".svg"), DrawIcons.svg());
    }

    private static Path file(Path folder, String size, String end) throws IOException {
        return Files.createDirectories(folder.resolve(size).resolve("apps")).resolve(NAME + end);
    }
}
