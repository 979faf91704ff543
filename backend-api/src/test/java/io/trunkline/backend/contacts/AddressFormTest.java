package io.trunkline.backend.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.contact.AddressKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"+34 911 23 45 67", "0034911234567", "911234567", "(911) 234-567", "+34911234567"})
    void everySpellingOfANumberIsTheSameE164(String spelling) {
        assertThat(AddressForm.phone(spelling, "ES")).contains("+34911234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "12", "+999999999999999999"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(AddressForm.phone(text, "ES")).isEmpty();
    }

    @Test
    void aWithheldNumberIsKeptAsItCame() {
        assertThat(AddressForm.arriving(AddressKind.PHONE, "anonymous", "US")).isEqualTo("anonymous");
    }

    @Test
    void aMailAddressIsKeptInLowerCase() {
        assertThat(AddressForm.email(" Ana@Example.ORG ")).contains("ana@example.org");
        assertThat(AddressForm.email("ana@")).isEmpty();
        assertThat(AddressForm.email("a b@example.org")).isEmpty();
    }
}
