package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexedFactsTest {
    private static final Fact A = new Fact("a");
    private static final Fact B = new Fact("b");
    private static final Fact C = new Fact("c");
    private static final Fact D = new Fact("d");

    private record Fact(String key) {
        /** The same fact as another object, as a changed one is. */
        Fact again() {
            return new Fact(key);
        }
    }

    @Test
    void findsAFactByItsKey() {
        IndexedFacts<Fact> roster = roster(null, A, C, D);

        assertThat(roster.find("a")).hasValue(0);
        assertThat(roster.find("c")).hasValue(1);
        assertThat(roster.find("d")).hasValue(2);
        assertThat(roster.find("b")).isEmpty();
        assertThat(roster.find("e")).isEmpty();
        assertThat(roster.find("")).isEmpty();
    }

    @Test
    void findsNothingChangedWhereAllAreTheSame() {
        IndexedFacts<Fact> roster = roster(roster(null, A, B), A, B);

        assertThat(roster.aligned()).isTrue();
        assertThat(roster.changed().isEmpty()).isTrue();
        assertThat(roster.place(1)).isEqualTo(1);
    }

    @Test
    void staysAlignedWhereAFactChanges() {
        IndexedFacts<Fact> roster = roster(roster(null, A, B, C), A, B.again(), C);

        assertThat(roster.aligned()).isTrue();
        assertThat(roster.changed().stream()).containsExactly(1);
        assertThat(places(roster)).containsExactly(0, 1, 2);
    }

    @Test
    void findsEachFactWhereItStoodWhenOneCame() {
        IndexedFacts<Fact> roster = roster(roster(null, A, C), A, B, C);

        assertThat(roster.aligned()).isFalse();
        assertThat(places(roster)).containsExactly(0, IndexedFacts.NEW, 1);
        assertThat(roster.changed().stream()).containsExactly(1);
    }

    @Test
    void findsEachFactWhereItStoodWhenOneWent() {
        IndexedFacts<Fact> before = roster(null, A, B, C);
        IndexedFacts<Fact> roster = roster(before, A, C);

        assertThat(places(roster)).containsExactly(0, 2);
        assertThat(roster.gone()).containsExactly("b");
    }

    @Test
    void findsEachFactWhereItStoodWhenOneTookThePlaceOfAnother() {
        IndexedFacts<Fact> before = roster(null, A.again(), B, D);
        IndexedFacts<Fact> roster = roster(before, A, C, D);

        assertThat(roster.aligned()).isFalse();
        assertThat(places(roster)).containsExactly(0, IndexedFacts.NEW, 2);
        assertThat(roster.changed().stream()).containsExactly(0, 1);
        assertThat(roster.gone()).containsExactly("b");
    }

    @Test
    void hasNothingGoneWhileAllStandWhereTheyStood() {
        IndexedFacts<Fact> before = roster(null, A, B);

        assertThat(roster(before, A, B.again()).gone()).isEmpty();
    }

    @Test
    void takesAllAsNewWithoutARosterBefore() {
        assertThat(places(roster(null, A, B))).containsExactly(IndexedFacts.NEW, IndexedFacts.NEW);
        assertThat(roster(null, A, B).changed().cardinality()).isEqualTo(2);
    }

    @Test
    void holdsTheVerySameFactsOfTheVerySameMap() {
        Map<String, Fact> facts = byKey(A, B);
        var before = new IndexedFacts<>(facts, null);

        var roster = new IndexedFacts<>(facts, before);

        assertThat(roster.items()).isSameAs(before.items());
        assertThat(roster.keys()).isSameAs(before.keys());
        assertThat(roster.changed().isEmpty()).isTrue();
    }

    @Test
    void keepsTheListOfKeysWhileNothingComesOrGoes() {
        IndexedFacts<Fact> before = roster(null, A, B);

        assertThat(roster(before, A, B.again()).keys()).isSameAs(before.keys());
        assertThat(roster(before, A, C).keys()).containsExactly("a", "c");
    }

    private static IntStream places(IndexedFacts<Fact> roster) {
        return IntStream.range(0, roster.size()).map(roster::place);
    }

    private static IndexedFacts<Fact> roster(@Nullable IndexedFacts<Fact> previous, Fact... facts) {
        return new IndexedFacts<>(byKey(facts), previous);
    }

    private static Map<String, Fact> byKey(Fact... facts) {
        var byKey = new TreeMap<String, Fact>();
        Stream.of(facts).forEach(fact -> byKey.put(fact.key(), fact));
        return byKey;
    }
}
