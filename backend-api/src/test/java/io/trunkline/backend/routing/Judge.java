package io.trunkline.backend.routing;

import io.trunkline.backend.routing.Findings.Property;
import io.trunkline.model.ReservationId;
import java.util.HashSet;
import java.util.Set;

/// Holds every decision of a router against the [Oracle].
final class Judge {
    private final Oracle oracle;
    private final Findings findings;
    private final Set<ReservationId> asked = new HashSet<>();
    private final Set<ReservationId> silent = new HashSet<>();

    Judge(Oracle oracle, Findings findings) {
        this.oracle = oracle;
        this.findings = findings;
    }

    void decided(Decision decision, Object where) {
        switch (decision) {
            case Decision.Offer offer -> offer(offer, where);
            case Decision.Withdraw withdraw -> {
                var bond = oracle.bonds.get(withdraw.reservation());
                asked.add(withdraw.reservation());
                findings.check(Property.P10, bond != null && (bond.item == null || bond.item.state == 'L'), where);
            }
            case Decision.Expire expire -> {
                var bond = oracle.bonds.get(expire.reservation());
                asked.add(expire.reservation());
                findings.check(Property.P10, bond != null && bond.offered && bond.deadline <= oracle.now, where);
            }
            case Decision.NotRinging not -> {
                var bond = oracle.bonds.get(not.reservation());
                silent.add(not.reservation());
                findings.check(Property.P10, bond != null && bond.offered && bond.ringBy <= oracle.now, where);
            }
            case Decision.SendAway away -> findings.check(Property.P6, !oracle.person(away.agent()).offerable, where);
        }
    }

    private void offer(Decision.Offer offer, Object where) {
        var item = oracle.items.get(offer.interaction());
        var person = oracle.person(offer.agent());
        var bound = oracle.bonds.values().stream().anyMatch(b -> b.item != null && b.item == item);
        var known = item != null && person != null && item.arrival.visit() == offer.visit();
        findings.check(Property.P1, known && item.state == 'W' && !bound, where + " " + offer);
        if (!known || item.state != 'W' || bound) {
            return;
        }
        findings.check(Property.P2, oracle.free(person, offer.channel()), where + " " + offer);
        var fits = oracle.hasFree(person, item) && item.arrival.demand().channel() == offer.channel();
        findings.check(Property.P3, fits, where + " " + offer);
        findings.check(Property.P6, oracle.canTake(person, item) || !fits, where + " bounced " + offer);
        longestIdle(offer, item, person, where);
        for (var other : oracle.items.values()) {
            var overtaken = other != item && oracle.before(other, item) && oracle.canTake(person, other);
            findings.check(Property.P7, !overtaken, where + " passed over " + other.arrival);
        }
        var said = offer.candidates().getFirst();
        findings.check(
                Property.P6,
                said.agent().equals(offer.agent()) && said.idleSince() == person.idleSince,
                where + " candidates");
        findings.check(Property.P11, offer.deadline() == oracle.now + item.arrival.offerMicros(), where + " deadline");
        oracle.offered(offer);
    }

    /// Those who refused it before come after all others, however long they are idle.
    private void longestIdle(Decision.Offer offer, Oracle.Item item, Oracle.Person chosen, Object where) {
        var chosenRefused = item.refused.containsKey(offer.agent());
        for (var other : oracle.people.values()) {
            if (other != chosen && oracle.canTake(other, item)) {
                var otherRefused = item.refused.containsKey(other.standing.agent());
                var better = otherRefused == chosenRefused ? oracle.idleLonger(other, chosen) : chosenRefused;
                findings.check(Property.P6, !better, where + " idle longer " + other.standing.agent());
            }
        }
    }

    /// When all is decided: nobody free fits anything that waits, and every end that is due was asked for.
    void quiet(Object where) {
        for (var person : oracle.people.values()) {
            if (person.offerable) {
                for (var item : oracle.items.values()) {
                    if (item.state == 'W') {
                        findings.check(Property.P5, !oracle.canTake(person, item), where);
                    }
                }
            }
        }
        for (var bond : oracle.bonds.values()) {
            if (bond.offered) {
                var due = bond.deadline <= oracle.now || bond.item == null || bond.item.state == 'L';
                findings.check(Property.P11, !due || asked.contains(bond.id), where + " stuck " + bond.id);
                var mute = bond.ringBy <= oracle.now && bond.item != null && bond.item.state == 'R';
                findings.check(Property.P11, !mute || silent.contains(bond.id), where + " mute " + bond.id);
            }
        }
    }
}
