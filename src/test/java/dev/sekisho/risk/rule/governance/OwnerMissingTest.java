package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerMissingTest {
    @ParameterizedTest
    @CsvSource(
            value = {"-", "'  '"},
            nullValues = "-")
    void reportsAThirdPartyNobodyAnswersFor(String owner) {
        assertThat(judge(PartyScene.yamato().ownedBy(owner).connected("a", LinkState.ACTIVE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-04");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail()).isEqualTo("Nobody of us is named to answer for Yamato Sensors.");
                    assertThat(finding.evidence()).containsEntry("liveConnections", "1");
                });
    }

    @Test
    void acceptsAnOwner() {
        assertThat(judge(PartyScene.yamato().ownedBy("procurement"))).isEmpty();
    }

    @Test
    void asksNothingOfARelationThatHasEnded() {
        assertThat(judge(PartyScene.yamato().ownedBy(null).offboarded())).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new OwnerMissing().judge(scene.judged()).toList();
    }
}
