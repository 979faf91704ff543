package io.trunkline.backend.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// The shape of the named peers in Java, on the cheapest data there is (bit masks, no database, no locks, no waiting
/// between rounds), so that what is compared is the shape alone.
///
/// Rates are per second of processor time. Per round fifty agents have become free, as many are served, and as many
/// contacts arrive.
final class ScanningPeers {
    private static final int FREED = 50;

    private static final class Contact {
        final int skills;
        final long joined;
        final int base;
        double score;

        Contact(int skills, long joined, int base) {
            this.skills = skills;
            this.joined = joined;
            this.base = base;
        }
    }

    private static final class Agent {
        final int skills;
        long idleSince;
        boolean free;

        Agent(int skills) {
            this.skills = skills;
        }
    }

    private final Random random = new Random(42);
    private final List<Agent> agents = new ArrayList<>();
    private List<Contact> waiting = new ArrayList<>();
    private long now;

    ScanningPeers(int waitingNow, int agentsNow) {
        for (var index = 0; index < agentsNow; index++) {
            agents.add(new Agent(mask(8)));
        }
        for (var index = 0; index < waitingNow; index++) {
            arrive();
        }
    }

    /// mod_callcenter: sort all members by score, and for each look through all agents for the one idle longest.
    double callcenter(long nanos) {
        return rounds(nanos, () -> {
            var served = 0;
            for (var contact : waiting) {
                contact.score = (now - contact.joined) + contact.base;
            }
            waiting.sort(Comparator.comparingDouble(c -> -c.score));
            var left = new ArrayList<Contact>(waiting.size());
            for (var contact : waiting) {
                var agent = longestIdle(contact);
                if (agent == null) {
                    left.add(contact);
                } else {
                    give(agent);
                    served++;
                }
            }
            waiting = left;
            return served;
        });
    }

    /// app_queue: every waiting caller asks whether it is their turn; each counts the available members and walks the
    /// list up to their own place, and those whose turn it is look for a member.
    double isOurTurn(long nanos) {
        return rounds(nanos, () -> {
            var served = 0;
            var left = new ArrayList<Contact>(waiting.size());
            for (var contact : waiting) {
                var agent = ahead(contact) < available() ? longestIdle(contact) : null;
                if (agent == null) {
                    left.add(contact);
                } else {
                    give(agent);
                    served++;
                }
            }
            waiting = left;
            return served;
        });
    }

    private interface Round {
        int serve();
    }

    private double rounds(long nanos, Round round) {
        var begin = CpuTime.nanos();
        var served = 0L;
        do {
            free();
            var now = round.serve();
            for (var index = 0; index < now; index++) {
                arrive();
            }
            served += now;
        } while (CpuTime.nanos() - begin < nanos);
        return served * 1e9 / (CpuTime.nanos() - begin);
    }

    private Agent longestIdle(Contact contact) {
        Agent best = null;
        for (var agent : agents) {
            if (agent.free
                    && (agent.skills & contact.skills) == contact.skills
                    && (best == null || agent.idleSince < best.idleSince)) {
                best = agent;
            }
        }
        return best;
    }

    private int available() {
        var available = 0;
        for (var agent : agents) {
            if (agent.free) {
                available++;
            }
        }
        return available;
    }

    private int ahead(Contact contact) {
        var ahead = 0;
        for (var other : waiting) {
            if (other == contact) {
                return ahead;
            }
            ahead++;
        }
        return ahead;
    }

    private void free() {
        now += 100;
        for (var count = 0; count < FREED; count++) {
            var agent = agents.get(random.nextInt(agents.size()));
            agent.free = true;
            agent.idleSince = now;
        }
    }

    private static void give(Agent agent) {
        agent.free = false;
    }

    private void arrive() {
        waiting.add(new Contact(mask(1 + random.nextInt(2)), now, random.nextInt(10) == 0 ? 60 : 0));
    }

    private int mask(int bits) {
        var mask = 0;
        while (Integer.bitCount(mask) < bits) {
            mask |= 1 << random.nextInt(20);
        }
        return mask;
    }
}
