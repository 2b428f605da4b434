package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts behind a finding, by name; a fact that nobody knows is named all the same. */
public final class Evidence {
    /** Enough to act on; a link into a large estate would otherwise carry thousands of names in one finding. */
    static final int LISTED = 20;

    private static final String UNKNOWN = "unknown";
    private static final int DECIMALS = 3;

    private final SortedMap<String, String> facts = new TreeMap<>();

    private Evidence() {}

    public static Evidence none() {
        return new Evidence();
    }

    public static Evidence of(String name, @Nullable Object fact) {
        return none().and(name, fact);
    }

    /** What every finding on a flaw shows. */
    public static Evidence of(Flaw flaw) {
        Match match = flaw.match();
        return of("advisory", flaw.advisory().key())
                .and("version", flaw.installation().version())
                .and("verdict", match.verdict())
                .and("reason", match.reason())
                .and("fix", match.hasFix() ? match.fixVersion() : "none")
                .and(
                        "deadline",
                        flaw.deadline().due() == null ? "none" : flaw.deadline().due())
                .and("daysOverdue", flaw.deadline().daysOverdue())
                .and("reach", flaw.reach())
                .and("compensated", flaw.compensated())
                .andAll("reachableBy", flaw.reachableBy());
    }

    public Evidence and(String name, @Nullable Object fact) {
        facts.put(name, fact == null ? UNKNOWN : fact.toString());
        return this;
    }

    /** The first {@value #LISTED} of them, and how many more there are. */
    public Evidence andAll(String name, Collection<?> all) {
        String listed = all.stream().limit(LISTED).map(Object::toString).collect(Collectors.joining(", "));
        return and(name, all.size() > LISTED ? listed + " and " + (all.size() - LISTED) + " more" : listed);
    }

    public Evidence andTraffic(TrafficSummary traffic) {
        and("openness", decimal(traffic.openness()))
                .and("excessBits", decimal(traffic.excessBits()))
                .and("opaqueRules", traffic.opaque().size());
        return traffic.unregistered().isEmpty() ? this : andUnregistered(traffic.unregistered());
    }

    public Evidence andUnregistered(Collection<UnregisteredSources> accesses) {
        return andAll(
                "unregisteredSources",
                accesses.stream().map(UnregisteredSources::inWords).toList());
    }

    /** A packet that gets through, and the rule that lets it. */
    public Evidence andWitness(@Nullable Decision witness) {
        return witness == null ? this : and("witness", witness.packetInWords()).and("rule", witness.ruleInWords());
    }

    /** Cut, not rounded, so that no value prints as a threshold it did not reach. */
    public static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.DOWN).toPlainString();
    }

    SortedMap<String, String> facts() {
        return new Facts(facts);
    }
}
