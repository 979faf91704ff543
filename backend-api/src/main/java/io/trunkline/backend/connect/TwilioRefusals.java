package io.trunkline.backend.connect;

/// What Twilio's refusals mean, and what to do. Its own words may repeat what was sent, so they are not shown.
final class TwilioRefusals {
    private TwilioRefusals() {}

    /// `what` is what was asked for, as in "list the numbers".
    static CannotConnect of(String what, String account, int status, int code) {
        return new CannotConnect(
                status >= 500 || status == 429 ? CannotConnect.UNREACHABLE : CannotConnect.FAILED,
                "Could not %s. %s (%s)".formatted(what, meaning(account, status, code), figures(status, code)));
    }

    private static String figures(int status, int code) {
        return code == 0 ? "status " + status : "status %d, Twilio's code %d".formatted(status, code);
    }

    private static String meaning(String account, int status, int code) {
        return switch (code) {
            case 20003 ->
                "Twilio does not accept these credentials: the auth token has to be the primary one of account %s, copied whole from Account Info in the console, and not a test credential."
                        .formatted(account);
            case 20005, 20006 -> "The account is not active: look at its messages and its balance in Twilio's console.";
            case 20008 -> "These are test credentials; use the account's live ones.";
            case 21402, 21502, 21401, 21205 ->
                "Twilio does not take that address: http.public-url has to be an address of http or https with a full name.";
            case 21404, 21452 -> "A trial account may not do this: upgrade it in Twilio's console.";
            case 20429 -> tooMany();
            default -> byStatus(status);
        };
    }

    private static String byStatus(int status) {
        return switch (status) {
            case 401 -> "Twilio does not accept these credentials: copy account and auth token anew from the console.";
            case 403 ->
                "The credentials are right but may not do this: use the account's own auth token, not a restricted key or a subaccount's.";
            case 404 -> "Twilio has no such thing in this account; was it removed or moved to another account?";
            case 429 -> tooMany();
            default ->
                status >= 500
                        ? "Twilio has trouble of its own: see status.twilio.com and run this again."
                        : "Twilio refuses it; the console's error log says more.";
        };
    }

    private static String tooMany() {
        return "Twilio takes no more requests of this account for the moment: run this again in a minute.";
    }
}
