package io.trunkline.backend.platform.db;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/// JDBI as every store finds it: one-field id records, enums by name, instants, records by their column names, and
/// jsonb through the [Jsonb] wrapper.
public final class JdbiSetup {
    private JdbiSetup() {}

    /// A JDBI with all mappers and arguments of Trunkline.
    public static Jdbi on(ConnectionFactory source) {
        var jdbi = Jdbi.create(source);
        jdbi.registerArgument(new IdRecords.Arguments());
        jdbi.registerColumnMapper(new IdRecords.Columns());
        jdbi.registerArgument(new Jsonb.Arguments());
        jdbi.registerColumnMapper(new Jsonb.Columns());
        jdbi.registerArgument(new Instants.Arguments());
        jdbi.registerColumnMapper(new Instants.Columns());
        jdbi.registerRowMapper(new RecordRows());
        jdbi.registerArrayType(java.util.UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "int8");
        // As it is, a message holds what was bound: numbers, texts, hashes.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(JdbiSetup::withoutValues);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        return jdbi;
    }

    private static String withoutValues(StatementException e) {
        var context = e.getStatementContext();
        return "%s [%s]".formatted(e.getShortMessage(), context == null ? "" : context.getRawSql());
    }
}
