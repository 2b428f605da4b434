package dev.sekisho.risk.traffic.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The translations of one device in their order: each packet is changed by the first that takes it, or not at all. */
public final class Translations {

    /** A question over more addresses than this has to be asked in parts. */
    private static final int MOST_PARTS = 1_000;

    private final List<Translation> inOrder;

    public Translations(List<Translation> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    /** Those of the device whose rules these are; none where there are no rules. */
    public static Translations of(@Nullable RuleSet rules) {
        return new Translations(rules == null ? List.of() : rules.translations());
    }

    /**
     * Where a flow that a partner sends arrives, in real addresses.
     *
     * @return one flow for each translation that takes a part of it, and what none takes, as it is
     * @throws TooComplexException if it falls into too many parts
     */
    public List<Flow> arriving(Flow sent) {
        var arriving = new LinkedHashSet<Flow>();
        var left = List.of(sent);
        for (var translation : inOrder) {
            var stillLeft = new ArrayList<Flow>();
            for (var part : left) {
                var taken = translation.taken(part);
                if (taken.isEmpty()) {
                    stillLeft.add(part);
                } else {
                    arriving.add(translation.arriving(taken));
                    stillLeft.addAll(translation.left(part));
                }
            }
            left = stillLeft;
            refuseTooMany(arriving.size() + left.size());
        }
        arriving.addAll(left);
        return List.copyOf(arriving);
    }

    /** The packet as a partner sends it so that it arrives as this one; empty where nothing is translated on its way. */
    public Optional<Packet> sent(Packet arriving) {
        return inOrder.stream()
                .map(translation -> translation.sent(Flow.of(arriving)))
                .filter(flow -> !flow.isEmpty())
                .map(flow -> flow.like(arriving))
                .filter(packet -> arrivesAs(packet, arriving))
                .findFirst();
    }

    /** An earlier translation may take the packet elsewhere. */
    private boolean arrivesAs(Packet sent, Packet arriving) {
        var there = Flow.of(arriving);
        return arriving(Flow.of(sent)).stream()
                .anyMatch(flow -> flow.destinations().contains(there.destinations())
                        && flow.destinationPorts().contains(there.destinationPorts()));
    }

    private static void refuseTooMany(int parts) {
        if (parts > MOST_PARTS) {
            throw new TooComplexException("translated parts of one question", MOST_PARTS);
        }
    }
}
