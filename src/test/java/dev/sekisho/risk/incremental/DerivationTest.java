package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is looked at again, and what is made again, after something changed. */
class DerivationTest {
    private static final Fact A1 = new Fact("x", 1);
    private static final Fact A2 = new Fact("x", 2);
    private static final Fact B1 = new Fact("y", 1);

    private static final Fact[] KNOWN = {
        new Fact("p", 1), new Fact("q", 2), new Fact("r", 3), new Fact("s", 4), new Fact("p", 5), new Fact("t", 1)
    };

    private final ConcurrentLinkedQueue<Integer> asked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Object> made = new ConcurrentLinkedQueue<>();

    private record Fact(String group, int number) {}

    private record Run(Memory memory, Derived<?, ?> derived) {}

    /** Facts in two groups. */
    private static final class Stage {
        final Step step;
        final IndexedFacts<Fact> facts;
        final IndexedFacts<String> groups;
        final Grouping byGroup;

        Stage(Memory before, Map<String, Fact> facts, Map<String, String> groups) {
            step = Step.after(before);
            this.facts = step.roster("facts", facts);
            this.groups = step.roster("groups", groups);
            byGroup = step.grouping("by group", this.facts, this.groups, Fact::group);
        }
    }

    @BeforeEach
    void withAssertions() {
        assertThat(Derived.class.desiredAssertionStatus()).isTrue();
    }

    @Test
    void looksOnlyAtWhatChanged() {
        Run before = run(Memory.NONE, facts("a", A1, "b", A1, "c", B1), groups("x", "X", "y", "Y"), this::numbers);
        asked.clear();
        made.clear();

        Run after = run(before.memory, facts("a", A1, "b", A2, "c", B1), groups("x", "X", "y", "Y"), this::numbers);

        assertThat(made).containsExactly(2);
        assertThat(after.derived.changed().stream()).containsExactly(1);
        assertThat(after.derived.come().map(Object.class::cast)).containsExactly(2);
        assertThat(after.derived.gone()).hasToString("[1]");
    }

    @Test
    void looksAgainAtMembersWhoseGroupChanged() {
        Run before =
                run(Memory.NONE, facts("a", A1, "b", B1, "c", A2), groups("x", "X", "y", "Y"), this::namesOfGroups);
        made.clear();

        Run after =
                run(before.memory, facts("a", A1, "b", B1, "c", A2), groups("x", "X'", "y", "Y"), this::namesOfGroups);

        assertThat(made).containsExactlyInAnyOrder("X'", "X'");
        assertThat(after.derived.values()).hasToString("[X', Y, X']");
    }

    @Test
    void looksAgainAtGroupsThatLoseAndWinMembers() {
        Run before =
                run(Memory.NONE, facts("a", A1, "b", B1, "c", A2), groups("x", "X", "y", "Y", "z", "Z"), this::members);
        made.clear();

        Run moved = run(
                before.memory, facts("a", B1, "b", B1, "c", A2), groups("x", "X", "y", "Y", "z", "Z"), this::members);
        Run gone = run(moved.memory, facts("a", B1, "b", B1), groups("x", "X", "y", "Y", "z", "Z"), this::members);
        Run come =
                run(gone.memory, facts("a", B1, "b", B1, "d", A2), groups("x", "X", "y", "Y", "z", "Z"), this::members);

        assertThat(moved.derived.values()).hasToString("[[2], [1, 1], []]");
        assertThat(gone.derived.values()).hasToString("[[], [1, 1], []]");
        assertThat(come.derived.values()).hasToString("[[2], [1, 1], []]");
        assertThat(made.stream().map(Object::toString)).containsExactlyInAnyOrder("[2]", "[1, 1]", "[]", "[2]");
    }

    @Test
    void followsGroupsThatStandElsewhere() {
        Run before = run(Memory.NONE, facts("a", A1, "b", B1), groups("x", "X", "y", "Y"), this::members);
        made.clear();

        Run after = run(before.memory, facts("a", A1, "b", B1), groups("w", "W", "x", "X", "y", "Y"), this::members);

        assertThat(after.derived.values()).hasToString("[[], [1], [1]]");
        assertThat(made).hasSize(1);
    }

    @Test
    void makesEverythingAnewUnderOtherConditions() {
        Run before = run(
                Memory.NONE,
                facts("a", A1, "b", A2),
                groups("x", "X"),
                (stage, given) -> stage.step
                        .over(stage.facts)
                        .given("today")
                        .derive("values", at -> noted(stage.facts.get(at).number), this::make));
        made.clear();

        Run after = run(
                before.memory,
                facts("a", A1, "b", A2),
                groups("x", "X"),
                (stage, given) -> stage.step
                        .over(stage.facts)
                        .given("tomorrow")
                        .derive("values", at -> noted(stage.facts.get(at).number), this::make));

        assertThat(made).containsExactlyInAnyOrder(1, 2);
        assertThat(after.derived.comparable()).isFalse();
        assertThat(before.derived.comparable()).isFalse();
    }

    @Test
    void looksAgainButMakesNothingWhereOnlyASourceIsOther() {
        BiFunction<Stage, String, Derived<?, ?>> reading = (stage, source) -> stage.step
                .over(stage.facts)
                .readingFrom(source)
                .derive("values", at -> noted(stage.facts.get(at).number), this::make);
        Run before = run(Memory.NONE, facts("a", A1, "b", A2), groups("x", "X"), "one", reading);
        asked.clear();
        made.clear();

        Run after = run(before.memory, facts("a", A1, "b", A2), groups("x", "X"), "other", reading);

        assertThat(asked).containsExactlyInAnyOrder(1, 2);
        assertThat(made).isEmpty();
        assertThat(after.derived.comparable()).isTrue();
        assertThat(after.derived.values()).isSameAs(before.derived.values());
    }

    @Test
    void tellsWhatWasJudgedAnewThoughItSaysTheSame() {
        BiFunction<Stage, String, Derived<?, ?>> even = (stage, any) ->
                stage.step.over(stage.facts).derive("values", at -> stage.facts.get(at).number, number -> "same");
        Run before = run(Memory.NONE, facts("a", A1), groups("x", "X"), even);

        Run after = run(before.memory, facts("a", A2), groups("x", "X"), even);

        assertThat(after.derived.changed().isEmpty()).isTrue();
        assertThat(after.derived.come().map(Object::toString)).containsExactly("same");
        assertThat(after.derived.gone()).hasToString("[same]");
    }

    @Test
    void findsOutWhoReadsMoreThanItSays() {
        BiFunction<Stage, String, Derived<?, ?>> secretly =
                (stage, source) -> stage.step.over(stage.facts).derive("values", at -> source, this::make);
        Run before = run(Memory.NONE, facts("a", A1), groups("x", "X"), "one", secretly);

        assertThatThrownBy(() -> run(before.memory, facts("a", A1), groups("x", "X"), "other", secretly))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void looksAgainAtPeersOfOneThatChanged() {
        BiFunction<Stage, String, Derived<?, ?>> sums = (stage, any) -> {
            Grouping peers = stage.step.classes("classes", stage.facts, Fact::group);
            return stage.step
                    .over(stage.facts)
                    .readingPeers(stage.facts, peers)
                    .derive(
                            "values",
                            at -> peers.members(peers.of(at))
                                    .map(i -> stage.facts.get(i).number)
                                    .sum(),
                            this::make);
        };
        Run before = run(Memory.NONE, facts("a", A1, "b", A1, "c", B1), groups("x", "X", "y", "Y"), sums);
        made.clear();

        Run other = run(before.memory, facts("a", A1, "b", A2, "c", B1), groups("x", "X", "y", "Y"), sums);
        Run fewer = run(other.memory, facts("b", A2, "c", B1), groups("x", "X", "y", "Y"), sums);

        assertThat(other.derived.values()).hasToString("[3, 3, 1]");
        assertThat(fewer.derived.values()).hasToString("[2, 1]");
        assertThat(made).containsExactlyInAnyOrder(3, 3, 2);
    }

    private Derived<?, ?> numbers(Stage stage, String any) {
        return stage.step.over(stage.facts).derive("values", at -> noted(stage.facts.get(at).number), this::make);
    }

    private Derived<?, ?> namesOfGroups(Stage stage, String any) {
        return stage.step
                .over(stage.facts)
                .reading(stage.groups, stage.byGroup)
                .derive("values", at -> stage.groups.get(stage.byGroup.of(at)), this::make);
    }

    private Derived<?, ?> members(Stage stage, String any) {
        return stage.step
                .over(stage.groups)
                .readingMembers(stage.facts, stage.byGroup)
                .derive(
                        "values",
                        group -> stage.byGroup.of(group, stage.facts.items()).stream()
                                .map(Fact::number)
                                .toList(),
                        this::make);
    }

    private int noted(int number) {
        asked.add(number);
        return number;
    }

    private <T> T make(T inputs) {
        made.add(inputs);
        return inputs;
    }

    private static Run run(
            Memory before,
            Map<String, Fact> facts,
            Map<String, String> groups,
            BiFunction<Stage, String, Derived<?, ?>> deriving) {
        return run(before, facts, groups, "", deriving);
    }

    private static Run run(
            Memory before,
            Map<String, Fact> facts,
            Map<String, String> groups,
            String source,
            BiFunction<Stage, String, Derived<?, ?>> deriving) {
        var stage = new Stage(before, facts, groups);
        Derived<?, ?> derived = deriving.apply(stage, source);
        return new Run(stage.step.memory(), derived);
    }

    private static Map<String, Fact> facts(Object... keysAndFacts) {
        var facts = new TreeMap<String, Fact>();
        for (int i = 0; i < keysAndFacts.length; i += 2) {
            facts.put((String) keysAndFacts[i], (Fact) keysAndFacts[i + 1]);
        }
        return facts;
    }

    private static Map<String, String> groups(String... keysAndNames) {
        var groups = new TreeMap<String, String>();
        for (int i = 0; i < keysAndNames.length; i += 2) {
            groups.put(keysAndNames[i], keysAndNames[i + 1]);
        }
        return groups;
    }

    /** A grouping is a function of its members and groups, whatever it was made from. */
    @Test
    void groupsAsFromScratch() {
        var random = new Random(5);
        Memory memory = Memory.NONE;
        for (int step = 0; step < 300; step++) {
            var facts = new TreeMap<String, Fact>();
            var groups = new TreeMap<String, String>();
            List.of("p", "q", "r", "s").forEach(group -> {
                if (random.nextInt(4) > 0) {
                    groups.put(group, group);
                }
            });
            for (int i = 0; i < 9; i++) {
                if (random.nextInt(5) > 0) {
                    facts.put("f" + i, KNOWN[random.nextInt(KNOWN.length)]);
                }
            }
            var stage = new Stage(memory, facts, groups);
            Grouping classes = stage.step.classes("classes", stage.facts, Fact::number);
            for (int i = 0; i < stage.facts.size(); i++) {
                Fact fact = stage.facts.get(i);
                assertThat(stage.byGroup.of(i))
                        .isEqualTo(stage.groups.find(fact.group).orElse(Grouping.NONE));
                assertThat(classes.members(classes.of(i)).mapToObj(stage.facts::get))
                        .allMatch(peer -> peer.number == fact.number);
            }
            memory = stage.step.memory();
        }
    }
}
