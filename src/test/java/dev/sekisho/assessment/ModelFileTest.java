package dev.sekisho.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelFileTest {
    @Test
    void startsUnderTheVersionThatIsUsedWhereNobodySetsAnother() {
        assertThat(ModelFile.refusal(AssessmentConfig.MODEL)).isEmpty();
    }

    @Test
    void saysThatVersionOneIsRemoved() {
        assertThat(ModelFile.refusal("2026-11"))
                .contains("SEKISHO_ASSESSMENT_MODEL is 2026-11, but version 1 of the risk model is removed."
                        + " Leave the setting out, or set 2026-12.");
    }

    @Test
    void saysThatThereIsNoSuchVersion() {
        assertThat(ModelFile.refusal("2025-01"))
                .contains("SEKISHO_ASSESSMENT_MODEL is 2025-01, but there is no such version of the risk model."
                        + " Leave the setting out, or set 2026-12.");
    }
}
