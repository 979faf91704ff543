package io.trunkline.desktop.kit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/// Saves what a window shows as a PNG, without AWT.
public final class Picture {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

    private Picture() {}

    /// On the FX thread; folders are made.
    public static void save(Scene scene, Path file) throws IOException {
        save(scene.snapshot(null), file);
    }

    /// Writes an image; folders are made.
    public static void save(Image image, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, png(image));
    }

    /// The bytes of a PNG.
    public static byte[] png(Image image) throws IOException {
        return png((int) image.getWidth(), (int) image.getHeight(), image.getPixelReader()::getArgb);
    }

    /// The bytes of a PNG, from the opacity, red, green and blue at each column and row.
    public static byte[] png(int width, int height, IntBinaryOperator argb) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(width, height));
        chunk(out, "IDAT", pixels(width, height, argb));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /// Eight bits a channel, red green blue and opacity, no interlace.
    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 6, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] pixels(int width, int height, IntBinaryOperator argb) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < height; y++) {
                out.write(0);
                for (int x = 0; x < width; x++) {
                    int pixel = argb.applyAsInt(x, y);
                    out.write(pixel >> 16);
                    out.write(pixel >> 8);
                    out.write(pixel);
                    out.write(pixel >> 24);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
