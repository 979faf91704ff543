package io.trunkline.backend.identity;

import java.time.ZoneId;
import java.util.regex.Pattern;

/// What a tenant begins with. `key` is its short name at sign-in, `country` the ISO 3166 code that local numbers are
/// read by.
public record NewTenant(String key, String name, ZoneId zone, String country) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public NewTenant {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A tenant's key has small letters, digits and hyphens, 63 at most.");
        }
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("A tenant's country is a code of two letters, such as US.");
        }
    }
}
