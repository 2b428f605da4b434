package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.rule.software.VersionUnknown;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings(new VersionUnknown().reference());

    @Test
    void takesTheThirdPartyOfSoftwareAtAConnectionPoint() {
        var finding = on(SoftwareScene.beacon().at(Place.Kind.CONNECTION_POINT, "yamato-vpn"));

        assertThat(finding.thirdParty()).isEqualTo("yamato");
        assertThat(finding.connectionPoint()).isEqualTo("yamato-vpn");
        assertThat(finding.zone()).isEqualTo("vendor-dmz");
        assertThat(finding.organization()).isEqualTo("works");
        assertThat(finding.identity())
                .isEqualTo(
                        new Finding.Identity(new Subject(Subject.Kind.INSTALLATION, "relay-beacon"), "SW-06", "cause"));
    }

    @Test
    void takesWhoRunsTheHostBeforeWhoSuppliesTheProduct() {
        assertThat(on(SoftwareScene.beacon().hostManagedBy("kobe")).thirdParty())
                .isEqualTo("kobe");
        assertThat(on(SoftwareScene.beacon())).satisfies(finding -> {
            assertThat(finding.thirdParty()).isEqualTo("yamato");
            assertThat(finding.connectionPoint()).isNull();
            assertThat(finding.zone()).isEqualTo("vendor-dmz");
        });
    }

    @Test
    void takesWhoSuppliesSoftwareSomewhereInAZone() {
        assertThat(on(SoftwareScene.beacon().at(Place.Kind.ZONE, "lab"))).satisfies(finding -> {
            assertThat(finding.thirdParty()).isEqualTo("yamato");
            assertThat(finding.connectionPoint()).isNull();
            assertThat(finding.zone()).isEqualTo("lab");
            assertThat(finding.organization()).isEqualTo("works");
        });
    }

    private Finding on(SoftwareScene scene) {
        return findings.on(scene.judged(), Severity.MEDIUM, "cause", "detail", Evidence.none());
    }
}
