package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Connects a tenant with its account at Twilio, and takes that back.
///
/// Nothing is changed before it was shown and agreed to, no number before the way back is proven, and what is done
/// already is not done twice. What cannot be done is told in a sentence with what to do; no secret is said or logged.
public final class Connect {
    private final Way way;
    private final Clock clock;
    private final Terminal terminal;

    public Connect(Clock clock, Terminal terminal) {
        this(new Way(), clock, terminal);
    }

    Connect(Way way, Clock clock, Terminal terminal) {
        this.way = way;
        this.clock = clock;
        this.terminal = terminal;
    }

    /// The exit code: 0 done or nothing to do, 1 failed, 2 wrong words or file, 3 somebody cannot be reached.
    public int run(ConnectRequest asked) {
        try {
            var file = asked.credentials().map(CredentialsFile::read).orElse(Map.of());
            mayHearSecrets(asked.backend());
            asked.standIn().ifPresent(Connect::mayHearSecrets);
            var who = Credentials.from(file, asked, terminal);
            var backend = new OurBackend(way, asked.backend(), who);
            backend.signIn();
            var account = account(backend, who);
            var twilio = new TwilioApi(way, standIn(asked, account), who.account(), who.token());
            standing(twilio, who);
            return asked.undo()
                    ? new Undoing(backend, twilio, terminal).run(asked)
                    : connect(asked, who, backend, twilio, account);
        } catch (CannotConnect e) {
            terminal.say(String.valueOf(e.getMessage()));
            return e.exit();
        }
    }

    private int connect(
            ConnectRequest asked,
            Credentials who,
            OurBackend backend,
            TwilioApi twilio,
            Optional<CarrierAccount> account) {
        var standIn = standIn(asked, account);
        var addresses = backend.addresses();
        reachable(asked, standIn, addresses);
        tried(twilio, who);
        var wayBack = new WayBack(way, backend, addresses, who.account(), who.token());
        var name = "Trunkline " + who.tenant();
        var flows = backend.flows();
        var queues = backend.queues();
        var entry = Entries.of(asked, flows, queues);
        var now = new Situation(
                account,
                account.isPresent() && wayBack.tokenKnown(),
                account.map(known -> twilio.hasKey(known.apiKeySid())).orElse(false),
                twilio.application(account.flatMap(known -> Optional.ofNullable(known.applicationSid())), name),
                new Choosing(terminal).of(twilio.numbers(), asked),
                twilio.textServices(),
                backend.numbers(),
                flows,
                queues);
        var plan = Plan.of(now, new Wish(addresses, name, who.key().map(Credentials.Key::sid), standIn, entry));
        show(plan);
        if (asked.dryRun()) {
            terminal.say("Nothing was changed: this was a dry run.");
            return 0;
        }
        agreed(plan, asked);
        return carriedOut(plan, now, asked, wayBack, new Applying(backend, twilio, who, clock, terminal), standIn);
    }

    private int carriedOut(
            Plan plan, Situation now, ConnectRequest asked, WayBack wayBack, Applying applying, Optional<URI> standIn) {
        applying.account(plan, now, standIn);
        prove(wayBack, asked, plan.account());
        try {
            applying.numbers(plan);
        } catch (CannotConnect e) {
            terminal.say(String.valueOf(e.getMessage()));
            terminal.say("What is not done: %s. Run this again to go on from here."
                    .formatted(applying.left().isEmpty() ? "nothing at Twilio" : String.join(", ", applying.left())));
            return e.exit();
        }
        terminal.say(
                plan.isEmpty()
                        ? "Nothing had to change."
                        : "Connected. What proves that Twilio itself reaches the backend is a call: dial one of the numbers.");
        return 0;
    }

    private void prove(WayBack wayBack, ConnectRequest asked, boolean fresh) {
        var trouble = wayBack.trouble(fresh);
        if (trouble.isEmpty()) {
            terminal.say(
                    "Proven: a signed webhook to the public address comes to this backend unchanged, and a wrongly signed one is refused.");
            return;
        }
        terminal.say("The way back is not proven. " + trouble.get());
        if (!asked.unproven()) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The numbers are left as they were. Run this again when that is put right, or with --unproven where only this machine cannot take the way.");
        }
    }

    private static Optional<CarrierAccount> account(OurBackend backend, Credentials who) {
        var known = backend.account();
        known.filter(account -> !account.accountSid().equals(who.account())).ifPresent(other -> {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The tenant is connected with another account already, %s; a tenant has one account."
                            .formatted(other.accountSid()));
        });
        return known;
    }

    /// What the command line says, else the one the backend knows already.
    private static Optional<URI> standIn(ConnectRequest asked, Optional<CarrierAccount> account) {
        return asked.standIn()
                .or(() -> account.flatMap(known -> Optional.ofNullable(known.baseUrl()))
                        .map(URI::create));
    }

    private void standing(TwilioApi twilio, Credentials who) {
        var standing = twilio.standing();
        terminal.say("Account %s '%s', %s%s"
                .formatted(who.account(), standing.name(), standing.status(), standing.trial() ? ", trial" : ""));
        if (!standing.status().equals("active")) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The account is %s, so it carries neither calls nor texts: look at its messages and its balance in Twilio's console."
                            .formatted(standing.status()));
        }
        if (standing.trial()) {
            terminal.say(
                    "It is a trial account: callers hear Twilio's announcement first, and only verified numbers can be called or written to.");
        }
    }

    private static void tried(TwilioApi twilio, Credentials who) {
        who.key().filter(key -> !twilio.accepts(key)).ifPresent(key -> {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "Twilio does not accept key %s with this secret: it is another account's or another region's, or its secret was not copied whole."
                            .formatted(key.sid()));
        });
    }

    private static void reachable(ConnectRequest asked, Optional<URI> standIn, CarrierAddresses addresses) {
        if (standIn.isEmpty() && !asked.unproven()) {
            PublicAddress.trouble(URI.create(addresses.publicUrl())).ifPresent(trouble -> {
                throw new CannotConnect(CannotConnect.FAILED, trouble);
            });
        }
    }

    /// Secrets leave this machine encrypted only.
    private static void mayHearSecrets(URI server) {
        var here = "http".equals(server.getScheme()) && PublicAddress.isThisMachine(String.valueOf(server.getHost()));
        if (!"https".equals(server.getScheme()) && !here) {
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    "Secrets go to %s, so its address has to begin with https, unless it is this machine."
                            .formatted(server));
        }
    }

    private void show(Plan plan) {
        plan.remarks().forEach(remark -> terminal.say("Note: " + remark));
        if (plan.isEmpty()) {
            terminal.say("Nothing has to change.");
        } else {
            var lines = new ArrayList<>(List.of("", "What changes:"));
            lines.addAll(Sheet.plan(plan));
            lines.add("");
            lines.forEach(terminal::say);
        }
    }

    private void agreed(Plan plan, ConnectRequest asked) {
        if (!plan.isEmpty()) {
            Choosing.agreed(terminal, asked);
        }
    }
}
