package io.trunkline.backend.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes the rows of one table through COPY.
final class CopyInto implements AutoCloseable {
    private static final int BUFFERED = 256 * 1024;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(BUFFERED + 4096);

    CopyInto(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN");
    }

    void row(@Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        rows.append('\n');
        if (rows.length() > BUFFERED) {
            send();
        }
    }

    private void send() throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
    }
}
