package io.trunkline.model.desktop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which desktop program a centre wants its people to have. `newest` is told to whoever has an older one, what is older
/// than `least` is refused, `page` is for people to read. Null is what nobody has said.
public record Release(
        @Nullable String newest,
        @Nullable String least,
        @Nullable String page,
        List<Download> packages) {
    public Release {
        packages = List.copyOf(packages);
    }

    /// Where the newest program for a system such as `windows`, `macos` or `linux` is, and its checksum.
    public record Download(
            String system, String address, @Nullable String sha256) {}
}
