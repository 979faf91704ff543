package io.trunkline.backend.backup;

/// A backup that cannot be made, or an archive that cannot be restored; the message is a sentence for whoever asked.
public final class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFault(String sentence) {
        super(sentence);
    }

    BackupFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
