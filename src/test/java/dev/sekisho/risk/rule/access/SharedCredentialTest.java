package dev.sekisho.risk.rule.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedCredentialTest {
    @Test
    void reportsASharedCredential() {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(Authentication.SHARED)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ACC-02");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The people of Yamato Sensors share one credential for the zone Vendor DMZ, so nobody"
                                            + " can tell who came in.");
                    assertThat(finding.evidence()).containsEntry("authentication", "SHARED");
                });
    }

    @ParameterizedTest
    @EnumSource(value = Authentication.class, mode = EnumSource.Mode.EXCLUDE, names = "SHARED")
    void acceptsEverythingElse(Authentication authentication) {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(authentication))).isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().authenticatedBy(Authentication.SHARED)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new SharedCredential().judge(scene.judged()).toList();
    }
}
