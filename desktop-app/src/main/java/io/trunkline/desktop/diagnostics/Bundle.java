package io.trunkline.desktop.diagnostics;

import io.trunkline.desktop.os.Masks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The files that are looked through, saved and sent: the same ones.
record Bundle(List<Sheet> sheets) {
    Bundle {
        sheets = List.copyOf(sheets);
    }

    /// Asks every source; one that fails says so in its file.
    static Bundle of(List<Source> sources, Masks masks) {
        var sheets = new ArrayList<Sheet>();
        for (var source : sources) {
            sheets.add(new Sheet(source.name(), masks.clean(text(source))));
        }
        return new Bundle(sheets);
    }

    // Whatever is broken is what the bundle is about.
    @SuppressWarnings("IllegalCatch")
    private static String text(Source source) {
        try {
            return source.text().call();
        } catch (Exception e) {
            return "This could not be found out: " + e;
        }
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var sheet : sheets) {
                zip.putNextEntry(new ZipEntry(sheet.name()));
                zip.write(sheet.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
