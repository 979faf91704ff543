package io.trunkline.simulator.account;

import java.net.URI;
import java.util.Locale;

/// Where the carrier asks or tells: an address and the verb it is asked with.
public record Hook(String url, String method) {
    public Hook {
        method = method.isBlank() ? "POST" : method.toUpperCase(Locale.ROOT);
    }

    public static Hook post(String url) {
        return new Hook(url, "POST");
    }

    public boolean isEmpty() {
        return url.isBlank();
    }

    /// An address found in a document is relative to that document.
    public Hook relativeTo(String document) {
        if (isEmpty() || document.isBlank() || url.contains("://")) {
            return this;
        }
        return new Hook(URI.create(document).resolve(url).toString(), method);
    }
}
