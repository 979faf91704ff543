package io.trunkline.desktop.session;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.trunkline.model.identity.Me;
import java.util.Locale;
import java.util.Optional;

/// Telephone numbers as people write and read them.
///
/// A number without its country is of the desk's country: the one of the agent's time zone.
public final class Numbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /// `e164` is what is dialled, `shown` what is read.
    public record Checked(String e164, String shown) {}

    private final String country;

    public Numbers(Me me) {
        this(Countries.of(me.timeZone()).orElse(Locale.getDefault().getCountry()));
    }

    public Numbers(String country) {
        this.country = country;
    }

    /// The number somebody typed; empty when no such number can exist.
    public Optional<Checked> typed(String text) {
        try {
            var number = UTIL.parse(text, country);
            return UTIL.isValidNumber(number) ? Optional.of(checked(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// An address for reading: a telephone number in groups, anything else as it is.
    public static String shown(String address) {
        try {
            return UTIL.format(UTIL.parse(address, "ZZ"), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return address;
        }
    }

    private static Checked checked(PhoneNumber number) {
        return new Checked(
                UTIL.format(number, PhoneNumberFormat.E164), UTIL.format(number, PhoneNumberFormat.INTERNATIONAL));
    }
}
