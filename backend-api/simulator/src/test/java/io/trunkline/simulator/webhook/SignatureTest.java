package io.trunkline.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static Form form() {
        return new Form()
                .put("CallSid", "CA1234567890ABCDE")
                .put("Caller", "+14158675309")
                .put("Digits", "1234")
                .put("From", "+14158675309")
                .put("To", "+18005551212");
    }

    @Test
    void isThePublishedOne() {
        assertThat(Signature.of("12345", URL, form())).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void isAcceptedByTheCarriersOwnValidator() {
        var form = form().put("ToCity", "").put("Body", "Grüße & 100% = \"ok\" 🙂");
        var signature = Signature.of("secret", URL, form);

        assertThat(new RequestValidator("secret").validate(URL, form.toMap(), signature))
                .isTrue();
        assertThat(new RequestValidator("other").validate(URL, form.toMap(), signature))
                .isFalse();
    }

    @Test
    void repeatedKeysCountOncePerDistinctValueSorted() {
        var repeated = new Form().add("b", "2").add("a", "z").add("b", "1").add("b", "2");
        var plain = new Form().add("a", "z").add("b", "1b2");

        assertThat(Signature.of("t", URL, repeated)).isEqualTo(Signature.of("t", URL, plain));
        assertThat(repeated.toMap()).isEqualTo(Map.of("a", "z", "b", "2,1,2"));
    }

    @Test
    void formsKeepEmptyFieldsAndOrder() {
        var form = Form.parse("ToCity=&Body=a%2Bb+c&ToCity=x&Flag");

        assertThat(form.all("ToCity")).containsExactly("", "x");
        assertThat(form.text("Body")).isEqualTo("a+b c");
        assertThat(form.get("Flag")).contains("");
        assertThat(form.encode()).isEqualTo("ToCity=&Body=a%2Bb+c&ToCity=x&Flag=");
    }
}
