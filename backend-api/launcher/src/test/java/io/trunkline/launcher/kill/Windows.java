package io.trunkline.launcher.kill;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where kills landed, by what they left behind and not by what was meant.
final class Windows {
    /// @param transactions that were ended
    /// @param unsent commands that were committed, and whose turn it was, without a request
    /// @param unrecorded commands whose request had arrived, without the answer being taken down
    private record Landed(Kill kill, int transactions, long unsent, long unrecorded) {}

    private final List<Landed> all;

    Windows(List<Kill> kills, Requests requests) {
        var counted = new HashSet<String>();
        all = kills.stream().map(kill -> landed(kill, requests, counted)).toList();
    }

    /// A command that stays open over several kills counts for the first of them.
    private static Landed landed(Kill kill, Requests requests, Set<String> counted) {
        var unsent = kill.open().stream()
                .filter(command -> command.first() && !requests.arrived(command, kill.again()))
                .filter(command -> counted.add("unsent " + command.id()))
                .count();
        var unrecorded = kill.open().stream()
                .filter(command -> requests.unrecorded(command, kill.at()))
                .filter(command -> counted.add("unrecorded " + command.id()))
                .count();
        return new Landed(kill, kill.aborted().size(), unsent, unrecorded);
    }

    long inTransaction() {
        return all.stream().filter(each -> each.transactions > 0).count();
    }

    long betweenCommitAndRequest() {
        return all.stream().filter(each -> each.unsent > 0).count();
    }

    long betweenRequestAndRecord() {
        return all.stream().filter(each -> each.unrecorded > 0).count();
    }

    String table() {
        var text = new StringBuilder("%n%-4s %-16s %5s %8s %13s %15s %17s %7s%n"
                .formatted(
                        "kill",
                        "aim",
                        "live",
                        "ready ms",
                        "transactions",
                        "commit-request",
                        "request-recorded",
                        "outbox"));
        for (var each : all) {
            var kill = each.kill;
            text.append("%4d %-16s %5d %8d %13d %15d %17d %7d%n"
                    .formatted(
                            kill.number(),
                            kill.aim().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            kill.live(),
                            kill.ready().toMillis(),
                            each.transactions,
                            each.unsent,
                            each.unrecorded,
                            kill.outbox().size()));
        }
        return text.append("%-4s %-16s %5d %8s %13d %15d %17d%n"
                        .formatted(
                                "hits",
                                "kills per window",
                                all.size(),
                                "",
                                inTransaction(),
                                betweenCommitAndRequest(),
                                betweenRequestAndRecord()))
                .toString();
    }
}
