package dev.sekisho.risk.rule.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonBreakTest {
    @Test
    void namesWhatLeadsToMostFirst() {
        var scene = PartyScene.yamato()
                .needing("password:admins", "a", "b", "c", "d", "e")
                .needing("product:fortios", "a", "b", "c", "d", "e", "f");

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-04");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("Shortest routes of Yamato Sensors to up to 6 zones and assets of criticality 80 or more"
                            + " break the same thing: the product fortios and the password of the credential group"
                            + " admins.");
            assertThat(finding.evidence())
                    .containsEntry("count", "6")
                    .containsEntry("breaks", "product:fortios, password:admins")
                    .containsEntry("targets", "a, b, c, d, e, f");
        });
    }

    @Test
    void namesAnIdentityProviderAsWhatItIs() {
        var scene = PartyScene.yamato()
                .needing("credential:idp:idp.example", "a", "b", "c", "d", "e")
                .needing("credential:msp", "a", "b", "c", "d", "e");

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail())
                    .endsWith("break the same thing: the identity provider idp.example and the accounts of msp.");
            assertThat(finding.evidence()).containsEntry("breaks", "credential:idp:idp.example, credential:msp");
        });
    }

    @Test
    void isAcceptedWithTheTargetsOfEachBreak() {
        var rule = new CommonBreak();
        var five = rule.scope(
                PartyScene.yamato()
                        .needing("product:fortios", "a", "b", "c", "d", "e")
                        .judged(),
                "");
        var six = rule.scope(
                PartyScene.yamato()
                        .needing("product:fortios", "a", "b", "c", "d", "e", "f")
                        .judged(),
                "");

        assertThat(six.beyond(five)).containsExactly("product:fortios to f");
        assertThat(five.beyond(six)).isEmpty();
    }

    @Test
    void hasNothingToSayWhereNothingIsCommon() {
        assertThat(judge(PartyScene.yamato().reachingCrowns(9))).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new CommonBreak().judge(scene.judged()).toList();
    }
}
