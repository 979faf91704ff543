package io.trunkline.installer;

import io.trunkline.desktop.kit.Picture;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pictures as the systems want their icons: PNG, Windows' ICO and macOS's ICNS.
final class IconFiles {
    /// From here on ICO holds a PNG; smaller ones are plain, which every part of Windows reads.
    private static final int LARGE = 256;

    /// Types of ICNS by their edge in pixels. Two types may have the same picture: one of them is for screens of double
    /// density.
    private static final Map<String, Integer> ICNS = types();

    private IconFiles() {}

    /// A square picture: red, green, blue and opacity in one number for each pixel, row by row.
    static final class Square {
        private final int edge;
        private final int[] argb;

        Square(int edge, int[] argb) {
            if (argb.length != edge * edge) {
                throw new IllegalArgumentException("A square of " + edge + " has not " + argb.length + " pixels.");
            }
            this.edge = edge;
            this.argb = argb.clone();
        }

        int edge() {
            return edge;
        }

        int at(int column, int row) {
            return argb[row * edge + column];
        }
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        return types;
    }

    static byte[] png(Square square) throws IOException {
        return Picture.png(square.edge(), square.edge(), square::at);
    }

    static byte[] ico(List<Square> pictures) throws IOException {
        var head = new byte[6 + 16 * pictures.size()];
        var directory = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        var images = new ByteArrayOutputStream();
        for (var picture : pictures) {
            var image = picture.edge() < LARGE ? plain(picture) : png(picture);
            var edge = (byte) (picture.edge() < LARGE ? picture.edge() : 0);
            directory.put(edge).put(edge).put((byte) 0).put((byte) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(image.length).putInt(head.length + images.size());
            images.write(image);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(head);
        images.writeTo(bytes);
        return bytes.toByteArray();
    }

    /// A bitmap without a file's header, from the last row to the first, and an empty mask, since the opacity is in the
    /// pixels.
    private static byte[] plain(Square picture) {
        int edge = picture.edge();
        int mask = (edge + 31) / 32 * 4 * edge;
        var image = new byte[40 + 4 * edge * edge + mask];
        var bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(40).putInt(edge).putInt(2 * edge).putShort((short) 1).putShort((short) 32);
        bytes.putInt(0)
                .putInt(4 * edge * edge + mask)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(0);
        for (int row = edge - 1; row >= 0; row--) {
            for (int column = 0; column < edge; column++) {
                bytes.putInt(picture.at(column, row));
            }
        }
        return image;
    }

    static byte[] icns(Map<Integer, Square> byEdge) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (var type : ICNS.entrySet()) {
            var picture = byEdge.get(type.getValue());
            if (picture == null) {
                throw new IllegalArgumentException("An ICNS wants a picture of " + type.getValue() + " pixels.");
            }
            var image = png(picture);
            out.writeBytes(type.getKey());
            out.writeInt(8 + image.length);
            out.write(image);
        }
        var all = new ByteArrayOutputStream();
        var head = new DataOutputStream(all);
        head.writeBytes("icns");
        head.writeInt(8 + bytes.size());
        bytes.writeTo(head);
        return all.toByteArray();
    }
}
