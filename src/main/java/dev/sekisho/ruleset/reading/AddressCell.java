package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cell for addresses stands for.
 *
 * @param certain what it holds for certain
 * @param widest what else it may hold, together with that
 * @param doubts empty if there is nothing else
 */
public record AddressCell(AddressSet certain, AddressSet widest, List<String> doubts) {

    public static final AddressCell ANY = exactly(AddressSet.ANY);

    public static AddressCell exactly(AddressSet set) {
        return new AddressCell(set, set, List.of());
    }

    public static AddressCell unknown(String doubt) {
        return new AddressCell(AddressSet.NONE, AddressSet.ANY, List.of(doubt));
    }

    public static AddressCell union(Collection<AddressCell> cells) {
        return new AddressCell(
                AddressSet.union(cells.stream().map(AddressCell::certain).toList()),
                AddressSet.union(cells.stream().map(AddressCell::widest).toList()),
                Resolved.doubts(cells.stream().map(AddressCell::doubts)));
    }

    public boolean isExact() {
        return doubts.isEmpty();
    }

    /** All of this but what is in the other. */
    public AddressCell without(AddressCell other) {
        return new AddressCell(
                certain.minus(other.widest),
                widest.minus(other.certain),
                Resolved.doubts(Stream.of(doubts, other.doubts)));
    }

    /** What is certain first, then what is not. */
    public List<Resolved<AddressSet>> parts() {
        return isExact()
                ? List.of(Resolved.exactly(certain))
                : Stream.of(Resolved.exactly(certain), new Resolved<>(widest, doubts))
                        .filter(part -> !part.set().isEmpty())
                        .toList();
    }

    /** All but this. Whether what names addresses of one family alone leaves out the other is not known. */
    public List<Resolved<AddressSet>> excluded() {
        if (!isExact() || certain.isEmpty() || certain.equals(AddressSet.ANY)) {
            var why = new ArrayList<>(doubts);
            why.add("what an exclusion leaves is not known");
            return List.of(new Resolved<>(AddressSet.ANY, List.copyOf(why)));
        }
        return Stream.of(AddressSet.ANY4, AddressSet.ANY6)
                .map(family -> certain.intersects(family)
                        ? Resolved.exactly(family.minus(certain))
                        : Resolved.doubtful(family, "it excludes addresses of the other family only"))
                .filter(part -> !part.set().isEmpty())
                .toList();
    }
}
