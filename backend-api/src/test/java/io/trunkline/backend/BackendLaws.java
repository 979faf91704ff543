package io.trunkline.backend;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;

/// The house as data and conditions; [BackendLawsTest] holds the program against them.
final class BackendLaws {
    static final String ROOT = "io.trunkline.backend";

    /// What a package may use beside `model`. The table is acyclic; an adapter stands on its own line.
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("platform", Set.of()),
            entry("live", Set.of("platform")),
            entry("identity", Set.of("platform", "live")),
            entry("contacts", Set.of("platform", "live", "identity")),
            entry("presence", Set.of("platform", "live", "identity")),
            entry("interactions", Set.of("platform", "live", "identity")),
            entry("ivr", Set.of("platform", "live", "identity")),
            entry("routing", Set.of("platform", "live", "identity", "presence", "interactions")),
            entry("recordings", Set.of("platform", "live", "identity", "interactions")),
            entry("diagnostics", Set.of("platform")),
            // It knows tables by the catalogue, and asks recordings which files belong to the rows.
            entry("backup", Set.of("platform", "recordings")),
            entry("voicemail", Set.of("platform", "live", "identity", "interactions", "recordings", "routing")),
            entry(
                    "telephony",
                    Set.of(
                            "platform",
                            "live",
                            "identity",
                            "contacts",
                            "interactions",
                            "ivr",
                            "routing",
                            "recordings",
                            "voicemail")),
            // It writes down as TwiML what the flow says, so it reads the flow's instructions.
            entry("telephony.twilio", Set.of("platform", "telephony", "ivr")),
            // A client over REST: it knows the routes' records and signs as the carrier does.
            entry("connect", Set.of("platform", "telephony.twilio")),
            entry("inbox", Set.of("platform", "live", "identity", "contacts", "interactions", "routing")),
            // Texts go over the account that carries calls, so this channel uses telephony's port to the carrier.
            entry("inbox.sms", Set.of("platform", "inbox", "telephony")),
            // It reads what others own, for one agent's snapshot, and changes nothing.
            // DesktopsFeature stands in front of the guard and writes what administrators do into the audit log.
            entry("desktops", Set.of("platform", "identity")),
            entry("desk", Set.of("platform", "live", "identity", "presence", "interactions", "routing", "inbox")),
            entry("analytics", Set.of("platform", "live", "identity")),
            entry("ai", Set.of("platform", "live", "identity", "interactions", "recordings")),
            entry("alerts", Set.of("platform", "live", "identity", "analytics")),
            entry("campaigns", Set.of("platform", "live", "identity", "contacts", "interactions", "routing")),
            entry("integrations", Set.of("platform", "live", "identity", "contacts", "interactions")),
            entry("billing", Set.of("platform", "live", "identity", "analytics")));

    private static final Set<String> THREADS =
            Set.of("<init>", "start", "ofVirtual", "ofPlatform", "startVirtualThread", "sleep");

    private BackendLaws() {}

    /// The package of the house a class lives in: `telephony.twilio` where the table knows it, else `telephony`; empty
    /// for [Backend] and for everything outside.
    static String feature(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        var parts = name.substring(ROOT.length() + 1).split("\\.", -1);
        var two = parts.length > 1 ? parts[0] + "." + parts[1] : parts[0];
        return MAY_USE.containsKey(two) ? two : parts[0];
    }

    static ArchCondition<JavaClass> useOnlyTheirRow() {
        return condition("use only the packages in their row of MAY_USE", (owner, events) -> {
            var from = feature(owner);
            for (var use : owner.getDirectDependenciesFromSelf()) {
                var to = feature(use.getTargetClass());
                if (!from.isEmpty()
                        && !to.isEmpty()
                        && !to.equals(from)
                        && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                    events.add(violated(owner, use.getDescription()));
                }
            }
        });
    }

    static ArchCondition<JavaClass> haveARow() {
        return condition("live in a package that MAY_USE knows", (owner, events) -> {
            var feature = feature(owner);
            if (!feature.isEmpty() && !MAY_USE.containsKey(feature)) {
                events.add(violated(owner, owner.getName() + " lives in " + feature + ", which has no row"));
            }
        });
    }

    static ArchCondition<JavaClass> notCall(String sentence, Predicate<JavaAccess<?>> forbidden) {
        return condition(sentence, (owner, events) -> {
            for (var access : owner.getAccessesFromSelf()) {
                if (forbidden.test(access)) {
                    events.add(violated(owner, access.getDescription()));
                }
            }
        });
    }

    static ArchCondition<JavaClass> notUse(String sentence, Predicate<JavaClass> forbidden) {
        return condition(sentence, (owner, events) -> {
            for (var use : owner.getDirectDependenciesFromSelf()) {
                if (forbidden.test(use.getTargetClass())) {
                    events.add(violated(owner, use.getDescription()));
                }
            }
        });
    }

    static boolean readsTheWallClock(JavaAccess<?> access) {
        if (access.getName().equals("currentTimeMillis")) {
            return access.getTargetOwner().isEquivalentTo(System.class);
        }
        return access.getName().equals("now")
                && access.getTargetOwner().getPackageName().equals("java.time")
                && access.getTarget().getFullName().endsWith(".now()");
    }

    static boolean startsAThread(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return owner.isEquivalentTo(Thread.class)
                ? THREADS.contains(access.getName())
                : owner.isEquivalentTo(Executors.class)
                        || owner.isEquivalentTo(ForkJoinPool.class)
                        || owner.isEquivalentTo(Timer.class);
    }

    static boolean prints(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                ? Set.of("out", "err").contains(access.getName())
                : access.getName().equals("printStackTrace");
    }

    /// Names a class by the type it is written in: a lambda or nested record belongs to its outermost class.
    static DescribedPredicate<JavaClass> outermostEndsWith(String... suffixes) {
        return DescribedPredicate.describe("belong to a class named …" + String.join(", …", suffixes), type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            for (var suffix : suffixes) {
                if (outermost.getSimpleName().endsWith(suffix)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static ArchCondition<JavaClass> condition(String sentence, Check check) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                check.check(owner, events);
            }
        };
    }

    private interface Check {
        void check(JavaClass owner, ConditionEvents events);
    }
}
