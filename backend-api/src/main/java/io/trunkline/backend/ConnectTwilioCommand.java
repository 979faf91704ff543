package io.trunkline.backend;

import io.trunkline.backend.connect.Connect;
import io.trunkline.backend.connect.ConnectRequest;
import io.trunkline.backend.connect.ConsoleTerminal;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.log.Logging;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Connects a tenant with its account at Twilio; see [Connect]. No secret is an option.
@Command(
        name = "connect-twilio",
        description = {
            "points numbers of a Twilio account at this backend, proves that they arrive, and takes it back",
            "The backend has to run. Account, auth token, tenant and administrator are asked for, or come from a file."
        })
final class ConnectTwilioCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Commands parent;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = {
                "lines such as 'token = …': account, token, tenant, email, password, and key and secret of an API key;",
                "only its owner may read it; what it does not hold is asked for"
            })
    @Nullable
    Path credentials;

    @Option(names = "--tenant", description = "the tenant at the backend")
    @Nullable
    String tenant;

    @Option(names = "--email", description = "an administrator of the tenant")
    @Nullable
    String email;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "a number such as +12025550100, once for each; with --undo those to give back")
    List<String> numbers = new ArrayList<>();

    @Option(names = "--all", description = "all numbers of the account")
    boolean all;

    @Option(names = "--flow", paramLabel = "NAME", description = "the flow that answers their calls")
    @Nullable
    String flow;

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            description = "the queue that calls and texts go straight to; it is made where it is missing")
    @Nullable
    String queue;

    @Option(names = "--text-queue", paramLabel = "NAME", description = "the queue that takes their texts")
    @Nullable
    String textQueue;

    @Option(names = "--dry-run", description = "says what would change, and changes nothing")
    boolean dryRun;

    @Option(names = "--yes", description = "does not ask before it changes something")
    boolean yes;

    @Option(names = "--undo", description = "gives numbers back what they said before")
    boolean undo;

    @Option(names = "--unproven", description = "goes on although the way back is not proven")
    boolean unproven;

    @Option(
            names = "--backend",
            paramLabel = "URL",
            description = "where the backend runs; without it, on this machine at http.port")
    @Nullable
    URI backend;

    @Option(
            names = "--stand-in",
            paramLabel = "URL",
            description = "the address of a stand-in for Twilio, to rehearse with")
    @Nullable
    URI standIn;

    @Override
    public Integer call() {
        var line = Optional.ofNullable(spec).orElseThrow().commandLine();
        refuseContradictions(line);
        Logging.hush();
        var clock = Optional.ofNullable(parent).orElseThrow().clock();
        return new Connect(clock, new ConsoleTerminal(System.console(), line.getOut())).run(request());
    }

    private void refuseContradictions(CommandLine line) {
        if (all && !numbers.isEmpty()) {
            throw new CommandLine.ParameterException(line, "Say --all or --number, not both.");
        }
        if (flow != null && queue != null) {
            throw new CommandLine.ParameterException(
                    line, "Say --flow or --queue, not both; with --flow, --text-queue takes the texts.");
        }
        if (undo && (flow != null || queue != null || textQueue != null)) {
            throw new CommandLine.ParameterException(line, "--undo gives numbers back; it knows no flow and no queue.");
        }
    }

    private ConnectRequest request() {
        return new ConnectRequest(
                Optional.ofNullable(backend).orElseGet(this::onThisMachine),
                Optional.ofNullable(standIn),
                Optional.ofNullable(credentials),
                Optional.ofNullable(tenant),
                Optional.ofNullable(email),
                numbers,
                all,
                Optional.ofNullable(flow),
                Optional.ofNullable(queue),
                Optional.ofNullable(textQueue),
                yes,
                dryRun,
                undo,
                unproven);
    }

    private URI onThisMachine() {
        var http = HttpConfig.from(Optional.ofNullable(parent).orElseThrow().settings());
        if (http.tls().files().isPresent()) {
            // Its certificate is for the name it is known by.
            return http.publicUrl();
        }
        var host = http.host().equals("0.0.0.0") || http.host().equals("::") ? "127.0.0.1" : http.host();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, http.port()));
    }
}
