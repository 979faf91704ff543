package io.trunkline.simulator.voice;

/// What made a recording, in the carrier's words.
public enum RecordingSource {
    DIAL_VERB("DialVerb"),
    CONFERENCE("Conference"),
    OUTBOUND("OutboundAPI"),
    RECORD_VERB("RecordVerb"),
    START_CALL("StartCallRecordingAPI"),
    START_CONFERENCE("StartConferenceRecordingAPI");

    private final String wire;

    RecordingSource(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
