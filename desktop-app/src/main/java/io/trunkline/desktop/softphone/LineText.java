package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Preflight;
import io.trunkline.model.call.LineGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words for what the carrier's device says in names and figures.
final class LineText {
    /// Every warning that Twilio's voice SDK tells of a call.
    private static final Map<String, String> WARNINGS = Map.ofEntries(
            Map.entry("high-rtt", "softphone.warning.delay"),
            Map.entry("low-mos", "softphone.warning.mos"),
            Map.entry("high-jitter", "softphone.warning.jitter"),
            Map.entry("high-packet-loss", "softphone.warning.loss"),
            Map.entry("high-packets-lost-fraction", "softphone.warning.loss"),
            Map.entry("low-bytes-received", "softphone.warning.received"),
            Map.entry("low-bytes-sent", "softphone.warning.sent"),
            Map.entry("constant-audio-input-level", "softphone.warning.microphone"),
            Map.entry("ice-connectivity-lost", "softphone.warning.connectivity"));

    private LineText() {}

    static List<String> names() {
        return List.copyOf(WARNINGS.keySet());
    }

    /// The sentence for a warning; one the program does not know is told by its name.
    static String warning(String name) {
        var key = WARNINGS.get(name);
        return key == null ? Text.of("softphone.warning.other", name) : Text.of(key);
    }

    /// In numbers, one a line.
    static String figures(Measure of) {
        return String.join(
                "\n",
                Text.of("softphone.measure.mos", decimal(of.mos())),
                Text.of("softphone.measure.loss", percent(of.loss())),
                Text.of("softphone.measure.jitter", millis(of.jitter())),
                Text.of("softphone.measure.delay", millis(of.roundTrip())));
    }

    /// What a call to oneself showed: the verdict first, then what stands behind it.
    static List<String> of(Preflight shown) {
        var told = new ArrayList<String>();
        told.add(Text.of(shown.heard() ? "softphone.echo.heard" : "softphone.echo.unheard"));
        told.add(Text.of(verdict(shown.measure().mos())));
        told.add(Text.of("softphone.echo.connected", seconds(shown)));
        shown.warnings().stream().map(LineText::warning).distinct().forEach(told::add);
        return told;
    }

    /// Why a direct call is over; empty where both know it anyway.
    static String direct(EndReason why, String name) {
        return switch (why) {
            case HUNG_UP -> Text.of("softphone.direct.over", name);
            case CANCELLED -> "";
            case REJECTED -> Text.of("softphone.direct.rejected", name);
            case TIMED_OUT -> Text.of("softphone.direct.timedOut", name);
            case LOST -> Text.of("softphone.direct.lost", name);
            case FAILED -> Text.of("softphone.direct.failed", name);
        };
    }

    /// Why a colleague's call rings no more.
    static String missed(EndReason why, String name) {
        return switch (why) {
            case HUNG_UP, CANCELLED -> Text.of("softphone.direct.stopped", name);
            case REJECTED -> "";
            case TIMED_OUT -> Text.of("softphone.direct.missed", name);
            case LOST, FAILED -> Text.of("softphone.direct.lost", name);
        };
    }

    static String decimal(double number) {
        return String.format(locale(), "%.1f", number);
    }

    static String percent(double share) {
        return String.format(locale(), "%.1f %%", share * 100);
    }

    static String millis(double millis) {
        return String.format(locale(), "%.0f ms", millis);
    }

    private static String seconds(Preflight of) {
        return String.format(locale(), "%.1f", of.connected().toMillis() / 1000.0);
    }

    private static String verdict(double mos) {
        return switch (LineGrade.of(mos)) {
            case GOOD -> "softphone.echo.good";
            case FAIR -> "softphone.echo.fair";
            case POOR -> "softphone.echo.poor";
        };
    }

    private static Locale locale() {
        return Text.locale().get();
    }
}
