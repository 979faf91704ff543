package io.trunkline.desktop.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendAddressTest {
    @ParameterizedTest
    @CsvSource({
        "centre.example.com, https://centre.example.com",
        "' centre.example.com:8443 ', https://centre.example.com:8443",
        "localhost:8080, https://localhost:8080",
        "http://localhost:8080/, http://localhost:8080",
        "HTTPS://Centre.example.com/api/v1/desk?a=b#c, https://Centre.example.com",
        "https://user:secret@centre.example.com, https://centre.example.com",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void isReadAsPeopleWriteIt(String written, String address) {
        assertThat(BackendAddress.read(written)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address", "ftp://host", "http://", "https://host:99999", "://", "file:///etc"})
    void whatIsNoneIsNone(String written) {
        assertThat(BackendAddress.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://centre.example.com, true",
        "https://centre.example.com, false",
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false"
    })
    void tellsWhatCanBeReadOnTheWay(URI address, boolean readable) {
        assertThat(BackendAddress.readableOnTheWay(address)).isEqualTo(readable);
    }
}
