package io.trunkline.desktop.notes;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.Direction;
import io.trunkline.model.interaction.TimelineEntry;
import java.util.Map;
import java.util.Set;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What a line of the timeline says. Kinds this program does not know are left out.
final class TimelineText {
    private record Kind(Ikon icon, String plain, String detailed, String fact) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(
                    "InteractionOpened",
                    new Kind(Material2AL.CALL_RECEIVED, "notes.timeline.opened", "notes.timeline.opened", "")),
            Map.entry(
                    "InteractionQueued",
                    new Kind(Material2AL.HOURGLASS_EMPTY, "notes.timeline.queued", "notes.timeline.queuedIn", "queue")),
            Map.entry(
                    "InteractionAnswered",
                    new Kind(Material2AL.HEADSET_MIC, "notes.timeline.answered", "notes.timeline.answeredBy", "agent")),
            Map.entry(
                    "InteractionTransferred",
                    new Kind(
                            Material2MZ.PHONE_FORWARDED,
                            "notes.timeline.transferred",
                            "notes.timeline.transferredTo",
                            "target")),
            Map.entry(
                    "InteractionEnded",
                    new Kind(Material2AL.CALL_END, "notes.timeline.ended", "notes.timeline.ended", "")),
            Map.entry(
                    "InteractionCompleted",
                    new Kind(
                            Material2AL.DONE, "notes.timeline.completed", "notes.timeline.completedAs", "disposition")),
            Map.entry(
                    "ReservationDeclined",
                    new Kind(Material2AL.BLOCK, "notes.timeline.declined", "notes.timeline.declinedBy", "agent")),
            Map.entry(
                    "ReservationExpired",
                    new Kind(Material2MZ.TIMER_OFF, "notes.timeline.expired", "notes.timeline.expiredAt", "agent")),
            Map.entry(
                    "ReservationNotRinging",
                    new Kind(
                            Material2MZ.NOTIFICATIONS_OFF,
                            "notes.timeline.notRinging",
                            "notes.timeline.notRingingAt",
                            "agent")),
            Map.entry(
                    "RecordingStored",
                    new Kind(Material2MZ.VOICEMAIL, "notes.timeline.recorded", "notes.timeline.recorded", "")));

    private static final Kind DIALLED =
            new Kind(Material2AL.CALL_MADE, "notes.timeline.dialled", "notes.timeline.dialledBy", "agent");

    private TimelineText() {}

    static boolean shows(String kind) {
        return KINDS.containsKey(kind);
    }

    static Set<String> kinds() {
        return KINDS.keySet();
    }

    static Ikon icon(TimelineEntry entry) {
        return kind(entry).icon();
    }

    static String of(TimelineEntry entry) {
        var kind = kind(entry);
        var fact = entry.facts().getOrDefault(kind.fact(), "");
        return fact.isEmpty() ? Text.of(kind.plain()) : Text.of(kind.detailed(), fact);
    }

    private static Kind kind(TimelineEntry entry) {
        if (entry.kind().equals("InteractionOpened")
                && Direction.OUTBOUND.name().equals(entry.facts().get("direction"))) {
            return DIALLED;
        }
        var kind = KINDS.get(entry.kind());
        if (kind == null) {
            throw new IllegalArgumentException("No words for " + entry.kind());
        }
        return kind;
    }
}
