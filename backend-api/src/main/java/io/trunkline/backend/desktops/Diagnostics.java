package io.trunkline.backend.desktops;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Paging;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.Page;
import io.trunkline.model.desktop.SentDiagnostics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Bundles that people sent, kept for a time for their administrators. Few of each person are kept, so that nobody
/// fills the database.
final class Diagnostics {
    static final int EACH = 5;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int LONGEST_PROGRAM = 100;

    private final DiagnosticsStore store = new DiagnosticsStore();
    private final Database database;
    private final Audit audit;
    private final Clock clock;
    private final Duration kept;

    Diagnostics(Database database, Audit audit, Clock clock, Duration kept) {
        this.clock = clock;
        this.database = database;
        this.audit = audit;
        this.kept = kept;
    }

    /// `program` is what the sender's program calls itself.
    SentDiagnostics take(Principal.Member member, String program, byte[] zip) {
        if (!isZip(zip)) {
            throw new Fault.Invalid("", "A diagnostics bundle is a zip file.");
        }
        var id = Ids.next();
        var name = program.substring(0, Math.min(program.length(), LONGEST_PROGRAM));
        return database.inTenant(member.tenant(), tx -> {
            store.add(tx, id, member.user(), name, zip);
            store.keepNewest(tx, member.user(), EACH);
            audit.record(tx, actor(member), "diagnostics.sent", "diagnostics " + id, Map.of("bytes", "" + zip.length));
            return store.find(tx, id).orElseThrow();
        });
    }

    Page<SentDiagnostics> list(Principal.Member member, Paging paging) {
        var found = database.inTenant(member.tenant(), tx -> store.list(tx, paging));
        var next = found.size() < paging.limit()
                ? null
                : Cursor.after(found.getLast().at(), found.getLast().id()).text();
        return new Page<>(found, next);
    }

    byte[] zip(Principal.Member member, UUID id) {
        return database.inTenant(member.tenant(), tx -> {
            var zip = store.zip(tx, id).orElseThrow(Diagnostics::unknown);
            audit.record(tx, actor(member), "diagnostics.read", "diagnostics " + id, Map.of());
            return zip;
        });
    }

    void delete(Principal.Member member, UUID id) {
        database.doInTenant(member.tenant(), tx -> {
            if (!store.delete(tx, id)) {
                throw unknown();
            }
            audit.record(tx, actor(member), "diagnostics.deleted", "diagnostics " + id, Map.of());
        });
    }

    /// Deletes what is old enough, of every tenant; returns how many.
    int forget() {
        return store.forget(database, clock.instant().minus(kept));
    }

    private static Fault.NotFound unknown() {
        return new Fault.NotFound("There is no diagnostics bundle with this id.");
    }

    private static Audit.Actor actor(Principal.Member member) {
        return new Audit.Actor(member.user(), member.onBehalfOf().orElse(null));
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > ZIP.length
                && bytes[0] == ZIP[0]
                && bytes[1] == ZIP[1]
                && bytes[2] == ZIP[2]
                && bytes[3] == ZIP[3];
    }
}
