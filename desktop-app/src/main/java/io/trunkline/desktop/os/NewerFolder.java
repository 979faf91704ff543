package io.trunkline.desktop.os;

import java.io.IOException;

/// The folder was written by a newer program in a way that this one does not know. It is left as it is.
public final class NewerFolder extends IOException {
    private static final long serialVersionUID = 1;

    private final String version;

    NewerFolder(String version) {
        super(
                "The settings and drafts on this computer were written by Trunkline %s, which is newer. They are left as they are."
                        .formatted(version));
        this.version = version;
    }

    /// The program that wrote it.
    public String version() {
        return version;
    }
}
