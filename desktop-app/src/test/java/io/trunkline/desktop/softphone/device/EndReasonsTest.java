package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndReasonsTest {
    @ParameterizedTest(name = "{0}, code {1}: {2}")
    @CsvSource(textBlock = """
        disconnect,     0,     HUNG_UP
        disconnect,     31486, REJECTED
        disconnect,     31603, REJECTED
        disconnect,     31480, TIMED_OUT
        disconnect,     31408, TIMED_OUT
        disconnect,     31003, LOST
        disconnect,     31005, LOST
        disconnect,     31009, LOST
        disconnect,     53000, LOST
        disconnect,     53405, LOST
        disconnect,     20104, FAILED
        disconnect,     31402, FAILED
        cancel,         0,     CANCELLED
        reject,         0,     REJECTED
        transportClose, 0,     LOST
        """)
    void anEndHasAReason(String how, int code, EndReason reason) {
        assertThat(EndReasons.of(how, code)).isEqualTo(reason);
    }
}
