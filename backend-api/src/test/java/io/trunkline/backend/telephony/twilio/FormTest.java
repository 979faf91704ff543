package io.trunkline.backend.telephony.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void emptyFieldsArePresentAndEmpty() {
        var form = Form.of("ToCity=&From=%2B1&Flag".getBytes(UTF_8));

        assertThat(form.first("ToCity")).isEmpty();
        assertThat(form.fields()).containsKeys("ToCity", "Flag");
        assertThat(form.first("From")).isEqualTo("+1");
        assertThat(form.first("Missing")).isEmpty();
    }

    @Test
    void repeatedKeysAndSpacesAreKept() {
        var form = Form.of("a=1&a=2&a=1&b=+x+&c=x=y".getBytes(UTF_8));

        assertThat(form.fields().get("a")).containsExactly("1", "2", "1");
        assertThat(form.first("b")).isEqualTo(" x ");
        assertThat(form.first("c")).isEqualTo("x=y");
    }

    @Test
    void brokenEscapesAreTakenLiterally() {
        assertThat(Form.of("a=%&b=%4&c=%zz&d=100%25".getBytes(UTF_8)).fields().toString())
                .isEqualTo("{a=[%], b=[%4], c=[%zz], d=[100%]}");
    }

    @Test
    void anyBytesAreAForm() {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(Form.of(bytes).number("SequenceNumber", -1)).isGreaterThanOrEqualTo(-1);
        }
    }
}
