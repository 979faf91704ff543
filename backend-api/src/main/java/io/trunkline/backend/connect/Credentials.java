package io.trunkline.backend.connect;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Who one is at Twilio and at the backend. Without a key, one is made.
record Credentials(String account, String token, Optional<Key> key, String tenant, String email, String password) {
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern KEY = Pattern.compile("SK[0-9a-fA-F]{32}");

    /// A key of the account with its secret.
    record Key(String sid, String secret) {
        @Override
        public String toString() {
            return "Key[" + sid + "]";
        }
    }

    Credentials {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    "An account begins with AC and has 32 more digits of 0-9 and a-f; it stands in Twilio's console under Account Info.");
        }
    }

    /// From the file, then what the command line says, then by asking for what is still missing. The key is never asked
    /// for: it is in the file, or it is made.
    static Credentials from(Map<String, String> file, ConnectRequest asked, Terminal terminal) {
        var missing = new Missing(file, terminal);
        return new Credentials(
                missing.text("account", Optional.empty(), () -> terminal.ask("Twilio account (AC…)")),
                missing.text("token", Optional.empty(), () -> terminal.secret("Its auth token (not shown)")),
                key(file),
                missing.text("tenant", asked.tenant(), () -> terminal.ask("Tenant at the backend")),
                missing.text("email", asked.email(), () -> terminal.ask("Administrator's e-mail address")),
                missing.text(
                        "password", Optional.empty(), () -> terminal.secret("Administrator's password (not shown)")));
    }

    private static Optional<Key> key(Map<String, String> file) {
        var sid = file.getOrDefault("key", "");
        var secret = file.getOrDefault("secret", "");
        if (sid.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (!KEY.matcher(sid).matches() || secret.isEmpty()) {
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    "A key needs both lines: key, which begins with SK and has 32 more digits, and secret. Leave both out to have one made.");
        }
        return Optional.of(new Key(sid, secret));
    }

    private record Missing(Map<String, String> file, Terminal terminal) {
        String text(String name, Optional<String> said, Supplier<Optional<String>> ask) {
            return said.or(() -> Optional.ofNullable(file.get(name)))
                    .or(ask)
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> new CannotConnect(
                            CannotConnect.WRONG,
                            "The %s is missing, and there is nobody to ask: name a file of credentials with --credentials."
                                    .formatted(name)));
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + account + ", " + tenant + "]";
    }
}
