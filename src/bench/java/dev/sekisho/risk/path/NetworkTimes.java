package dev.sekisho.risk.path;

import com.sun.management.OperatingSystemMXBean;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how much processor time a network takes in the topologies that are hardest to search: built and searched as a whole, and made
 * from another after one change, until every approach is known again.
 */
public final class NetworkTimes {
    private static final int ROUNDS = 2;

    private NetworkTimes() {}

    public static void main(String[] args) {
        for (int free : args.length > 1 && args[1].matches("[0-9]+")
                ? new int[] {Integer.parseInt(args[1])}
                : new int[] {0, 10, 50, 90, 100}) {
            only(args, "star of 500", 500, free, star(500), false);
            only(args, "chain of 5,000", 5_000, free, chain(5_000), false);
            only(args, "mesh of 500", 500, free, mesh(500), false);
            only(args, "products 2,000", 2_000, free, group(2_000, 4_000), true);
            only(args, "products 4,000", 4_000, free, group(4_000, 4_000), true);
            only(args, "own 5,000", 5_000, free, group(5_000, 10_000), false);
        }
        only(args, "one zone", 1, 0, List.of(), true);
    }

    /** @param args how the topologies begin that are wanted; none for all */
    private static void only(String[] args, String what, int zones, int free, List<int[]> links, boolean products) {
        if (args.length == 0 || Stream.of(args).anyMatch(what::startsWith)) {
            times(what, zones, free, links, products);
        }
    }

    private static void times(String what, int zones, int free, List<int[]> links, boolean products) {
        var random = new Random(1);
        List<ZoneNode> districts = IntStream.range(0, zones)
                .mapToObj(i -> district(i, i % 20 == 0))
                .toList();
        List<Ways> behind =
                IntStream.range(0, zones).mapToObj(i -> products(random)).toList();
        List<ZoneCrossing> crossings = IntStream.range(0, links.size())
                .mapToObj(i -> crossing(
                        i,
                        links.get(i),
                        products
                                ? price(behind.get(links.get(i)[1]), free, random)
                                : random.nextInt(100) < free ? Ways.OPEN : Networks.ways("link:" + i)))
                .toList();
        System.out.printf(Locale.ROOT, "%s, %d %% of links free%n", what, free);
        for (int round = 0; round < ROUNDS; round++) {
            long start = busy();
            var network = new Network(districts, crossings);
            long built = busy();
            List<Approach> approaches = approaches(network, behind);
            print("built in %,d ms", built - start);
            print(", all approaches in %,d ms", busy() - built);
            if (!crossings.isEmpty()) {
                int at = crossings.size() / 2;
                var changed = new ArrayList<>(crossings);
                changed.set(at, new ZoneCrossing(crossings.get(at).link(), Networks.ways("other")));
                changed("link changed", network, districts, changed, behind, approaches);
                changed.remove(at);
                changed("link gone", network, districts, changed, behind, approaches);
            }
            var others = new ArrayList<>(districts);
            others.set(
                    zones / 2 + 1 < zones ? zones / 2 + 1 : 0,
                    named(districts.get(zones / 2 + 1 < zones ? zones / 2 + 1 : 0)));
            changed("zone changed", network, others, crossings, behind, approaches);
            others.set(zones / 2, district(zones / 2, zones / 2 % 20 != 0));
            changed("crown", network, others, crossings, behind, approaches);
            System.out.println();
        }
    }

    private static void changed(
            String what,
            Network network,
            List<ZoneNode> districts,
            List<ZoneCrossing> crossings,
            List<Ways> behind,
            List<Approach> before) {
        long start = busy();
        Network.Change change = network.with(districts, crossings);
        long built = busy();
        List<Approach> approaches = approaches(change.network(), behind);
        print("; " + what + " %,d", built - start);
        print(" + %,d ms", busy() - built);
        long others = IntStream.range(0, approaches.size())
                .filter(i -> approaches.get(i) != before.get(i))
                .count();
        System.out.printf(
                Locale.ROOT,
                " (%,d of %,d approaches other, from %,d, behind %,d)",
                others,
                approaches.size(),
                change.from().cardinality(),
                change.behind().cardinality());
    }

    /** Processor time, which does not depend on what else the machine does; all its cores added up. */
    private static long busy() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(String what, long nanos) {
        System.out.printf(Locale.ROOT, what, nanos / 1_000_000);
    }

    private static ZoneNode named(ZoneNode district) {
        TargetInZone ground = district.grounds().get(0);
        return new ZoneNode(
                district.key(),
                district.organization(),
                district.test(),
                List.of(new TargetInZone(ground.subject(), "Renamed", ground.criticality())));
    }

    private static List<Approach> approaches(Network network, List<Ways> behind) {
        return IntStream.range(0, behind.size())
                .parallel()
                .boxed()
                .flatMap(zone -> Stream.of(Ways.OPEN, behind.get(zone), Networks.ways("own"))
                        .map(ways -> network.approach("z" + zone, ways)))
                .toList();
    }

    private static Ways products(Random random) {
        return Ways.each(random.ints(3, 0, 800).mapToObj(i -> "p" + i));
    }

    private static Ways price(Ways behind, int free, Random random) {
        if (random.nextInt(100) < free) {
            return Ways.OPEN;
        }
        return random.nextBoolean() ? behind : behind.and("firewall:" + random.nextInt(20));
    }

    private static List<int[]> star(int zones) {
        return IntStream.range(1, zones)
                .boxed()
                .flatMap(i -> Stream.of(new int[] {0, i}, new int[] {i, 0}))
                .toList();
    }

    private static List<int[]> chain(int zones) {
        return IntStream.range(1, zones).mapToObj(i -> new int[] {i - 1, i}).toList();
    }

    private static List<int[]> mesh(int zones) {
        return IntStream.range(0, zones)
                .boxed()
                .flatMap(i -> IntStream.range(0, zones).filter(j -> j != i).mapToObj(j -> new int[] {i, j}))
                .toList();
    }

    private static List<int[]> group(int zones, int links) {
        var random = new Random(2);
        var all = new ArrayList<int[]>();
        for (int i = 0; i < links; i++) {
            int from = random.nextInt(zones);
            all.add(new int[] {from, (from + 1 + random.nextInt(zones - 1)) % zones});
        }
        return all;
    }

    private static ZoneNode district(int i, boolean crown) {
        var ground = new TargetInZone(
                new Subject(Subject.Kind.ZONE, "z" + i), "Zone " + i, crown ? Networks.CROWN : Networks.PLAIN);
        return new ZoneNode("z" + i, "o" + i % 10, i % 50 == 7, List.of(ground));
    }

    private static ZoneCrossing crossing(int i, int[] link, Ways ways) {
        return new ZoneCrossing(
                Networks.link(String.format(Locale.ROOT, "l%06d", i), "z" + link[0], "z" + link[1]), ways);
    }
}
