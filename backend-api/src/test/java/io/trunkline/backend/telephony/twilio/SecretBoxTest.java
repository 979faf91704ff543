package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(new byte[32]);

    @Test
    void aSecretOpensForItsAccountAlone() {
        var row = box.close("AC1", "top secret");

        assertThat(box.open("AC1", row)).isEqualTo("top secret");
        assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(box.close("AC1", "top secret")).isNotEqualTo(row);
        assertThatThrownBy(() -> box.open("AC2", row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("top secret");
    }
}
