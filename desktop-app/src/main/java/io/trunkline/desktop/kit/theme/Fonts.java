package io.trunkline.desktop.kit.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that come with the program, so that it looks and measures the same everywhere.
///
/// Inter for words. Its digits differ in width and JavaFX cannot ask a font for its tabular ones, so figures are set
/// in Roboto, whose digits are all as wide as each other and sit well beside Inter.
final class Fonts {
    private static final String PLACE = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-Italic.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "roboto/Roboto-Regular.ttf",
            "roboto/Roboto-Medium.ttf",
            "roboto/Roboto-Bold.ttf");
    private static boolean loaded;

    private Fonts() {}

    static void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (var in = Fonts.class.getResourceAsStream(PLACE + file)) {
            if (in == null || Font.loadFont(in, 14) == null) {
                throw new IllegalStateException("The font " + file + " cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
