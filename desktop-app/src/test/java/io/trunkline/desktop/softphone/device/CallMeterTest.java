package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.Samples;
import io.trunkline.model.json.Json;
import org.junit.jupiter.api.Test;

class CallMeterTest {
    private final CallMeter meter = new CallMeter();

    @Test
    void aGoodLineIsToldAsItIs() throws Exception {
        var line = meter.add(sample(4.4, 2, 80, 0, 100)).orElseThrow();
        assertThat(line.quality()).isEqualTo(Quality.GOOD);
        assertThat(line.measure()).isEqualTo(new Measure(4.4, 0, 2, 80));
    }

    @Test
    void lossIsAShareAndNotPerCent() throws Exception {
        assertThat(meter.add(sample(3.2, 2, 80, 5, 100)).orElseThrow().measure().loss())
                .isEqualTo(0.05);
    }

    @Test
    void aLineOverWhichNothingComesIsSilent() throws Exception {
        meter.add(sample(4.4, 2, 80, 0, 100));
        assertThat(meter.add(sample(4.4, 2, 80, 0, 100)).orElseThrow().quality())
                .isEqualTo(Quality.SILENT);
    }

    @Test
    void theRecordOfACallHoldsAveragesAndExtremes() throws Exception {
        meter.add(sample(4.0, 10, 100, 0, 100));
        meter.add(sample(3.0, 30, 300, 2, 200));
        meter.warn("high-rtt");
        var quality = meter.quality(Samples.NINE, Samples.NINE.plusSeconds(2)).orElseThrow();
        assertThat(quality.mos()).isEqualTo(3.5);
        assertThat(quality.lowestMos()).isEqualTo(3.0);
        assertThat(quality.jitter()).isEqualTo(20);
        assertThat(quality.highestJitter()).isEqualTo(30);
        assertThat(quality.roundTrip()).isEqualTo(200);
        assertThat(quality.highestRoundTrip()).isEqualTo(300);
        assertThat(quality.loss()).isEqualTo(0.02);
        assertThat(quality.samples()).isEqualTo(2);
        assertThat(quality.codec()).isEqualTo("opus");
        assertThat(quality.warnings()).containsExactly("high-rtt");
    }

    @Test
    void aCallWithoutASampleHasNoRecord() {
        assertThat(meter.quality(Samples.NINE, Samples.NINE)).isEmpty();
    }

    private static JsonNode sample(double mos, double jitter, double rtt, double lost, long received) throws Exception {
        return Json.mapper().readTree("""
                {"mos":%s,"jitter":%s,"rtt":%s,"lost":%s,"codec":"opus",
                 "totals":{"packetsReceived":%s,"packetsLostFraction":%s}}
                """.formatted(mos, jitter, rtt, lost, received, lost));
    }
}
