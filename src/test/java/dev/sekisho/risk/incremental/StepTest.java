package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StepTest {
    private final ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();

    private record Run(Memory memory, Derived<Integer, String> derived) {}

    @Test
    void makesAValueForEveryKey() {
        Run run = run(Memory.NONE, Map.of("a", 1, "b", 2));

        assertThat(run.derived.values()).containsExactly("1", "2");
        assertThat(run.derived.changed().stream()).containsExactly(0, 1);
    }

    @Test
    void keepsAValueWhereTheInputsAreEqual() {
        Run before = run(Memory.NONE, Map.of("a", 1_000, "b", 2_000));
        made.clear();

        Run after = run(before.memory, Map.of("a", 1_000, "b", 3_000));

        assertThat(made).containsExactly("3000");
        assertThat(after.derived.get(0)).isSameAs(before.derived.get(0));
        assertThat(after.derived.changed().stream()).containsExactly(1);
    }

    @Test
    void followsAKeyThatStandsElsewhere() {
        Run before = run(Memory.NONE, Map.of("b", 2_000, "d", 4_000, "e", 5_000));
        made.clear();

        Run after = run(before.memory, Map.of("a", 1_000, "d", 4_000, "e", 6_000));

        assertThat(made).containsExactlyInAnyOrder("1000", "6000");
        assertThat(after.derived.get(1)).isSameAs(before.derived.get(1));
        assertThat(after.derived.changed().stream()).containsExactly(0, 2);
    }

    @Test
    void keepsTheEarlierOfTwoEqualValues() {
        Run before = run(Memory.NONE, Map.of("a", 1_000), number -> new String("even"));

        Run after = run(before.memory, Map.of("a", 2_000), number -> new String("even"));

        assertThat(after.derived.get(0)).isSameAs(before.derived.get(0));
        assertThat(after.derived.changed().isEmpty()).isTrue();
    }

    @Test
    void keepsOneValueWhileItsInputsAreEqual() {
        Step first = Step.first();
        String one = first.value("one", List.of(1), List::toString);
        Step second = Step.after(first.memory());

        String same = second.value("one", List.of(1), inputs -> "other");
        String other = Step.after(second.memory()).value("one", List.of(2), inputs -> "other");

        assertThat(same).isSameAs(one);
        assertThat(other).isEqualTo("other");
    }

    @Test
    void makesAValueOutOfTheOneBefore() {
        var growing = new Step.Evolving<Integer, String>() {
            @Override
            public String first(Integer inputs) {
                return "first " + inputs;
            }

            @Override
            public String next(String before, Integer inputs) {
                return before + ", " + inputs;
            }

            @Override
            public String still(String before) {
                return before + " still";
            }
        };
        Step first = Step.first();
        first.evolve("one", 1, growing);
        Step second = Step.after(first.memory());
        second.evolve("one", 1, growing);

        assertThat(Step.after(second.memory()).evolve("one", 2, growing)).isEqualTo("first 1 still, 2");
    }

    @Test
    void tellsAssumptionsApart() {
        Step first = Step.first();
        first.under("worst").value("one", 1, number -> "worst");
        first.under("best").value("one", 1, number -> "best");
        Step second = Step.after(first.memory());

        String best = second.under("best").value("one", 1, number -> "anew");
        String worst = second.under("worst").value("one", 1, number -> "anew");

        assertThat(List.of(best, worst)).containsExactly("best", "worst");
    }

    @Test
    void isOverOnceItIsRemembered() {
        Step step = Step.first();
        Step room = step.under("room");
        step.memory();

        assertThatThrownBy(() -> step.value("one", 1, number -> "a")).hasMessageContaining("over");
        assertThatThrownBy(() -> room.value("one", 1, number -> "a")).hasMessageContaining("over");
    }

    @Test
    void refusesANameThatIsTaken() {
        Step step = Step.first();
        step.value("one", 1, number -> "a");

        assertThatThrownBy(() -> step.value("one", 1, number -> "a")).hasMessageContaining("one");
    }

    private Run run(Memory memory, Map<String, Integer> facts) {
        return run(memory, facts, Object::toString);
    }

    private Run run(Memory memory, Map<String, Integer> facts, Function<Integer, String> formula) {
        Step step = Step.after(memory);
        IndexedFacts<Integer> roster = step.roster("facts", new TreeMap<>(facts));
        Derived<Integer, String> derived = step.over(roster).derive("texts", roster::get, number -> {
            made.add(number.toString());
            return formula.apply(number);
        });
        return new Run(step.memory(), derived);
    }
}
