package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconsTest {
    private static final int BLUE = 0xff0969da;

    @Test
    void everySizeIsTheDesktopsOwnSignWithClearCorners(@TempDir Path folder) throws Exception {
        Icons.draw(folder);

        for (var edge : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            var png = ImageIO.read(folder.resolve("%1$dx%1$d/apps/trunkline-desktop.png".formatted(edge))
                    .toFile());
            assertThat(png.getWidth()).isEqualTo(edge);
            // its one pixel is partly inside where the picture is small
            assertThat(png.getRGB(0, 0) >>> 24).as("a corner").isLessThan(edge < 48 ? 0x80 : 1);
            assertThat(png.getRGB(edge / 2, edge / 16)).as("the ground").isEqualTo(BLUE);
        }
        var svg = folder.resolve("scalable/apps/trunkline-desktop.svg");
        try (var in = Files.newInputStream(svg)) {
            var drawing =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            assertThat(drawing.getElementsByTagName("path").getLength()).isEqualTo(5);
        }
        assertThat(svg).content().contains("rx=\"8\" fill=\"#0969da\"").contains("fill=\"#ffffff\"");
    }
}
