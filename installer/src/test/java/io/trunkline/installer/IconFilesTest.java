package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Read again by the JDK's own reader of PNG, and by the formats' own rules.
class IconFilesTest {
    private static final int CLEAR = 0x00000000;
    private static final int BLUE = 0xff0969da;

    @Test
    void aPngKeepsColoursAndWhatIsClear() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(IconFiles.png(striped(16))));

        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(image.getRGB(0, 0)).isEqualTo(CLEAR);
        assertThat(image.getRGB(3, 1)).isEqualTo(BLUE);
    }

    @Test
    void anIcoHoldsSmallPicturesPlainAndTheLargeOneAsPng() throws IOException {
        var bytes = IconFiles.ico(List.of(striped(16), striped(256)));
        var ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(ico.getShort(2)).as("an icon").isEqualTo((short) 1);
        assertThat(ico.getShort(4)).isEqualTo((short) 2);
        assertThat(ico.get(6)).isEqualTo((byte) 16);
        int plain = ico.getInt(6 + 12);
        assertThat(ico.getInt(plain)).as("a bitmap's header").isEqualTo(40);
        assertThat(ico.getInt(plain + 8)).as("picture and mask").isEqualTo(32);
        assertThat(ico.getInt(plain + 40)).as("the last row comes first").isEqualTo(BLUE);
        assertThat(ico.get(22)).as("256 is written 0").isEqualTo((byte) 0);
        int png = ico.getInt(22 + 12);
        int length = ico.getInt(22 + 8);
        assertThat(png + length).isEqualTo(bytes.length);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes, png, length)).getWidth())
                .isEqualTo(256);
    }

    @Test
    void anIcnsTellsItsLengthsAndHoldsEachSize() throws IOException {
        Map<Integer, IconFiles.Square> pictures = new HashMap<>();
        for (int edge : new int[] {32, 64, 128, 256, 512, 1024}) {
            pictures.put(edge, striped(edge));
        }
        var bytes = IconFiles.icns(pictures);
        var icns = ByteBuffer.wrap(bytes);

        assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(icns.getInt(4)).isEqualTo(bytes.length);
        int at = 8;
        int found = 0;
        while (at < bytes.length) {
            int length = icns.getInt(at + 4);
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes, at + 8, length - 8)))
                    .isNotNull();
            at += length;
            found++;
        }
        assertThat(at).isEqualTo(bytes.length);
        assertThat(found).isEqualTo(8);
    }

    @Test
    void theMarkIsDrawnAsTheDesktopDrawsItWithClearCorners() {
        var pictures = DrawIcons.draw();

        assertThat(pictures.keySet()).contains(16, 32, 48, 256, 512, 1024);
        var large = pictures.get(256);
        assertThat(large.at(0, 0) >>> 24)
                .as("a corner is round, so it is clear")
                .isZero();
        assertThat(large.at(128, 8)).as("the accent colour of the light theme").isEqualTo(BLUE);
        var signs = 0;
        for (int column = 0; column < 256; column++) {
            signs += large.at(column, 128) == 0xffffffff ? 1 : 0;
        }
        assertThat(signs).as("the headset is white").isPositive();
    }

    /// Clear and blue rows in turn.
    private static IconFiles.Square striped(int edge) {
        var argb = new int[edge * edge];
        for (int row = 0; row < edge; row++) {
            Arrays.fill(argb, row * edge, (row + 1) * edge, row % 2 == 0 ? CLEAR : BLUE);
        }
        return new IconFiles.Square(edge, argb);
    }
}
