package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.StartFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// Who may sign in at the embedded PostgreSQL: whoever can read the password that stands beside its data, which is its
/// own user alone. The loopback address by itself keeps nobody of this machine out.
///
/// Each step may be the last one of a program that is killed; the next start goes on from there. A password that got
/// lost is made anew.
final class EmbeddedAccess {
    /// The administrator that PostgreSQL is made with.
    static final String ADMINISTRATOR = "postgres";

    private static final int PASSWORD_BYTES = 32;

    private static final String ASKING = """
            # Written by Trunkline's backend: whoever signs in needs the password in the file ../password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String TRUSTING = """
            # Written by Trunkline's backend for the moment in which the administrator is given a new password.
            host all postgres 127.0.0.1/32 trust
            """;

    private final Path rules;
    private final Path file;
    private final Secret password;

    private EmbeddedAccess(Path rules, Path file) throws IOException {
        this.rules = rules;
        this.file = file;
        this.password = read(file);
    }

    /// Before the start: a password that is not there yet is made.
    static EmbeddedAccess prepare(Path home) throws IOException {
        var rules = home.resolve("data/pg_hba.conf");
        var file = file(home);
        if (Files.notExists(file)) {
            if (Files.exists(rules)) {
                write(rules, TRUSTING);
            }
            write(file, fresh() + "\n");
        }
        return new EmbeddedAccess(rules, file);
    }

    /// For whoever finds it running; none beside data of an older program, which asked for none.
    static Secret passwordBeside(Path home) {
        var file = file(home);
        try {
            return Files.exists(file) ? read(file) : new Secret("");
        } catch (IOException e) {
            throw new StartFault(
                    "The password of the embedded PostgreSQL cannot be read from %s; do this as the user whose it is."
                            .formatted(file),
                    e);
        }
    }

    /// After the start, and however the server was found: from now on nobody signs in without the password.
    void closeToStrangers(DataSource administrator) throws IOException {
        try (var connection = administrator.getConnection();
                var statement = connection.createStatement()) {
            if (!Files.readString(rules).equals(ASKING)) {
                for (var user : users(statement)) {
                    // hashed here, so that no log of PostgreSQL's can show it
                    connection
                            .unwrap(PGConnection.class)
                            .alterUserPassword(user, password.reveal().toCharArray(), "scram-sha-256");
                }
                write(rules, ASKING);
            }
            // also when they were right: a program that was killed may not have come to this
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL does not answer.", e);
        }
    }

    /// The administrator and those of our roles that are there; the others are made with the password.
    private static List<String> users(Statement statement) throws SQLException {
        var ours = Arrays.stream(Role.values()).map(Role::login).toList();
        var users = new ArrayList<String>();
        try (var rows = statement.executeQuery("select rolname from pg_roles where rolcanlogin")) {
            while (rows.next()) {
                var user = rows.getString(1);
                if (user.equals(ADMINISTRATOR) || ours.contains(user)) {
                    users.add(user);
                }
            }
        }
        return users;
    }

    Secret password() {
        return password;
    }

    Path file() {
        return file;
    }

    /// True when the server is there and does not let us in.
    static boolean refused(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException e
                    && String.valueOf(e.getSQLState()).startsWith("28")) {
                return true;
            }
        }
        return false;
    }

    private static Path file(Path home) {
        return home.resolve("password");
    }

    private static Secret read(Path file) throws IOException {
        return new Secret(Files.readString(file).strip());
    }

    private static String fresh() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// There whole or not at all, and its owner's alone from its first byte.
    private static void write(Path file, String text) throws IOException {
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".part");
        try (var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(text));
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
