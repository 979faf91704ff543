package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.Page;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.User;
import io.trunkline.model.identity.UserChange;
import java.util.Optional;

/// `/api/v1/users`
final class UserRoutes {
    private final Users users;
    private final Passwords passwords;
    private final Database database;

    UserRoutes(Users users, Passwords passwords, Database database) {
        this.users = users;
        this.passwords = passwords;
        this.database = database;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/users")
                .needs(Permission.USER_READ)
                .summary("People by name")
                .returnsPage(User.class)
                .to(this::list);
        routes.post("/api/v1/users")
                .needs(Permission.USER_WRITE)
                .summary("Create a user")
                .takes(NewUser.class)
                .creates(User.class)
                .to(this::add);
        routes.get("/api/v1/users/{id}")
                .needs(Permission.USER_READ)
                .summary("One user")
                .returns(User.class)
                .to(this::one);
        routes.patch("/api/v1/users/{id}")
                .needs(Permission.USER_WRITE)
                .summary("Change a user; a change of roles and a disabling hold at once")
                .takes(UserChange.class)
                .returns(User.class)
                .to(this::change);
        routes.delete("/api/v1/users/{id}")
                .needs(Permission.USER_WRITE)
                .summary("Disable a user; history keeps the name")
                .returnsNothing()
                .to(request -> change(request, new UserChange(null, null, null, false, null, null)));
    }

    private Page<User> list(Request request) {
        var paging = request.paging();
        var after = paging.after().map(cursor -> new UserId(cursor.uuid(0)));
        var found = database.inTenant(request.tenant(), tx -> users.page(tx, after, paging.limit() + 1));
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var last = found.get(paging.limit() - 1);
        return new Page<>(
                found.subList(0, paging.limit()), Cursor.after(last.id()).text());
    }

    private User one(Request request) {
        var id = request.id("id", UserId::new);
        return database.<Optional<User>>inTenant(request.tenant(), tx -> users.find(tx, id))
                .orElseThrow(() -> new Fault.NotFound("There is no such user."));
    }

    private User add(Request request, NewUser wanted) {
        UserChecks.check(wanted);
        var hash = passwords.hash(wanted.password());
        return database.inTenant(request.tenant(), tx -> users.add(tx, actor(request.member()), wanted, hash));
    }

    private User change(Request request, UserChange change) {
        UserChecks.check(change);
        var id = request.id("id", UserId::new);
        return database.inTenant(request.tenant(), tx -> users.change(tx, actor(request.member()), id, change));
    }

    private static Audit.Actor actor(Principal.Member member) {
        return new Audit.Actor(member.user(), member.onBehalfOf().orElse(null));
    }
}
