package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.RoleChange;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoleRoutesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC());

    private String key = "";
    private Person boss;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void tenant() {
        key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        boss = SERVER.signIn(key, "admin@" + key + ".example");
    }

    @Test
    void whatARoleAllowsIsShownAndChangesAtOnceAndIsAudited() {
        var lena = SERVER.person(key, "Lena", Role.SUPERVISOR);
        assertThat(SERVER.get("/api/v1/audit", lena).status()).isEqualTo(403);
        var wanted = EnumSet.copyOf(RoleDefaults.of(Role.SUPERVISOR));
        wanted.add(Permission.AUDIT_READ);
        wanted.remove(Permission.USER_READ);

        assertThat(change(boss, Role.SUPERVISOR, wanted).status()).isEqualTo(200);

        assertThat(SERVER.get("/api/v1/audit", lena).status()).isEqualTo(200);
        assertThat(SERVER.get("/api/v1/users", lena).status()).isEqualTo(403);
        assertThat(SERVER.get("/api/v1/roles", boss).body().toString()).contains("AUDIT_READ");
        assertThat(SERVER.get("/api/v1/audit", boss).body().toString()).contains("role.changed", "role SUPERVISOR");
        assertThat(POSTGRES.ask(
                        "select detail ->> 'given' || ' ' || (detail ->> 'taken') from audit where action = 'role.changed'"
                                + " and actor = '%s'".formatted(boss.id())))
                .isEqualTo("[AUDIT_READ] [USER_READ]");
    }

    @Test
    void administratorsCannotLockThemselvesOut() {
        var refused = change(boss, Role.ADMIN, Set.of(Permission.DESK_USE));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(SERVER.get("/api/v1/roles", boss).status()).isEqualTo(200);
    }

    @Test
    void nobodyGivesWhatTheyMayNotDoThemselves() {
        var wanted = EnumSet.copyOf(RoleDefaults.of(Role.SUPERVISOR));
        wanted.add(Permission.USER_WRITE);
        change(boss, Role.SUPERVISOR, wanted);
        var lena = SERVER.person(key, "Lena", Role.SUPERVISOR);

        assertThat(change(lena, Role.AGENT, EnumSet.of(Permission.AUDIT_READ)).status())
                .isEqualTo(403);
        assertThat(change(lena, Role.ADMIN, EnumSet.allOf(Permission.class)).status())
                .isEqualTo(403);
        assertThat(change(lena, Role.AGENT, EnumSet.of(Permission.DESK_USE)).status())
                .isEqualTo(200);
    }

    @Test
    void aRoleThatIsNotThereIsNotFoundAndNothingIsNotAllowed() {
        assertThat(SERVER.call("PUT", "/api/v1/roles/WIZARD", boss.token(), new RoleChange(Set.of()))
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.call("PUT", "/api/v1/roles/AGENT", boss.token(), "{}").field())
                .isEqualTo("permissions");
    }

    private static Answer change(Person by, Role role, Set<Permission> permissions) {
        return SERVER.call("PUT", "/api/v1/roles/" + role, by.token(), new RoleChange(permissions));
    }
}
