package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
        assertThat(roster.before(1)).isEqualTo(1);
    }

    @Test
    void staysAlignedWhereAFactChanges() {
        IndexedFacts<Fact> roster = roster(roster(null, A, B, C), A, B.again(), C);

        assertThat(roster.aligned()).isTrue();
        assertThat(roster.changed().stream()).containsExactly(1);
        assertThat(places(roster)).containsExactly(0, IndexedFacts.NEW, 2);
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
        assertThat(roster.goneFrom(before)).containsExactly("b");
    }

    @Test
    void findsEachFactWhereItStoodWhenOneTookThePlaceOfAnother() {
        IndexedFacts<Fact> before = roster(null, A.again(), B, D);
        IndexedFacts<Fact> roster = roster(before, A, C, D);

        assertThat(roster.aligned()).isFalse();
        assertThat(places(roster)).containsExactly(IndexedFacts.NEW, IndexedFacts.NEW, 2);
        assertThat(roster.goneFrom(before)).containsExactly("b");
    }

    @Test
    void hasNothingGoneWhileAllStandWhereTheyStood() {
        IndexedFacts<Fact> before = roster(null, A, B);

        assertThat(roster(before, A, B.again()).goneFrom(before)).isEmpty();
    }

    @Test
    void takesAllAsNewWithoutARosterBefore() {
        assertThat(places(roster(null, A, B))).containsExactly(IndexedFacts.NEW, IndexedFacts.NEW);
        assertThat(roster(null, A, B).changed().cardinality()).isEqualTo(2);
    }

    @Test
    void makesAnewOnlyWhatChanged() {
        IndexedFacts<Fact> before = roster(null, A, B, C);
        var made = new ArrayList<Integer>();

        List<String> about = roster(before, A, B.again(), C)
                .about(List.of("old a", "old b", "old c"), new BitSet(), i -> make(i, made));

        assertThat(about).containsExactly("old a", "new 1", "old c");
        assertThat(made).containsExactly(1);
    }

    @Test
    void carriesOverWhatMoved() {
        IndexedFacts<Fact> roster = roster(roster(null, A, C), A, B, C);

        assertThat(roster.about(List.of("old a", "old c"), new BitSet(), i -> "new " + i))
                .containsExactly("old a", "new 1", "old c");
    }

    @Test
    void makesAnewWhatIsAffected() {
        IndexedFacts<Fact> roster = roster(roster(null, A, B, C), A, B, C);
        var affected = new BitSet();
        affected.set(2);

        assertThat(roster.about(List.of("old a", "old b", "old c"), affected, i -> "new " + i))
                .containsExactly("old a", "old b", "new 2");
    }

    @Test
    void makesAllAnewWithoutAnythingBefore() {
        assertThat(roster(null, A, B).about(null, new BitSet(), i -> "new " + i))
                .containsExactly("new 0", "new 1");
    }

    @Test
    void carriesOverWhatIsLeftWhenManyChange() {
        List<Fact> many =
                IntStream.range(100, 140).mapToObj(i -> new Fact("k" + i)).toList();
        List<Fact> next = IntStream.range(0, 40)
                .mapToObj(i -> i < 30 ? many.get(i).again() : many.get(i))
                .toList();
        var roster = new IndexedFacts<>(next, Fact::key, new IndexedFacts<>(many, Fact::key, null));

        List<String> about = roster.about(many.stream().map(Fact::key).toList(), new BitSet(), i -> "new " + i);

        assertThat(about.subList(0, 30)).allMatch(text -> text.startsWith("new "));
        assertThat(about.subList(30, 40)).containsExactlyElementsOf(keys(many.subList(30, 40)));
    }

    @Test
    void tellsAboutWhichItIsNoMoreTheSame() {
        IndexedFacts<Fact> roster = roster(roster(null, A, C), A, B, C);
        String kept = "kept";

        assertThat(roster.differing(List.of("a", "b", kept), List.of("other", kept)).stream())
                .containsExactly(0, 1);
        assertThat(roster.differing(List.of("a", "b", kept), null).cardinality())
                .isEqualTo(3);
    }

    private static String make(int i, List<Integer> made) {
        made.add(i);
        return "new " + i;
    }

    private static List<String> keys(List<Fact> facts) {
        return facts.stream().map(Fact::key).toList();
    }

    private static IntStream places(IndexedFacts<Fact> roster) {
        return IntStream.range(0, roster.size()).map(roster::before);
    }

    private static IndexedFacts<Fact> roster(@Nullable IndexedFacts<Fact> previous, Fact... facts) {
        return new IndexedFacts<>(Stream.of(facts).toList(), Fact::key, previous);
    }
}
