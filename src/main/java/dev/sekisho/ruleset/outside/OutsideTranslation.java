package dev.sekisho.ruleset.outside;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one rule for translation, or the way back of one, does to destinations.
 *
 * @param taken the packets it takes, as they are sent
 * @param inner null where the destination stays
 * @param ports null where the port stays
 * @param doubts why it may not take all of these, or lead elsewhere
 * @param origin what it is called
 * @param line where it stands
 */
public record OutsideTranslation(
        RuleMatch taken,
        @Nullable AddressSet inner,
        @Nullable PortSet ports,
        List<String> doubts,
        String origin,
        int line) {

    public boolean changes() {
        return inner != null || ports != null;
    }

    /**
     * The same for a part of what it takes. Where one block stands for another each address keeps its place, and a part of
     * a block is one for each piece of it.
     */
    public Stream<OutsideTranslation> taking(RuleMatch part) {
        if (part.destinations().equals(taken.destinations())) {
            return Stream.of(new OutsideTranslation(part, inner, ports, doubts, origin, line));
        }
        return part.destinations().texts().stream().map(AddressSet::of).map(block -> {
            var piece = part.to(block);
            return new OutsideTranslation(
                    piece, inner == null ? null : moved(piece).destinations(), ports, doubts, origin, line);
        });
    }

    /** Lists it among what the device makes of destinations; notes say where that is not certain. */
    public void writeTo(RuleCollector rules) {
        rules.translate(listed());
        if (!doubts.isEmpty()) {
            rules.note(line, "this translation may apply or not: " + String.join("; ", doubts));
        }
    }

    /** Where packets that it takes may also arrive if it is not certain. */
    private Translation listed() {
        var perhaps = !doubts.isEmpty();
        var outer = taken.destinations();
        var target = inner == null ? outer : perhaps ? inner.union(outer) : inner;
        var port = ports == null ? null : perhaps ? ports.union(taken.destinationPorts()) : ports;
        return plain(target, port).at(line, origin);
    }

    private Translation plain(@Nullable AddressSet target, @Nullable PortSet port) {
        return Translation.of(taken.destinations(), target)
                .from(taken.sources())
                .over(taken.protocols())
                .ports(taken.destinationPorts(), port);
    }

    /**
     * What of a rule's match arrives, at the real address. Where several outer addresses or ports lead to one inside, a deny
     * has to be about all of them.
     *
     * @param match in addresses before translation
     */
    Optional<RuleMatch> arriving(Action action, RuleMatch match) {
        var sent = match.and(taken);
        if (sent.isEmpty() || action == Action.DENY && isPartOfMany(sent)) {
            return Optional.empty();
        }
        var flow = moved(sent);
        return Optional.of(new RuleMatch(
                flow.sources(),
                flow.destinations(),
                flow.protocols(),
                sent.sourcePorts(),
                flow.destinationPorts(),
                sent.icmpTypes()));
    }

    private Flow moved(RuleMatch sent) {
        var flow = new Flow(sent.sources(), sent.destinations(), sent.protocols(), sent.destinationPorts());
        return plain(inner, ports).arriving(flow);
    }

    /** Whether other packets that arrive at the same place are not meant. */
    private boolean isPartOfMany(RuleMatch sent) {
        var some = moved(sent);
        var rest = taken.redirected(taken.destinations().minus(sent.destinations()));
        var otherPorts = taken.atPorts(taken.destinationPorts().minus(sent.destinationPorts()));
        return !rest.isEmpty() && moved(rest).destinations().intersects(some.destinations())
                || !otherPorts.isEmpty()
                        && ports != null
                        && moved(otherPorts).destinationPorts().intersects(some.destinationPorts());
    }
}
