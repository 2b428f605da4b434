package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The links that start in one zone, laid out so that a search looks only at those that matter to it: a zone that is linked
 * with hundreds of others is come to by hundreds of ways.
 */
final class Exits {
    /** The ends of the links that cost nothing. */
    private final int[] free;
    /** Every way across of all others, in ascending order, and where it leads. */
    private final long[] ways;

    private final int[] ends;
    /** Those whose labels help into no other zone, in the order of where they lead, and the others. */
    private final Step[] homely;

    private final int[] homelyEnds;
    private final Step[] stray;
    private final BitSet homes = new BitSet();

    private record Way(long breaks, int end) {}

    Exits(Step[] steps) {
        free = Arrays.stream(steps)
                .filter(step -> step.fewest() == 0)
                .mapToInt(Step::to)
                .distinct()
                .toArray();
        Step[] costly = Arrays.stream(steps).filter(step -> step.fewest() > 0).toArray(Step[]::new);
        Way[] across = Arrays.stream(costly)
                .flatMap(step -> Arrays.stream(step.ways()).mapToObj(way -> new Way(way, step.to())))
                .sorted(Comparator.comparingLong(Way::breaks))
                .toArray(Way[]::new);
        ways = Arrays.stream(across).mapToLong(Way::breaks).toArray();
        ends = Arrays.stream(across).mapToInt(Way::end).toArray();
        homely = Arrays.stream(costly)
                .filter(Step::homely)
                .sorted(Comparator.comparingInt(Step::to))
                .toArray(Step[]::new);
        homelyEnds = Arrays.stream(homely).mapToInt(Step::to).toArray();
        stray = Arrays.stream(costly).filter(step -> !step.homely()).toArray(Step[]::new);
        Arrays.stream(homely).forEach(step -> homes.set(step.to()));
    }

    /** Where one gets to with nothing to break. */
    void free(IntConsumer zone) {
        for (int end : free) {
            zone.accept(end);
        }
    }

    /** Where one gets to with all of these breaks and nothing more. */
    void across(long breaks, IntConsumer zone) {
        int at = Arrays.binarySearch(ways, breaks);
        while (at > 0 && ways[at - 1] == breaks) {
            at--;
        }
        for (; at >= 0 && at < ways.length && ways[at] == breaks; at++) {
            zone.accept(ends[at]);
        }
    }

    /** The links that cost something. */
    void costly(Consumer<Step> link) {
        for (Step step : homely) {
            link.accept(step);
        }
        for (Step step : stray) {
            link.accept(step);
        }
    }

    /** The same but for those whose labels help nowhere else than into one of these zones. */
    void costlyBut(BitSet known, BitSet open, Consumer<Step> link) {
        if (!homes.isEmpty()) {
            var left = (BitSet) homes.clone();
            left.andNot(known);
            left.andNot(open);
            left.stream().forEach(zone -> into(zone, link));
        }
        for (Step step : stray) {
            link.accept(step);
        }
    }

    private void into(int zone, Consumer<Step> link) {
        int at = Arrays.binarySearch(homelyEnds, zone);
        while (at > 0 && homelyEnds[at - 1] == zone) {
            at--;
        }
        for (; at < homely.length && homelyEnds[at] == zone; at++) {
            link.accept(homely[at]);
        }
    }
}
