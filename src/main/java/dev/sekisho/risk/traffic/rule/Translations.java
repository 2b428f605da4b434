package dev.sekisho.risk.traffic.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The translations of a device in their order: each packet is changed by the first that takes it, or not at all. Of several
 * devices in a row each translates what the one before it passes on.
 */
public final class Translations {

    /** A question over more addresses than this has to be asked in parts. */
    private static final int MOST_PARTS = 1_000;

    private final List<List<Translation>> devices;

    public Translations(List<Translation> inOrder) {
        this(inOrder, List.of());
    }

    /** @param behind those of devices behind the first */
    private Translations(List<Translation> first, List<List<Translation>> behind) {
        devices = new ArrayList<>();
        devices.add(List.copyOf(first));
        devices.addAll(behind);
        devices.removeIf(List::isEmpty);
    }

    /** Those of the devices whose rules these are; none where there are no rules. */
    public static Translations of(@Nullable RuleSet rules) {
        return rules == null
                ? new Translations(List.of())
                : new Translations(
                        List.of(),
                        rules.devices().stream().map(RuleSet::translations).toList());
    }

    /**
     * Where a flow that a partner sends arrives, in real addresses.
     *
     * @return one flow for each translation that takes a part of it, and what none takes, as it is
     * @throws TooComplexException if it falls into too many parts
     */
    public List<Flow> arriving(Flow sent) {
        var arriving = List.of(sent);
        for (var device : devices) {
            var next = new LinkedHashSet<Flow>();
            for (var flow : arriving) {
                next.addAll(arriving(device, flow));
                refuseTooMany(next.size());
            }
            arriving = List.copyOf(next);
        }
        return arriving;
    }

    private static Set<Flow> arriving(List<Translation> inOrder, Flow sent) {
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
        return arriving;
    }

    /** The packet as a partner sends it so that it arrives as this one; empty where nothing is translated on its way. */
    public Optional<Packet> sent(Packet arriving) {
        var sent = arriving;
        for (int i = devices.size() - 1; i >= 0; i--) {
            sent = sent(devices.get(i), sent).orElse(sent);
        }
        return sent.equals(arriving) || !arrivesAs(arriving(Flow.of(sent)), arriving)
                ? Optional.empty()
                : Optional.of(sent);
    }

    private static Optional<Packet> sent(List<Translation> inOrder, Packet arriving) {
        return inOrder.stream()
                .map(translation -> translation.sent(Flow.of(arriving)))
                .filter(flow -> !flow.isEmpty())
                .map(flow -> flow.like(arriving))
                .filter(packet -> arrivesAs(arriving(inOrder, Flow.of(packet)), arriving))
                .findFirst();
    }

    /** An earlier translation may take the packet elsewhere. */
    private static boolean arrivesAs(Collection<Flow> flows, Packet arriving) {
        var there = Flow.of(arriving);
        return flows.stream()
                .anyMatch(flow -> flow.destinations().contains(there.destinations())
                        && flow.destinationPorts().contains(there.destinationPorts()));
    }

    private static void refuseTooMany(int parts) {
        if (parts > MOST_PARTS) {
            throw new TooComplexException("translated parts of one question", MOST_PARTS);
        }
    }
}
