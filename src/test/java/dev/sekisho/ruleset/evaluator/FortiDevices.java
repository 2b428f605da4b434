package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.FortiDevice.Act;
import dev.sekisho.ruleset.evaluator.FortiDevice.Mode;
import dev.sekisho.ruleset.evaluator.FortiDevice.Policy;
import dev.sekisho.ruleset.evaluator.FortiDevice.Probe;
import dev.sekisho.ruleset.evaluator.FortiDevice.Service;
import dev.sekisho.ruleset.evaluator.FortiDevice.Vip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes devices up, each from its number alone, and the packets that are asked of all of them. */
final class FortiDevices {

    private static final List<String> FAR4 = List.of("198.51.100.1", "198.51.100.2", "10.20.0.1");
    private static final List<String> NEAR4 = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3");
    private static final List<String> OUTSIDE4 = List.of("192.0.2.1", "192.0.2.2");
    private static final List<String> FAR6 = List.of("2001:db8:1::1", "2001:db8:1::2");
    private static final List<String> NEAR6 = List.of("2001:db8:2::1", "2001:db8:2::2");
    private static final int[] PORTS = {22, 443, 8443};

    private final Random random;

    private FortiDevices(long seed) {
        this.random = new Random(seed);
    }

    static FortiDevice numbered(long seed) {
        return new FortiDevices(seed).device();
    }

    static List<Probe> probes() {
        var probes = new ArrayList<Probe>();
        var near4 = new ArrayList<>(NEAR4);
        near4.addAll(OUTSIDE4);
        for (var protocol : List.of("tcp", "udp")) {
            for (var port : PORTS) {
                FAR4.forEach(from -> near4.forEach(to -> probes.add(new Probe(from, to, protocol, port))));
                FAR6.forEach(from -> NEAR6.forEach(to -> probes.add(new Probe(from, to, protocol, port))));
            }
        }
        return probes;
    }

    static boolean isOutside(Probe probe) {
        return OUTSIDE4.contains(probe.destination());
    }

    private FortiDevice device() {
        var vips = new ArrayList<Vip>();
        for (int i = random.nextInt(3); i > 0; i--) {
            vips.add(vip(vips.size()));
        }
        var central = !vips.isEmpty() && random.nextInt(5) == 0;
        var mayDoubt = random.nextBoolean();
        var policies = new ArrayList<Policy>();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            policies.add(policy(policies.size() + 1, central ? 0 : vips.size(), mayDoubt));
        }
        return new FortiDevice(Mode.values()[random.nextInt(4)], central, policies, vips);
    }

    /** Each has an address outside of its own, as the device demands; inside they may meet. */
    private Vip vip(int index) {
        var filter = random.nextInt(3) == 0 ? some(FAR4) : Set.<String>of();
        var at = random.nextInt(3) == 0 ? "any" : random.nextInt(4) == 0 ? "internal" : "wan1";
        var port = random.nextBoolean() ? 0 : 443;
        return new Vip(OUTSIDE4.get(index), one(NEAR4), filter, at, port, random.nextBoolean() ? 443 : 8443);
    }

    private Policy policy(int id, int vips, boolean mayDoubt) {
        var six = random.nextInt(4) == 0;
        var act = Act.values()[random.nextInt(mayDoubt ? 10 : 2) % 3 % (mayDoubt ? 3 : 2)];
        var named = !six && vips > 0 && act != Act.IPSEC && random.nextBoolean()
                ? List.of(random.nextInt(vips))
                : List.<Integer>of();
        var inner = act == Act.IPSEC;
        return new Policy(
                id,
                six,
                inner
                        ? "internal"
                        : mayDoubt && random.nextInt(4) == 0 ? "vpn1" : random.nextInt(6) == 0 ? "any" : "wan1",
                inner ? "wan1" : "internal",
                inner ? some(near(six)) : some(six ? FAR6 : FAR4),
                named.isEmpty() ? inner ? some(six ? FAR6 : FAR4) : some(near(six)) : Set.of(),
                named,
                service(),
                act,
                random.nextInt(8) != 0,
                mayDoubt && random.nextInt(3) == 0,
                act == Act.DENY && named.isEmpty() && random.nextInt(4) == 0,
                random.nextBoolean());
    }

    private List<String> near(boolean six) {
        if (six) {
            return NEAR6;
        }
        var all = new ArrayList<>(NEAR4);
        all.addAll(OUTSIDE4);
        return random.nextBoolean() ? NEAR4 : all;
    }

    private Optional<Service> service() {
        var port = PORTS[random.nextInt(PORTS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(new Service("tcp", port, port));
            case 1 -> Optional.of(new Service(random.nextBoolean() ? "tcp" : "udp", 1, port));
            default -> Optional.empty();
        };
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** All of them more often than not. */
    private Set<String> some(List<String> all) {
        if (random.nextBoolean()) {
            return Set.copyOf(all);
        }
        var some = new HashSet<>(Set.of(one(all)));
        all.stream().filter(each -> random.nextBoolean()).forEach(some::add);
        return some;
    }
}
