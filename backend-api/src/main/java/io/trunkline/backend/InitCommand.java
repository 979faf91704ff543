package io.trunkline.backend;

import io.trunkline.backend.identity.IdentityFeature;
import io.trunkline.backend.identity.NewTenant;
import io.trunkline.backend.identity.Tenants;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Makes a tenant and its first administrator, who gets a password that is good once.
@Command(
        name = "init",
        description = {
            "makes a tenant and its first administrator with a password that is good once and printed once;",
            "asks for what is not said; works while the backend runs and while it does not"
        })
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Commands commands;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "KEY", description = "short name that people sign in with, such as acme")
    @Nullable
    String tenant;

    @Option(names = "--name", description = "the tenant's name as its people see it; else the short name")
    @Nullable
    String name;

    @Option(names = "--email", description = "the first administrator's e-mail address")
    @Nullable
    String email;

    @Option(names = "--person", description = "the first administrator's name; else Administrator")
    @Nullable
    String person;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "such as Europe/Madrid")
    @Nullable
    String zone;

    @Option(names = "--country", paramLabel = "CODE", description = "two letters, by which local numbers are read")
    @Nullable
    String country;

    @Option(
            names = "--renew",
            description = "gives the first administrator of a tenant that is there a new password, as long as they have"
                    + " not chosen an own one")
    boolean renew;

    @Override
    public Integer call() {
        var told = Optional.ofNullable(commands).orElseThrow();
        var key = said(told, tenant, "--tenant", "Short name of the tenant, such as acme", "");
        var config = DatabaseConfig.from(told.settings());
        if (renew) {
            try (var database = Database.visit(config, told.clock())) {
                renew(IdentityFeature.tenants(database, told.clock()), key);
            }
            return Commands.DONE;
        }
        var wanted = wanted(told, key);
        var address = said(told, email, "--email", "E-mail address of the first administrator", "");
        var who = person == null ? "Administrator" : person;
        try (var database = Database.visit(config, told.clock())) {
            begin(IdentityFeature.tenants(database, told.clock()), wanted, who, address);
        }
        return Commands.DONE;
    }

    private NewTenant wanted(Commands told, String key) {
        var called = said(told, name, "--name", "Name of the tenant", key);
        var place = said(
                told, zone, "--time-zone", "Time zone", ZoneId.systemDefault().getId());
        var land = said(told, country, "--country", "Country", "US").toUpperCase(Locale.ROOT);
        try {
            return new NewTenant(key, called, ZoneId.of(place), land);
        } catch (DateTimeException _) {
            throw wrong("'%s' is no time zone; one is Europe/Madrid.".formatted(place));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void begin(Tenants tenants, NewTenant wanted, String who, String address) {
        try {
            print("Tenant %s is made.".formatted(wanted.key()), wanted.key(), tenants.begin(wanted, who, address));
        } catch (Fault.Conflict _) {
            throw new CommandFault(
                    "Tenant %s is there already; nothing was changed. With --renew its first administrator gets a new password, as long as they have not chosen an own one."
                            .formatted(wanted.key()));
        } catch (Fault.Invalid e) {
            throw wrong(e.sentence());
        }
    }

    private void renew(Tenants tenants, String key) {
        var id = tenants.byKey(key).orElseThrow(() -> new CommandFault("There is no tenant %s.".formatted(key)));
        var newcomer = tenants.renew(id)
                .orElseThrow(() -> new CommandFault(
                        "The first administrator of %s has chosen a password; nothing was changed.".formatted(key)));
        print("The password before is not good any more.", key, newcomer);
    }

    private void print(String done, String key, Tenants.Newcomer newcomer) {
        out().printf(
                        """
                        %s Its administrator signs in with

                          tenant    %s
                          e-mail    %s
                          password  %s

                        The password is good once, until %s, and is not shown again; the desktop asks for an own one.
                        """,
                        done,
                        key,
                        newcomer.email(),
                        newcomer.password(),
                        newcomer.until().truncatedTo(ChronoUnit.MINUTES))
                .flush();
    }

    /// What an option said, else what somebody at the terminal answers, else the `usual`.
    private String said(Commands told, @Nullable String given, String option, String question, String usual) {
        return Optional.ofNullable(given)
                .or(() -> told.ask(usual.isEmpty() ? question : "%s [%s]".formatted(question, usual)))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .or(() -> Optional.of(usual).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> wrong("%s is missing: say it with %s.".formatted(question, option)));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Optional.ofNullable(spec).orElseThrow().commandLine(), sentence);
    }

    private PrintWriter out() {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    }
}
