package io.trunkline.backend.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.trunkline.model.contact.AddressKind;
import java.util.Locale;
import java.util.Optional;

/// Brings an address into the one form under which it is stored, so that the same person is not kept twice.
final class AddressForm {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 254;

    private AddressForm() {}

    /// A telephone number as E.164, read as if dialled in `country` (ISO 3166); empty when it is not one.
    static Optional<String> phone(String raw, String country) {
        try {
            var number = PHONES.parse(raw, country);
            return PHONES.isPossibleNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /// A mail address in lower case; empty when it has no local part or no domain.
    static Optional<String> email(String raw) {
        var text = raw.strip().toLowerCase(Locale.ROOT);
        var at = text.indexOf('@');
        var wellFormed = at > 0 && at < text.length() - 1 && at == text.lastIndexOf('@') && text.length() <= LONGEST;
        return wellFormed && text.chars().noneMatch(Character::isWhitespace) ? Optional.of(text) : Optional.empty();
    }

    /// The stored form of what a carrier reports: short codes and withheld numbers are kept as they came.
    static String arriving(AddressKind kind, String raw, String country) {
        var normal = switch (kind) {
            case PHONE -> phone(raw, country);
            case EMAIL -> email(raw);
        };
        return normal.orElseGet(raw::strip);
    }
}
