package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.rule.SoftwareScene.FlawScene;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UndecidedTest {
    @Test
    void isToldOnceAProduct() {
        assertThat(judge(product(
                        FlawScene::possible,
                        flaw -> flaw.named("CVE-2026-0002").possible().exploited())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-10");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.SOFTWARE_PRODUCT, "beacon"));
                    assertThat(finding.thirdParty()).isEqualTo("yamato");
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail())
                            .isEqualTo("Beacon may have 2 vulnerabilities, of which 1 exploited, which no source"
                                    + " decides.");
                    assertThat(finding.evidence())
                            .containsEntry("count", "2")
                            .containsEntry("advisories", "CVE-2026-0001, CVE-2026-0002")
                            .containsEntry("exploited", "CVE-2026-0002")
                            .containsEntry("installations", "relay-beacon");
                });
    }

    @Test
    void isAllThatIsSaidOfWhatIsMerelyPossible() {
        InstallationSituation at = SoftwareScene.beacon()
                .with(flaw -> flaw.possible().exploited().due(3, 9))
                .with(flaw -> flaw.possible().withoutFix())
                .with(flaw -> flaw.possible().askingForTriage())
                .judged();

        assertThat(Catalogue.judge(at)).isEmpty();
    }

    /** What was there before was open for certain. */
    @Test
    void leavesTheTriageOfAnEarlierVersionDue() {
        LocalDate until = SoftwareScene.TODAY.minusDays(2);
        InstallationSituation at = SoftwareScene.beacon()
                .with(flaw -> flaw.possible().askingForTriage().openBefore("7.1", until))
                .judged();

        assertThat(new TriageDue().judge(at))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail())
                        .contains("may be mended, but until " + until + " its version 7.1"));
    }

    @Test
    void isAcceptedWithTheAdvisories() {
        var rule = new Undecided();
        var one = rule.scope(product(FlawScene::possible), "");
        var two = rule.scope(
                product(FlawScene::possible, flaw -> flaw.named("CVE-2026-0002").possible()), "");

        assertThat(two.beyond(one)).hasSize(1);
        assertThat(one.beyond(two)).isEmpty();
    }

    @Test
    void hasNothingToSayWhereEverythingIsDecided() {
        assertThat(judge(product())).isEmpty();
    }

    private static List<Finding> judge(ProductSituation at) {
        return new Undecided().judge(at).toList();
    }

    @SafeVarargs
    private static ProductSituation product(UnaryOperator<FlawScene>... flaws) {
        var scene = SoftwareScene.beacon();
        for (UnaryOperator<FlawScene> flaw : flaws) {
            scene.with(flaw);
        }
        InstallationSituation at = scene.judged();
        return new ProductSituation(at.estate(), at.today(), at.product(), Collections.emptySortedSet(), at.flaws());
    }
}
