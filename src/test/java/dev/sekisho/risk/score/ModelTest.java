package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void saysWhichModelMissesARowOfDeadlines() {
        Model model = Models.CURRENT;
        var without = new Model(
                "test",
                model.way(),
                model.evidence(),
                model.exposure(),
                model.vulnerability(),
                List.of(),
                model.assurance());

        assertThatThrownBy(() -> without.deadline(true, true, true, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("model test misses a row");
    }
}
