package io.trunkline.backend.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Instants travel with their offset, so that the zone of a machine never moves one.
final class Instants {
    private Instants() {}

    static final class Arguments extends AbstractArgumentFactory<Instant> {
        Arguments() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (at, statement, _) -> statement.setObject(at, value.atOffset(ZoneOffset.UTC));
        }
    }

    static final class Columns implements ColumnMapper<Instant> {
        @Override
        public @Nullable Instant map(ResultSet rows, int column, StatementContext context) throws SQLException {
            var moment = rows.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }
}
