package dev.sekisho.risk.stake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All groups, those first that add most to what a target makes by itself: so that most of the others need no look. Sorted when
 * first asked for: most changes do not ask.
 */
final class ByPotential {
    private final List<Basin> basins;
    private final Stakes stakes;
    private volatile @Nullable Sorted sorted;
    /** By zone, the places of the groups that are at most two breaks from it, in ascending order; absent until asked for. */
    private int @Nullable [][] near;

    private record Sorted(Group[] groups, int[] potentials) {
        static Sorted of(List<Group> all, Stakes stakes) {
            long[] keys = new long[all.size()];
            for (int i = 0; i < keys.length; i++) {
                // The greatest first, of equals the first: a sort of numbers without boxes.
                keys[i] = (long) -potential(all.get(i), stakes) << Integer.SIZE | i;
            }
            Arrays.sort(keys);
            return new Sorted(
                    Arrays.stream(keys).mapToObj(key -> all.get((int) key)).toArray(Group[]::new),
                    Arrays.stream(keys)
                            .mapToInt(key -> (int) -(key >> Integer.SIZE))
                            .toArray());
        }
    }

    ByPotential(Stream<Basin> basins, Stakes stakes) {
        this.basins = basins.toList();
        this.stakes = stakes;
    }

    private Sorted sorted() {
        Sorted known = sorted;
        return known == null ? sort() : known;
    }

    private synchronized Sorted sort() {
        Sorted known = sorted;
        if (known == null) {
            known = Sorted.of(
                    basins.stream().flatMap(basin -> basin.groups().stream()).toList(), stakes);
            sorted = known;
        }
        return known;
    }

    private static int potential(Group group, Stakes stakes) {
        return group.greatest() + stakes.extra(group.pool());
    }

    int size() {
        return sorted().groups.length;
    }

    Group get(int place) {
        return sorted().groups[place];
    }

    /** The most that a group adds, but for landing in the target itself. */
    int potential(int place) {
        return sorted().potentials[place];
    }

    /** The most that any group adds. */
    int greatest() {
        int[] potentials = sorted().potentials;
        return potentials.length == 0 ? Greatest.NOTHING : potentials[0];
    }

    /** The places of the groups at most two breaks from a zone, in ascending order. */
    int[] near(int zone, int zones) {
        return near(zones)[zone];
    }

    private synchronized int[][] near(int zones) {
        int[][] known = near;
        if (known == null) {
            known = count(zones);
            near = known;
        }
        return known;
    }

    private int[][] count(int zones) {
        Group[] groups = sorted().groups;
        var sizes = new int[zones];
        for (Group group : groups) {
            group.nearby().stream().forEach(zone -> sizes[zone]++);
        }
        var places = new int[zones][];
        Arrays.setAll(places, zone -> new int[sizes[zone]]);
        Arrays.fill(sizes, 0);
        for (int place = 0; place < groups.length; place++) {
            int at = place;
            groups[place].nearby().stream().forEach(zone -> places[zone][sizes[zone]++] = at);
        }
        return places;
    }
}
