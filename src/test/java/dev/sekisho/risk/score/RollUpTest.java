package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.score.RollUp.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {

    @Test
    void addsTheOddsOfItsParts() {
        List<Contribution> lines = RollUp.lines(List.of(part("a", 50), part("b", 50), part("c", 0)));

        assertThat(lines).extracting(Contribution::code).containsExactly("a", "b");
        assertThat(lines).extracting(Contribution::milliPoints).containsExactly(30_000, 30_000);
    }

    @Test
    void scoresNothingZero() {
        assertThat(RollUp.lines(List.of())).isEmpty();
        assertThat(RollUp.mean(List.of(), 0)).isEmpty();
    }

    @Test
    void takesTheMeanOverAll() {
        List<Contribution> lines = RollUp.mean(List.of(part("a", 80), part("b", 0)), 2);

        assertThat(lines).containsExactly(new Contribution("a", 70_000, "a"));
    }

    @Test
    void listsTheWorstFirst() {
        assertThat(RollUp.mean(List.of(part("a", 20), part("c", 40), part("b", 40)), 3))
                .extracting(Contribution::code)
                .containsExactly("b", "c", "a");
    }

    @Test
    void putsWhatIsNotShownIntoOneLine() {
        List<Contribution> lines = RollUp.divide(60_000, List.of(part("a", 50)), 3, "*", "others");

        assertThat(lines).extracting(Contribution::code).containsExactly("a", "*");
        assertThat(lines).extracting(Contribution::milliPoints).containsExactly(30_000, 30_000);
        assertThat(lines.get(1).detail()).isEqualTo("3 others");
    }

    private static Part part(String code, int points) {
        return new Part(code, points * 1000, code);
    }
}
