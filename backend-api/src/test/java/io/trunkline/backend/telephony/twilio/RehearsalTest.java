package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void aWebhookSignedForThePublicAddressIsTakenAndAnswered() {
        var address = URI.create("https://centre.example.com/calls");

        assertThat(new Rehearsal(address, new Links(address)).run()).contains("<Say", "<Play>");
    }

    @Test
    void aWebhookSignedForAnotherAddressIsRefusedAndSaidSo() {
        var links = new Links(URI.create("https://elsewhere.example.com"));

        assertThatThrownBy(() -> new Rehearsal(URI.create("https://centre.example.com"), links).run())
                .hasMessageContaining("refused");
    }
}
