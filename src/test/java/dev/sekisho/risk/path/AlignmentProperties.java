package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AlignmentProperties {

    @Property
    void findsTheSameSetsAsTheirKeysDo(
            @ForAll Set<@IntRange(max = 12) Integer> before,
            @ForAll Set<@IntRange(max = 12) Integer> now,
            @ForAll Set<@IntRange(max = 12) Integer> one,
            @ForAll Set<@IntRange(max = 12) Integer> other) {
        SortedSet<String> chosenBefore = keys(one, before);
        SortedSet<String> chosenNow = keys(other, now);

        boolean same = alignment(before, now)
                .same(positions(chosenBefore, keys(before, before)), positions(chosenNow, keys(now, now)));

        assertThat(same).isEqualTo(chosenBefore.equals(chosenNow));
    }

    @Property
    void findsASetThatOutlivedAChangeOfTheListTheSame(
            @ForAll Set<@IntRange(max = 12) Integer> before, @ForAll Set<@IntRange(max = 12) Integer> come) {
        var now = new TreeSet<>(before);
        now.addAll(come);
        SortedSet<String> chosen = keys(before, before);

        assertThat(alignment(before, now)
                        .same(positions(chosen, keys(before, before)), positions(chosen, keys(now, now))))
                .isTrue();
    }

    private static Alignment alignment(Set<Integer> before, Set<Integer> now) {
        return new Alignment(List.copyOf(keys(before, before)), List.copyOf(keys(now, now)));
    }

    private static SortedSet<String> keys(Set<Integer> some, Set<Integer> among) {
        var keys = new TreeSet<String>();
        some.stream().filter(among::contains).forEach(number -> keys.add("t" + number));
        return keys;
    }

    private static BitSet positions(SortedSet<String> chosen, SortedSet<String> all) {
        var list = List.copyOf(all);
        var positions = new BitSet();
        chosen.forEach(key -> positions.set(list.indexOf(key)));
        return positions;
    }
}
