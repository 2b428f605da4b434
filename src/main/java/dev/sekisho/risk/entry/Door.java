package dev.sekisho.risk.entry;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Routes.PathEntry;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Upkeep.Keeping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A way in of a third party, as far as the place it leads to.
 *
 * @param through the third parties whose subcontractor comes in so, the one that owns the way first; none where it comes itself
 * @param over the connection point, the host it manages, the third party whose software it comes with, or what it holds
 * @param zone key of the zone it leads to; absent where it leads to what somebody holds for us
 * @param fare what has to be broken for it by whoever owns the way
 * @param pool what is vulnerable where it leads to
 */
public record Door(
        List<String> through, Subject over, @Nullable String zone, Ways fare, Keeping keeping, Causes pool) {

    /** What somebody comes in over himself before what he has to bring, or is lent. */
    public static final Comparator<Door> ORDER = Comparator.comparing(
                    (Door door) -> door.over.kind() != Subject.Kind.CONNECTION_POINT)
            .thenComparing(Door::over)
            .thenComparing(door -> String.join(" ", door.through));

    private static final int MANY = 3;

    public Door(Subject over, @Nullable String zone, Ways fare, Keeping keeping, Causes pool) {
        this(List.of(), over, zone, fare, keeping, pool);
    }

    /** The same way for a subcontractor of whoever has it. */
    public Door lentBy(String principal) {
        var passed = new ArrayList<>(through);
        passed.add(principal);
        return new Door(List.copyOf(passed), over, zone, fare, keeping, pool);
    }

    /** What has to be broken for it, the operations of those who lend it included. */
    public Ways price() {
        Ways price = fare;
        for (String principal : through) {
            price = price.and(BreakCost.operations(principal));
        }
        return price;
    }

    /** How many more than three things it may take, where that many are not told apart. */
    public int beyondMany() {
        return price().alternatives().isEmpty() ? Math.max(0, through.size() + fare.fewest() - MANY) : 0;
    }

    /** As the first step of a path. */
    public PathEntry asEntry() {
        List<PathEntry.Loan> loans = IntStream.range(0, through.size())
                .mapToObj(i -> through.get(through.size() - 1 - i))
                .map(principal -> new PathEntry.Loan(principal, BreakCost.operations(principal)))
                .toList();
        return new PathEntry(loans, over, zone, fare);
    }

    /** How many things have to be broken for it; three stands for three and more. */
    public int breaks() {
        Ways price = price();
        return price.alternatives().isEmpty() ? MANY : price.fewest();
    }
}
