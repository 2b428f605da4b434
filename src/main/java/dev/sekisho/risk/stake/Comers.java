package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who comes in anywhere, in the orders that tell which few of them can be among the greatest of a target. What
 * flaws where somebody lands add depends on the flaws there are at the target, so there is an order for each ten points of
 * these. All is made when it is first asked for: most changes ask for little.
 */
public final class Comers {
    /** Targets whose flaws come to about as much share an order, in milli-points. */
    private static final int WIDTH = 10_000;

    /** Where more come near everything than this, who is near a zone is not listed. */
    private static final int MANY = 4_000_000;

    private final List<Basin> basins;
    private final Stakes stakes;
    private final Group[] groups;
    private final AtomicReferenceArray<@Nullable ByPotential> orders =
            new AtomicReferenceArray<>(Loss.HIGHEST / WIDTH + 1);
    private volatile @Nullable Near near;

    /** By zone, the groups that are at most two breaks from it; empty where these are too many to be listed. */
    private record Near(int[][] places) {}

    /** @param basins by the number of the zone they land in */
    public Comers(Stream<Basin> basins, Stakes stakes) {
        this.basins = basins.toList();
        this.stakes = stakes;
        groups = this.basins.stream().flatMap(basin -> basin.groups().stream()).toArray(Group[]::new);
    }

    Stakes stakes() {
        return stakes;
    }

    Group get(int number) {
        return groups[number];
    }

    /** Those who land in a zone. */
    List<Group> landingIn(int zone) {
        return zone < basins.size() ? basins.get(zone).groups() : List.of();
    }

    /** Those who add most to a target first. */
    ByPotential towards(int target) {
        return order(stakes.get(target).pool().milliPoints() / WIDTH);
    }

    /** Those who add most to any target first. */
    ByPotential towardsAny() {
        return order(0);
    }

    private ByPotential order(int number) {
        ByPotential known = orders.get(number);
        return known == null ? sort(number) : known;
    }

    private synchronized ByPotential sort(int number) {
        ByPotential known = orders.get(number);
        if (known == null) {
            int flaws = number * WIDTH;
            known = ByPotential.of(Arrays.stream(groups)
                    .mapToInt(group -> group.greatest() + stakes.extra(group.pool(), flaws))
                    .toArray());
            orders.set(number, known);
        }
        return known;
    }

    /** The most that anybody adds who lands in a target, and is there. */
    int mostLandingIn(int target) {
        int most = Greatest.NOTHING;
        for (Group group : landingIn(target)) {
            most = Math.max(
                    most, group.greatest() + stakes.atMost(target, 0, true, group.pool()) - stakes.plain(target));
        }
        return most;
    }

    /** The numbers of the groups at most two breaks from a zone; absent where very many come near everything. */
    int @Nullable [] near(int zone) {
        Near known = near;
        if (known == null) {
            known = count();
        }
        return known.places.length == 0 ? null : known.places[zone];
    }

    private synchronized Near count() {
        Near known = near;
        if (known == null) {
            known = Arrays.stream(groups)
                                    .mapToLong(group -> group.nearby().cardinality())
                                    .sum()
                            > MANY
                    ? new Near(new int[0][])
                    : new Near(listed());
            near = known;
        }
        return known;
    }

    private int[][] listed() {
        int zones = Math.max(1, basins.size());
        var sizes = new int[zones];
        for (Group group : groups) {
            group.nearby().stream().forEach(zone -> sizes[zone]++);
        }
        int[][] places = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(sizes, 0);
        for (int number = 0; number < groups.length; number++) {
            int place = number;
            groups[number].nearby().stream().forEach(zone -> places[zone][sizes[zone]++] = place);
        }
        return places;
    }
}
