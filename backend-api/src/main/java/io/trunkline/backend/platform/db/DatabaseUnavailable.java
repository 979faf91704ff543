package io.trunkline.backend.platform.db;

/// The database cannot be reached or has no connection free in time. Nothing was written; asking again later is safe
/// unless the loss came at the commit itself, which [#atCommit] tells.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean atCommit;

    public DatabaseUnavailable(String sentence) {
        super(sentence);
        this.atCommit = false;
    }

    public DatabaseUnavailable(String sentence, Throwable cause) {
        this(sentence, cause, false);
    }

    DatabaseUnavailable(String sentence, Throwable cause, boolean atCommit) {
        super(sentence, cause);
        this.atCommit = atCommit;
    }

    /// True when the connection broke while committing, so that the outcome is not known.
    public boolean atCommit() {
        return atCommit;
    }
}
