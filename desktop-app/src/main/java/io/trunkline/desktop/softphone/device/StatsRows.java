package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Locale;
import java.util.Map;

/// What the engine counts, in the shape a browser gives it.
final class StatsRows {
    private static final double MICROS = 1000.0;

    /// How loud both sides are.
    record Levels(double spoken, double heard) {}

    private StatsRows() {}

    static ArrayNode of(RTCStatsReport report) {
        var rows = JsonNodeFactory.instance.arrayNode();
        report.getStats().values().forEach(each -> rows.add(row(each)));
        return rows;
    }

    static Levels levels(RTCStatsReport report) {
        return new Levels(level(report, RTCStatsType.MEDIA_SOURCE), level(report, RTCStatsType.INBOUND_RTP));
    }

    private static double level(RTCStatsReport report, RTCStatsType type) {
        return report.getStats().values().stream()
                .filter(each -> each.getType() == type)
                .map(RTCStats::getAttributes)
                .map(StatsRows::audioLevel)
                .reduce(0.0, Math::max);
    }

    private static double audioLevel(Map<String, Object> attributes) {
        return attributes.get("audioLevel") instanceof Number level && Double.isFinite(level.doubleValue())
                ? level.doubleValue()
                : 0;
    }

    /// The engine counts microseconds where a browser counts milliseconds.
    private static ObjectNode row(RTCStats stats) {
        var row = JsonNodeFactory.instance.objectNode();
        row.put("id", stats.getId());
        row.put("type", stats.getType().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put("timestamp", stats.getTimestamp() / MICROS);
        stats.getAttributes().forEach((name, value) -> put(row, name, value));
        return row;
    }

    private static void put(ObjectNode row, String name, Object value) {
        switch (value) {
            case String text -> row.put(name, text);
            case Boolean flag -> row.put(name, flag);
            case Double number when !Double.isFinite(number) -> {}
            case Double number -> row.put(name, number);
            case Number number -> row.put(name, number.longValue());
            case null, default -> {}
        }
    }
}
