package dev.sekisho.ruleset.evaluator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A FortiGate as it is meant to work, and what it does with a packet that comes in over wan1. It knows nothing of
 * configurations. What depends on things nobody can know counts as possible.
 *
 * @param central virtual addresses act without being named, and policies speak of the addresses inside
 */
record FortiDevice(Mode mode, boolean central, List<Policy> policies, List<Vip> vips) {

    enum Mode {
        SEPARATE_TABLES,
        ONE_TABLE,
        SECURITY_POLICIES,
        CONSOLIDATED
    }

    enum Act {
        ACCEPT,
        DENY,
        /** A policy-based tunnel from the inside to the far side behind wan1. */
        IPSEC
    }

    /**
     * @param doubtful it states a condition nobody can judge
     * @param vips indexes of the virtual addresses it names as destinations; then it names no others
     * @param service absent: any
     * @param inbound of a tunnel: the far side may begin
     */
    record Policy(
            int id,
            boolean six,
            String from,
            String to,
            Set<String> sources,
            Set<String> destinations,
            List<Integer> vips,
            Optional<Service> service,
            Act act,
            boolean enabled,
            boolean doubtful,
            boolean matchVip,
            boolean inbound) {}

    record Service(String protocol, int first, int last) {
        boolean matches(Probe probe) {
            return protocol.equals(probe.protocol()) && first <= probe.port() && probe.port() <= last;
        }
    }

    /**
     * @param filter whose packets it acts on; empty: all
     * @param port 0: all of every protocol; else TCP, and insidePort
     */
    record Vip(String outside, String inside, Set<String> filter, String at, int port, int insidePort) {

        /** What arrives, if the packet is sent to this. */
        Optional<Probe> arriving(Probe sent) {
            var taken = sent.destination().equals(outside)
                    && (filter.isEmpty() || filter.contains(sent.source()))
                    && (port == 0 || sent.protocol().equals("tcp") && sent.port() == port);
            return taken
                    ? Optional.of(
                            new Probe(sent.source(), inside, sent.protocol(), port == 0 ? sent.port() : insidePort))
                    : Optional.empty();
        }
    }

    record Probe(String source, String destination, String protocol, int port) {
        boolean six() {
            return source.contains(":");
        }
    }

    boolean speaksOf(boolean six) {
        return policies.stream().anyMatch(policy -> policy.six() == six);
    }

    /** Whether a packet can get in that is for this real address, or is sent to this outside one. */
    boolean mayPass(Probe probe) {
        if (!speaksOf(probe.six())) {
            return true;
        }
        return mayPassOver("wan1", probe)
                || mayPassOver("vpn1", probe)
                || mayPassOutOfTunnel(probe)
                || List.of("wan1", "vpn1").stream().anyMatch(over -> arrivesByVip(over, probe));
    }

    /** Where what is sent over wan1 arrives. */
    Probe arriving(Probe sent) {
        for (int i = 0; i < vips.size(); i++) {
            if (isActive(i, "wan1") && vips.get(i).arriving(sent).isPresent()) {
                return vips.get(i).arriving(sent).get();
            }
        }
        return sent;
    }

    /** Sent as it is, unless a virtual address takes it away. */
    private boolean mayPassOver(String over, Probe probe) {
        for (int i = 0; i < vips.size(); i++) {
            var arriving = isActive(i, over) ? vips.get(i).arriving(probe) : Optional.<Probe>empty();
            if (arriving.isPresent()) {
                return walk(over, arriving.get(), i);
            }
        }
        return walk(over, probe, -1);
    }

    /** Sent to the outside, and this is where it arrives. */
    private boolean arrivesByVip(String over, Probe probe) {
        for (int i = 0; i < vips.size(); i++) {
            var vip = vips.get(i);
            var sent = new Probe(
                    probe.source(), vip.outside(), probe.protocol(), vip.port() == 0 ? probe.port() : vip.port());
            var first = i;
            if (isActive(i, over) && vip.arriving(sent).filter(probe::equals).isPresent() && walk(over, probe, first)) {
                return true;
            }
        }
        return false;
    }

    private boolean isActive(int vip, String over) {
        var named = policies.stream()
                .anyMatch(policy -> policy.enabled() && policy.vips().contains(vip));
        return (central || named)
                && (vips.get(vip).at().equals("any") || vips.get(vip).at().equals(over));
    }

    /** @param vip the virtual address the packet came through, or -1 */
    private boolean walk(String over, Probe probe, int vip) {
        for (var policy : policies) {
            if (matches(policy, over, probe, vip)) {
                if (policy.act() == Act.ACCEPT) {
                    return true;
                }
                if (!policy.doubtful()) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean matches(Policy policy, String over, Probe probe, int vip) {
        return policy.enabled()
                && policy.act() != Act.IPSEC
                && policy.six() == probe.six()
                && (policy.from().equals("any") || policy.from().equals(over))
                && policy.sources().contains(probe.source())
                && policy.service().map(service -> service.matches(probe)).orElse(true)
                && (policy.vips().isEmpty()
                        ? meetsPlain(policy, probe, vip)
                        : policy.vips().contains(vip));
    }

    /** A deny for plain addresses meets no traffic through a virtual one unless told to; one for all then surely does. */
    private boolean meetsPlain(Policy policy, Probe probe, int vip) {
        var spared = vip >= 0 && !central && policy.act() == Act.DENY && !isMatchedAnyway(policy, vip);
        return !spared && policy.destinations().contains(probe.destination());
    }

    private boolean isMatchedAnyway(Policy policy, int vip) {
        return policy.matchVip()
                && policy.destinations().contains(vips.get(vip).outside())
                && policy.destinations().contains(vips.get(vip).inside());
    }

    /** Tunnels of policies: what comes out of them meets those alone. */
    private boolean mayPassOutOfTunnel(Probe probe) {
        return policies.stream()
                .anyMatch(policy -> policy.enabled()
                        && policy.act() == Act.IPSEC
                        && policy.inbound()
                        && policy.six() == probe.six()
                        && policy.destinations().contains(probe.source())
                        && policy.sources().contains(probe.destination())
                        && policy.service()
                                .map(service -> service.matches(probe))
                                .orElse(true));
    }

    /** Whether anything in it cannot be known, so that a reader may doubt. */
    boolean isCertain() {
        return policies.stream()
                        .noneMatch(policy -> policy.doubtful() || policy.act() == Act.IPSEC || meetsTunnels(policy))
                && speaksOf(true)
                && speaksOf(false);
    }

    /** Whether the link's traffic comes out of a tunnel is not known either. */
    private static boolean meetsTunnels(Policy policy) {
        return policy.from().equals("vpn1") || policy.from().equals("any") && policy.act() == Act.ACCEPT;
    }
}
