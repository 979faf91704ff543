package io.trunkline.backend.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.Backend;
import io.trunkline.backend.Told;
import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.Snapshot;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String KEY = "00112233";

    @TempDir
    Path folder;

    private final TestDatabase source = new TestDatabase();
    private final TestDatabase target = new TestDatabase();
    private Path archive;
    private Path from;
    private Path to;
    private SmallCentre centre;
    private TenantId tenant;

    @BeforeEach
    void aCentre() {
        archive = folder.resolve("centre.zip");
        from = folder.resolve("from");
        to = folder.resolve("to");
        try (var server = new TestServer(source, CLOCK)) {
            tenant = server.tenant("acme");
            server.person("acme", "Ana", Role.AGENT);
        }
        centre = new SmallCentre(source, tenant, from);
    }

    @AfterEach
    void drop() {
        source.close();
        target.close();
    }

    @Test
    void aCentreThatIsWrittenToIsBackedUpAndComesBackWithEveryRowAndEveryRecording() throws Exception {
        centre.history(3_000);
        var files = List.of(centre.recording(10), centre.recording(200_000), centre.recording(3_000_000));
        withoutSchema(target);
        Map<String, String> before;
        var stop = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                centre.oneMore();
            }
        });
        Made made;
        try (var snapshot = Snapshot.of(config(source))) {
            before = RowHashes.of(snapshot);
            made = new Backup(snapshot, from, CLOCK).write(archive, "test", KEY);
        } finally {
            stop.set(true);
            writer.join();
        }

        var restored = new Restore(config(target), to).read(archive, Optional.empty());

        assertThat(hashes(target)).isEqualTo(before);
        assertThat(hashes(source)).as("somebody wrote meanwhile").isNotEqualTo(before);
        assertThat(target.ask("select count(*) from note where text = 'meanwhile'"))
                .isEqualTo(target.ask("select count(*) from interaction where channel = 'SMS'"));
        assertThat(restored.rows()).isEqualTo(made.rows()).isGreaterThan(18_000);
        for (var file : files) {
            assertThat(to.resolve(from.relativize(file))).hasSameBinaryContentAs(file);
        }
        try (var server = new TestServer(target, CLOCK)) {
            assertThat(server.identity().audit().verify(target.database(), tenant))
                    .isEmpty();
        }
        signsIn(target);
        figure("backup", made);
        figure("restore", restored);
    }

    @Test
    void theRestoredDatabaseGoesOnWhereTheOtherStopped() {
        centre.history(5);
        source.tell(
                "insert into outbox (tenant_id, at, type, version, payload, audience) select '%s', now(), 'X', 1, '{}', '{}' from generate_series(1, 7)"
                        .formatted(tenant));
        write();
        read();

        assertThat(target.ask("select last_value from pg_sequences where sequencename like 'outbox%'"))
                .isEqualTo(source.ask("select last_value from pg_sequences where sequencename like 'outbox%'"));
        assertThat(foreignKeys(target)).isEqualTo(foreignKeys(source)).isNotEqualTo("0");
    }

    @Test
    void theArchiveIsItsOwnersAloneAndIsNotWrittenOver() throws IOException {
        write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::write).hasMessageContaining("nothing is written over");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void restoredRecordingsAreNotEverybodys() throws IOException {
        centre.history(1);
        var file = to.resolve(from.relativize(centre.recording(10)));
        write();
        read();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .endsWith("---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
                .endsWith("---");
    }

    @Test
    void aRecordingThatTheRowsTellOfAndNobodyHasIsNamed() throws IOException {
        centre.history(1);
        var lost = centre.recording(10);
        var damaged = centre.recording(20);
        centre.recording(30);
        Files.delete(lost);
        Files.writeString(damaged, "something else");

        var made = write();

        assertThat(made.recordings()).isEqualTo(1);
        assertThat(made.missing())
                .containsExactlyInAnyOrder(
                        from.relativize(lost).toString(),
                        from.relativize(damaged).toString());
    }

    @Test
    void aDatabaseWithRowsIsRefused() {
        write();
        target.tenant();

        assertThatThrownBy(this::read)
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("is not empty: there are rows in tenant");
        assertThat(target.ask("select count(*) from tenant")).isEqualTo("1");
    }

    @Test
    void aDatabaseOfAnOlderProgramWithRowsIsRefusedAsItIsAndNotMigrated() {
        write();
        target.tenant();
        target.tell(
                "delete from flyway_schema_history where installed_rank = (select max(installed_rank) from flyway_schema_history)");
        var done = target.ask("select count(*) from flyway_schema_history");

        assertThatThrownBy(this::read)
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("is not empty: there are rows in tenant");
        assertThat(target.ask("select count(*) from flyway_schema_history")).isEqualTo(done);
    }

    @Test
    void aDatabaseOnWhichABackendWorksIsRefused() {
        write();
        target.tell("insert into lease values ('router', 'n', 1, now() + interval '1 minute')");

        assertThatThrownBy(this::read).hasMessageContaining("A backend works on the database");
    }

    @Test
    void aBrokenHashIsRefusedBeforeAnythingIsTouched() throws IOException {
        centre.history(10);
        centre.recording(100);
        write();
        change("tables/note.copy", bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });

        assertThatThrownBy(this::read)
                .isInstanceOf(BackupFault.class)
                .hasMessage("The archive is broken: tables/note.copy is not what it was. Nothing was changed.");
        assertThat(target.ask("select count(*) from tenant")).isEqualTo("0");
        assertThat(to).doesNotExist();
    }

    @Test
    void anArchiveOfANewerProgramIsRefused() throws IOException {
        write();
        change(
                Manifest.NAME,
                bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999912312359\"")
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::read)
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("is of schema 999912312359")
                .hasMessageContaining("this program knows up to");
    }

    @Test
    void anArchiveOfAnOlderProgramIsRestoredAndTheNextStartMigratesIt() throws Exception {
        withoutSchema(target);
        Map<String, String> before;
        try (var old = TestDatabase.ofThePreviousSchema()) {
            try (var server = new TestServer(old, CLOCK)) {
                tenant = server.tenant("acme");
                server.person("acme", "Ana", Role.AGENT);
            }
            centre = new SmallCentre(old, tenant, from);
            centre.history(20);
            centre.recording(100);
            before = hashes(old);
            try (var snapshot = Snapshot.of(config(old))) {
                assertThat(snapshot.schema()).isEqualTo(TestDatabase.previousSchema());
                new Backup(snapshot, from, CLOCK).write(archive, "test", KEY);
            }
        }

        var restored = read();

        assertThat(restored.rows()).isGreaterThan(120);
        assertThat(hashes(target)).isEqualTo(before);
        assertThat(schema(target)).isEqualTo(TestDatabase.previousSchema());
        signsIn(target);
        assertThat(schema(target)).isEqualTo(schema(source)).isNotEqualTo(TestDatabase.previousSchema());
        for (var table : List.of("contact", "interaction", "note", "thread", "message", "recording")) {
            assertThat(hashes(target)).containsEntry(table, before.get(table));
        }
    }

    @Test
    void secretsNeedTheKeyTheyWereEncryptedBy() {
        centre.secret();
        write();

        assertThatThrownBy(this::read)
                .hasMessageContaining("encrypted by the key 00112233, and the settings hold none");
        assertThatThrownBy(() -> new Restore(config(target), to).read(archive, Optional.of("ffff")))
                .hasMessageContaining("the settings hold the key ffff");
        assertThat(new Restore(config(target), to)
                        .read(archive, Optional.of(KEY))
                        .rows())
                .isPositive();
    }

    @Test
    void whatFailsHalfwayLeavesNothing() throws IOException {
        centre.history(10);
        centre.recording(100);
        write();
        target.tell("alter table note add check (text <> 'Paid, € ok'||chr(10)||'tab'||chr(9))");

        assertThatThrownBy(this::read).hasMessageContaining("The table note cannot be filled");
        assertThat(target.ask("select count(*) from tenant")).isEqualTo("0");
        assertThat(foreignKeys(target)).isEqualTo(foreignKeys(source));
        try (var left = Files.exists(to) ? Files.walk(to) : Stream.<Path>empty()) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void theCommandsDoBothAndSayWhatTheyDid() throws IOException {
        centre.history(10);
        centre.recording(100);

        var backup = Told.by(settings(source, from), "backup", archive.toString());
        var restore = Told.by(settings(target, to), "restore", archive.toString());
        var again = Told.by(settings(target, to), "restore", archive.toString());

        assertThat(backup.err()).isEmpty();
        assertThat(backup.out()).startsWith("Written to " + archive).contains("1 recordings");
        assertThat(restore.err()).isEmpty();
        assertThat(restore.code()).isZero();
        assertThat(restore.out()).startsWith("Restored from " + archive);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("There is a recording");
        assertThat(hashes(target)).isEqualTo(hashes(source));
    }

    @Test
    void aFolderThatIsNotThereIsSaidInWords() {
        var nowhere = folder.resolve("nowhere/centre.zip");

        assertThat(Told.by(settings(source, from), "backup", nowhere.toString()).err())
                .contains("The archive %s cannot be written: there is no such folder".formatted(nowhere));
        assertThat(Told.by(settings(target, to), "restore", nowhere.toString()).err())
                .contains("The archive %s cannot be restored: there is no such file".formatted(nowhere));
    }

    private static void figure(String what, Made made) {
        Figures.record(what + ".rows", made.rowsPerSecond(), "rows/s", "-", true);
        Figures.record(what + ".bytes", made.megabytesPerSecond(), "MB/s", "-", true);
    }

    /// A whole backend on the restored database, and somebody of the old one at its door.
    private void signsIn(TestDatabase database) throws IOException, InterruptedException {
        var settings = settings(database, to);
        settings.put("http.port", "0");
        settings.put("identity.token-key-file", folder.resolve("token.key").toString());
        settings.put("telephony.spool", folder.resolve("spool").toString());
        try (var backend = Backend.start(Settings.of(settings), CLOCK);
                var client = HttpClient.newHttpClient()) {
            var body = Map.of("tenant", "acme", "email", "ana@acme.example", "password", TestServer.PASSWORD);
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/api/v1/login".formatted(backend.port())))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private Made write() {
        try (var snapshot = Snapshot.of(config(source))) {
            return new Backup(snapshot, from, CLOCK).write(archive, "test", KEY);
        }
    }

    private Made read() {
        return new Restore(config(target), to).read(archive, Optional.empty());
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private void change(String entry, Change change) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive)) {
            var file = zip.getPath(entry);
            Files.write(file, change.of(Files.readAllBytes(file)));
        }
    }

    private static Map<String, String> hashes(TestDatabase database) {
        try (var snapshot = Snapshot.of(config(database))) {
            return RowHashes.of(snapshot);
        }
    }

    private static String foreignKeys(TestDatabase database) {
        return database.ask(
                "select string_agg(conrelid::regclass::text || conname || pg_get_constraintdef(oid), ';' order by"
                        + " conrelid::regclass::text, conname) from pg_constraint where contype = 'f'");
    }

    private static String schema(TestDatabase database) {
        return database.ask("select max(version) from flyway_schema_history where success");
    }

    private static void withoutSchema(TestDatabase database) {
        database.tell("drop schema public cascade");
        database.tell("create schema public");
        database.tell("grant usage on schema public to public");
    }

    private static DatabaseConfig config(TestDatabase database) {
        return DatabaseConfig.from(Settings.of(database.settings()));
    }

    private Map<String, String> settings(TestDatabase database, Path recordings) {
        var settings = new HashMap<>(database.settings());
        settings.put("recordings.directory", recordings.toString());
        settings.put("telephony.key-file", folder.resolve("none.key").toString());
        return settings;
    }
}
