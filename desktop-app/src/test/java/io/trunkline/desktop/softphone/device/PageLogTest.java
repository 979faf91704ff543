package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLogTest {
    @Test
    void aTokenIsNotWrittenDown() {
        assertThat(PageLog.clean("Sending eyJhbGciOi.eyJqdGki-_.c2lnbg now")).isEqualTo("Sending (token) now");
        assertThat(PageLog.clean("{\"token\":\"opaque\",\"ttl\":5}")).isEqualTo("{\"token\":\"(token)\",\"ttl\":5}");
    }

    @Test
    void aDescriptionOfMediaIsNotWrittenDown() {
        assertThat(PageLog.clean("{\"sdp\":\"v=0\\r\\na=ice-pwd:secret\",\"callsid\":\"CA1\"}"))
                .isEqualTo("{\"sdp\":\"(description)\",\"callsid\":\"CA1\"}");
        assertThat(PageLog.clean("offer v=0\r\no=- 1\r\na=ice-pwd:secret")).isEqualTo("offer (description)");
    }

    @Test
    void aVeryLongTextIsCutShort() {
        assertThat(PageLog.clean("x".repeat(5000))).hasSizeLessThan(2100);
    }
}
