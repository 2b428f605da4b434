package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints how long the searches take that a changed zone or zone link makes anew, in the networks that are hardest. */
public final class PathTimes {
    private static final int ROUNDS = 3;
    private static final int ORGANIZATIONS = 10;

    private PathTimes() {}

    public static void main(String[] args) {
        for (boolean open : new boolean[] {true, false}) {
            times("star of 5,000", open, 5_000, star(5_000));
            times("chain of 5,000", open, 5_000, chain(5_000));
            times("mesh of 500", open, 500, mesh(500));
            times("one zone", open, 1, List.of());
        }
    }

    private static void times(String what, boolean open, int zones, List<int[]> links) {
        List<ZoneNode> districts =
                IntStream.range(0, zones).mapToObj(PathTimes::district).toList();
        List<ZoneCrossing> crossings =
                links.stream().map(link -> crossing(link[0], link[1], open)).toList();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var network = new Network(districts, crossings);
            long built = System.nanoTime();
            List<Approach> approaches = IntStream.range(0, zones)
                    .parallel()
                    .mapToObj(zone -> network.approach("z" + zone, Networks.ways("e" + zone, "f+g")))
                    .toList();
            long approached = System.nanoTime();
            approaches.parallelStream().forEach(Approach::nearCrowns);
            long crowns = System.nanoTime();
            approaches.parallelStream().forEach(Approach::nearOrganizations);
            approaches.parallelStream().forEach(Approach::testZones);
            approaches.parallelStream().forEach(approach -> approach.addCrowns(new BitSet()));
            long near = System.nanoTime();
            approaches.parallelStream().forEach(Approach::organizations);
            long all = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%-15s %-6s network %5d ms, approaches %5d, near crowns %5d, near organizations %5d, all organizations %5d%n",
                    what,
                    open ? "open" : "closed",
                    (built - start) / 1_000_000,
                    (approached - built) / 1_000_000,
                    (crowns - approached) / 1_000_000,
                    (near - crowns) / 1_000_000,
                    (all - near) / 1_000_000);
        }
    }

    private static List<int[]> star(int zones) {
        var links = new ArrayList<int[]>();
        for (int i = 1; i < zones; i++) {
            links.add(new int[] {0, i});
            links.add(new int[] {i, 0});
        }
        return links;
    }

    private static List<int[]> chain(int zones) {
        return IntStream.range(1, zones).mapToObj(i -> new int[] {i - 1, i}).toList();
    }

    private static List<int[]> mesh(int zones) {
        var links = new ArrayList<int[]>();
        for (int i = 0; i < zones; i++) {
            for (int j = 0; j < zones; j++) {
                if (i != j) {
                    links.add(new int[] {i, j});
                }
            }
        }
        return links;
    }

    private static ZoneNode district(int i) {
        int criticality = i % 20 == 0 ? Networks.CROWN : Networks.PLAIN;
        var ground = new TargetInZone(new Subject(Subject.Kind.ZONE, "z" + i), "Zone " + i, criticality);
        return new ZoneNode("z" + i, "o" + i % ORGANIZATIONS, i % 50 == 7, List.of(ground));
    }

    private static ZoneCrossing crossing(int from, int to, boolean open) {
        String key = "l" + from + "-" + to;
        return new ZoneCrossing(
                Networks.link(key, "z" + from, "z" + to), open ? Ways.OPEN : Networks.ways("own:" + key, "p" + to));
    }
}
