package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Resolved;
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
record JunosCell(AddressSet certain, AddressSet widest, List<String> doubts) {

    static final JunosCell ANY = exactly(AddressSet.ANY);

    static JunosCell exactly(AddressSet set) {
        return new JunosCell(set, set, List.of());
    }

    static JunosCell unknown(String doubt) {
        return new JunosCell(AddressSet.NONE, AddressSet.ANY, List.of(doubt));
    }

    static JunosCell union(Collection<JunosCell> cells) {
        return new JunosCell(
                AddressSet.union(cells.stream().map(JunosCell::certain).toList()),
                AddressSet.union(cells.stream().map(JunosCell::widest).toList()),
                Resolved.doubts(cells.stream().map(JunosCell::doubts)));
    }

    boolean isExact() {
        return doubts.isEmpty();
    }

    /** What is certain first, then what is not. */
    List<Resolved<AddressSet>> parts() {
        return isExact()
                ? List.of(Resolved.exactly(certain))
                : Stream.of(Resolved.exactly(certain), new Resolved<>(widest, doubts))
                        .filter(part -> !part.set().isEmpty())
                        .toList();
    }

    /** All but this. Whether what names addresses of one family alone leaves out the other is not known. */
    List<Resolved<AddressSet>> excluded() {
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
