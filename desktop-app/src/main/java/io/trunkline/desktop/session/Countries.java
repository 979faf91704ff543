package io.trunkline.desktop.session;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// The country of a time zone, for those a desk is likely to stand in.
final class Countries {
    private static final Map<String, String> OF_ZONE = Map.ofEntries(
            Map.entry("Europe/Madrid", "ES"),
            Map.entry("Atlantic/Canary", "ES"),
            Map.entry("Europe/London", "GB"),
            Map.entry("Europe/Dublin", "IE"),
            Map.entry("Europe/Berlin", "DE"),
            Map.entry("Europe/Paris", "FR"),
            Map.entry("Europe/Rome", "IT"),
            Map.entry("Europe/Lisbon", "PT"),
            Map.entry("Europe/Amsterdam", "NL"),
            Map.entry("Europe/Brussels", "BE"),
            Map.entry("Europe/Vienna", "AT"),
            Map.entry("Europe/Zurich", "CH"),
            Map.entry("Europe/Stockholm", "SE"),
            Map.entry("America/New_York", "US"),
            Map.entry("America/Chicago", "US"),
            Map.entry("America/Denver", "US"),
            Map.entry("America/Los_Angeles", "US"),
            Map.entry("America/Mexico_City", "MX"),
            Map.entry("America/Bogota", "CO"),
            Map.entry("America/Argentina/Buenos_Aires", "AR"),
            Map.entry("America/Santiago", "CL"),
            Map.entry("America/Sao_Paulo", "BR"));

    private Countries() {}

    static Optional<String> of(ZoneId zone) {
        return Optional.ofNullable(OF_ZONE.get(zone.getId()));
    }
}
