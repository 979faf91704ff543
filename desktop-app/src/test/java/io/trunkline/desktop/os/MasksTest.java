package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "called +34 600 123 456 twice | called [number] twice",
                "from 2025550143. | from [number].",
                "(202) 555-0143 | [number]",
                "\"+447700900123\" | \"[number]\"",
                "2026-11-29 15:14:02.123 +34600123456 | 2026-11-29 15:14:02.123 [number]",
                "mail ana.gomez+x@mail.example.co.uk now | mail [address] now",
                "sip:ana@pbx.example.com:5060 rings | [address] rings",
                "from 203.0.113.7 to 127.0.0.1 | from [ip] to 127.0.0.1",
                "password=hunter2222 | password=[hidden]",
                "{\"token\":\"abcdef\"} | {\"token\":\"[hidden]\"}",
                "Authorization: Bearer abc.def.ghi | Authorization: [hidden]",
                "refresh f3K9d0aLq2Zx8Vb7Nn5Mm4Kk1Jj6Hh0Gg end | refresh [token] end"
            })
    void whatTellsOfPeopleIsTakenOutByItsForm(String text, String clean) {
        assertThat(Masks.byForm().clean(text)).isEqualTo(clean);
    }

    @Test
    void accessTokensAreTakenOut() {
        assertThat(Masks.byForm().clean("got " + JWT + ".")).doesNotContain("eyJ", "c2lnbmF0dXJl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-29 15:14:02.123 INFO  [main] LiveFeed: Live feed lost: nothing heard for 20 s",
                "Voice could not join the call of reservation 018f4e6e-0000-7000-8000-000000000001",
                "Voice is ready after 1234 ms",
                "JavaFX 26.0.1, Java 25.0.1+8-LTS, webrtc 0.14.0",
                "    at io.trunkline.desktop.kit.work.FxWork.run(FxWork.java:123)",
                "http://127.0.0.1:8080/api/v1/desk answered 503",
                "    at java.base@25.0.1/java.lang.Thread.run(Thread.java:1474)",
                "2026-11-29T15:14:02.123456789Z  95 s  mos 4.30 (lowest 4.10)  loss 0.001  jitter 3 ms (highest 12 ms)"
            })
    void whatHelpsStays(String text) {
        assertThat(Masks.byForm().clean(text)).isEqualTo(text);
    }

    @Test
    void knownWordsAreTakenOutWholeAndInTheirPartsInAnyCase() {
        var masks = Masks.of(List.of("Ana Gómez", "acme-insurance", "x"), List.of("I will call back on Monday"));
        assertThat(masks.clean("ANA's headset, gómez, Acme-Insurance: I will call back on Monday. Banana call x"))
                .isEqualTo("[hidden]'s headset, [hidden], [hidden]: [hidden]. Banana call x");
    }
}
