package io.trunkline.backend.telephony.twilio;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A tenant's account at Twilio, or at its stand-in when `baseUrl` is set. Its secrets are taken and never given.
/// Without
/// `apiKeySecret`, the key is the one that is known already.
public record NewAccount(
        String accountSid,
        String authToken,
        String apiKeySid,
        @Nullable String apiKeySecret,
        @Nullable String applicationSid,
        @Nullable URI baseUrl) {
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern KEY = Pattern.compile("SK[0-9a-fA-F]{32}");

    public NewAccount {
        require(ACCOUNT.matcher(accountSid).matches(), "An account begins with AC and has 32 more digits.");
        require(KEY.matcher(apiKeySid).matches(), "A key begins with SK and has 32 more digits.");
        require(
                !authToken.isBlank() && (apiKeySecret == null || !apiKeySecret.isBlank()),
                "The account's token and the key's secret are needed.");
        require(
                baseUrl == null || ("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme())),
                "The address of a stand-in begins with http or https.");
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException(sentence);
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + accountSid + "]";
    }
}
