package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
import dev.sekisho.risk.rule.ProductSituation;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {
    @ParameterizedTest
    @CsvSource({"2, MEDIUM", "4, MEDIUM", "5, HIGH", "9, HIGH"})
    void growsWithTheCrownJewelsBehindOneThirdParty(int crowns, Severity severity) {
        assertThat(judge(PartyScene.yamato().reachingCrowns(crowns)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-06");
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail())
                            .isEqualTo("The routes of Yamato Sensors lead to " + crowns
                                    + " zones and assets of criticality 80 or more.");
                    assertThat(finding.evidence()).containsEntry("count", "" + crowns);
                    assertThat(finding.evidence().get("targets")).startsWith("crown-1, crown-2");
                });
    }

    @ParameterizedTest
    @CsvSource({"2, MEDIUM", "4, MEDIUM", "5, HIGH", "9, HIGH"})
    void growsWithTheCrownJewelsBehindOneProduct(int crowns, Severity severity) {
        assertThat(judge(product(crowns))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.SOFTWARE_PRODUCT, "beacon"));
            assertThat(finding.thirdParty()).isEqualTo("yamato");
            assertThat(finding.zone()).isNull();
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("A break in Beacon helps to reach " + crowns
                            + " zones and assets of criticality 80 or more.");
            assertThat(finding.evidence()).containsEntry("count", "" + crowns);
        });
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void acceptsOne(int crowns) {
        assertThat(judge(PartyScene.yamato().reachingCrowns(crowns))).isEmpty();
        assertThat(judge(product(crowns))).isEmpty();
    }

    private static ProductSituation product(int crowns) {
        var targets = IntStream.rangeClosed(1, crowns)
                .mapToObj(i -> "crown-" + i)
                .collect(Collectors.toCollection(TreeSet::new));
        return new ProductSituation(
                LinkScene.wellRun().judged().estate(),
                LinkScene.TODAY,
                new Product("beacon", "Beacon", "yamato"),
                targets,
                List.of());
    }

    private static List<Finding> judge(ProductSituation at) {
        return new Concentration().judge(at).toList();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new Concentration().judge(scene.judged()).toList();
    }
}
