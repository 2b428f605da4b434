package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy matches.
 *
 * @param doubts of all but the plain destinations; empty if all of it is modelled
 * @param plain its destinations that are no virtual addresses, null if it names none
 * @param virtual the virtual addresses it names
 */
record FortiReading(
        FortiPolicy policy,
        Action action,
        List<String> doubts,
        AddressSet sources,
        List<RuleMatch> services,
        @Nullable Resolved<AddressSet> plain,
        List<FortiVirtualAddress> virtual) {

    /** One for each service, to any destination of the family. */
    List<RuleMatch> matches() {
        var family = policy.six() ? RuleMatch.ANY6 : RuleMatch.ANY4;
        return services.stream().map(family.from(sources)::and).toList();
    }

    List<String> plainDoubts() {
        return plain == null ? doubts : doubtsWith(plain.doubts());
    }

    List<String> doubtsWith(List<String> more) {
        return Resolved.doubts(Stream.of(doubts, more));
    }

    /** A deny that surely matches all it states. */
    boolean deniesPlain() {
        return action == Action.DENY && plain != null && plainDoubts().isEmpty();
    }

    /** Of all it names, what arrives and what is sent to addresses outside. */
    List<RuleMatch> everything() {
        var all = new ArrayList<RuleMatch>();
        for (var service : matches()) {
            if (plain != null) {
                all.add(service.to(plain.set()));
            }
            virtual.forEach(address -> all.addAll(
                    List.of(address.arriving(service), address.sent(service).set())));
        }
        return all;
    }

    /** Those it names of which not all is known. */
    Stream<FortiVirtualAddress> unknownVirtual() {
        return virtual.stream().filter(address -> !address.isKnown());
    }

    List<String> allDoubts(String more) {
        var ofAddresses = virtual.stream().flatMap(address -> address.doubts().stream());
        return Resolved.doubts(Stream.of(plainDoubts(), ofAddresses.toList(), List.of(more)));
    }

    FortiReading doubting(String doubt) {
        return new FortiReading(policy, action, doubtsWith(List.of(doubt)), sources, services, plain, virtual);
    }
}
