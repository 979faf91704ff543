package io.trunkline.backend.platform.db;

import java.sql.SQLException;

/// PostgreSQL refused a statement; its text is told, its values are not.
final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StatementFailed(String sql, SQLException cause) {
        super(cause.getMessage() + " in: " + sql, cause);
    }
}
