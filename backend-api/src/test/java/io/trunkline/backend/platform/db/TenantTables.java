package io.trunkline.backend.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// The tables as the catalogue has them, and a way to plant a row in any of them, so that a new table is tested without
/// a word in the test.
public record TenantTables(DataSource owner) {
    // Words that the program reads back as one of an enum, and final ones, so that no worker takes the row up.
    private static final Map<String, String> KNOWN =
            Map.of("channel", "VOICE", "direction", "INBOUND", "state", "COMPLETED", "kind", "PHONE");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'::text");

    private record Column(String name, String type, String allowed) {}

    /// Tables and partitions with a column `tenant_id`.
    public List<String> guarded() {
        return list("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1""");
    }

    /// Guarded tables whose rows have a UUID of their own.
    public List<String> named() {
        return list("""
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1""");
    }

    /// The ids of the tenant's rows.
    public List<String> ids(String table, UUID tenant) {
        return list("select id from %s where tenant_id = '%s' order by id".formatted(table, tenant));
    }

    /// Changes when any row of the tenant does.
    public String fingerprint(String table, UUID tenant) {
        return list("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from %s t where tenant_id = '%s'"
                        .formatted(table, tenant))
                .getFirst();
    }

    List<String> withoutTenant() {
        return list("""
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1""");
    }

    /// Guarded tables without row-level security; a partition is reached through its table, which has it.
    List<String> open() {
        return list("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and not c.relrowsecurity""");
    }

    /// Views that would show what their owner may see.
    List<String> viewsOfTheirOwner() {
        return list("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                    and not coalesce(reloptions @> array['security_invoker=true'], false)""");
    }

    /// Functions that the program may call, that run with their owner's rights and do not name the tenant themselves.
    List<String> functionsOfTheirOwner() {
        return list("""
                select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prokind = 'f'
                    and has_function_privilege('trunkline_app', p.oid, 'execute')
                    and pg_get_functiondef(p.oid) not like '%tenant_id = app_tenant()%'
                    and pg_get_functiondef(p.oid) like '%tenant_id%'""");
    }

    /// An insert of one row that breaks no rule of the table but foreign keys.
    String insert(String table, UUID tenant) {
        var names = new StringJoiner(", ");
        var values = new StringJoiner(", ");
        for (var column : columns(table)) {
            names.add(column.name);
            values.add(column.name.equals("tenant_id") ? "'" + tenant + "'" : value(column));
        }
        return "insert into %s (%s) values (%s)".formatted(table, names, values);
    }

    /// Plants the row past row-level security and foreign keys.
    public void plant(String table, UUID tenant) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(insert(table, tenant));
        } catch (SQLException e) {
            throw new IllegalStateException("no row can be planted in " + table + ": teach value() its rule", e);
        }
    }

    long count(String table, UUID tenant) {
        return Long.parseLong(list("select count(*) from %s where tenant_id = '%s'".formatted(table, tenant))
                .getFirst());
    }

    private List<Column> columns(String table) {
        var found = new ArrayList<Column>();
        try (var connection = owner.getConnection();
                var statement = connection.prepareStatement("""
                        select a.attname, format_type(a.atttypid, null), coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ')
                            from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]), '')
                        from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                            and a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
                        """)) {
            statement.setString(1, table);
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    private static boolean known(Column column) {
        var word = KNOWN.get(column.name);
        return word != null && (column.allowed.isEmpty() || column.allowed.contains("'" + word + "'"));
    }

    private static String value(Column column) {
        var choice = QUOTED.matcher(column.allowed);
        return switch (column.type) {
            case "uuid" -> "'" + UUID.randomUUID() + "'";
            case "text" ->
                known(column)
                        ? "'" + KNOWN.get(column.name) + "'"
                        : column.allowed.contains("ARRAY") && choice.find()
                                ? "'" + choice.group(1) + "'"
                                : "'" + UUID.randomUUID() + "'";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "boolean" -> "false";
            case "integer", "bigint", "smallint", "double precision", "numeric" -> "1";
            default -> column.type.endsWith("[]") ? "'{}'" : "'x'";
        };
    }

    private List<String> list(String sql) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
