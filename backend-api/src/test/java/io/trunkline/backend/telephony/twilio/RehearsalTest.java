package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final URI PUBLIC = URI.create("https://centre.example.com");

    @Test
    void aRehearsalLetsNothingIn() {
        assertThat(new Rehearsal(PUBLIC, new Links(PUBLIC)).run()).isFalse();
    }
}
