package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final List<Contribution> LINES =
            List.of(new Contribution("E.FILTER", 12_000, "no filter"), new Contribution("FLOOR.F1", 58_100, "a floor"));

    @Test
    void isTheSumOfItsContributions() {
        var score = new Score(LINES, 10_000, 90_000);

        assertThat(score.milliPoints()).isEqualTo(70_100);
        assertThat(score.band()).isEqualTo(Band.CRITICAL);
        assertThat(score.lowMilli()).isEqualTo(10_000);
        assertThat(score.highMilli()).isEqualTo(90_000);
    }

    @Test
    void canBeNothingElse() {
        assertThat(new Score(LINES, 70_100, 70_100, 0, 90_000)).isEqualTo(new Score(LINES, 0, 90_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(LINES, 70_000, 12_000, 0, 90_000))
                .withMessageContaining("sum of its contributions");
    }
}
