package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.OtherWays.EVE;
import static dev.sekisho.risk.assessment.OtherWays.alone;
import static dev.sekisho.risk.assessment.OtherWays.assertSameFromScratch;
import static dev.sekisho.risk.assessment.OtherWays.assess;
import static dev.sekisho.risk.assessment.OtherWays.host;
import static dev.sekisho.risk.assessment.OtherWays.logs;
import static dev.sekisho.risk.assessment.OtherWays.of;
import static dev.sekisho.risk.assessment.OtherWays.other;
import static dev.sekisho.risk.assessment.OtherWays.subcontractor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.rule.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies beyond ways in that are no connection points, through a whole assessment and step by step. */
class BeyondOtherWaysTest {
    /** Behind the office, which is a test zone, lies another company. */
    @Test
    void findsThatAnotherCompanyAndATestZoneAreNearOverAnyWay() {
        Estates scene = alone().with(b -> b.add(laboratory()));
        Assessment before = assess(scene, null);
        Assessment running = assess(scene.with(b -> b.add(other()).add(host("pump", "other"))), before);
        Assessment lent = assess(scene.with(b -> b.add(subcontractor("sub", "other"))), running);
        Assessment supplied = assess(
                scene.with(b -> b.add(new Product("msp-tool", "MSP tool", "sub"))
                        .add(host("pump", null))
                        .add(subcontractor("sub", null))),
                lent);

        assertThat(beyond(before)).isEmpty();
        assertThat(beyond(running))
                .containsExactly(
                        "PTH-03 other: ASSET pump into zone office", "PTH-05 other: ASSET pump into zone office");
        assertThat(beyond(lent))
                .containsExactly(
                        "PTH-03 other: ASSET pump into zone office",
                        "PTH-03 sub: ASSET pump into zone office through other",
                        "PTH-05 other: ASSET pump into zone office",
                        "PTH-05 sub: ASSET pump into zone office through other");
        assertThat(beyond(supplied))
                .containsExactly(
                        "PTH-03 sub: THIRD_PARTY sub into zone office", "PTH-05 sub: THIRD_PARTY sub into zone office");
        assertSameFromScratch(supplied);
    }

    /** Once the group office is of the same company, the office leads to no other one. */
    @Test
    void seesThatAnotherCompanyIsNoOther() {
        Estates scene = alone().with(b -> b.add(other()).add(host("pump", "other")));
        Assessment two = assess(scene, null);
        Assessment one = assess(scene.with(b -> b.add(Estates.zone("group-office", "mhps", "10.2.0.0/16", 85))), two);

        assertThat(beyond(two)).containsExactly("PTH-03 other: ASSET pump into zone office");
        assertThat(beyond(one)).isEmpty();
        assertSameFromScratch(one);
    }

    @Test
    void findsWhoComesThroughAHolderOfDataAndWasNeverAssessed() {
        Estates scene = alone().with(b -> b.add(other()).add(subcontractor("sub", "other")));
        Assessment before = assess(scene, null);
        Assessment holding = assess(scene.with(b -> b.add(logs(50, null))), before);
        Assessment deleted = assess(scene.with(b -> b.add(logs(50, EVE))), holding);

        assertThat(transitive(before)).isEmpty();
        assertThat(transitive(holding)).hasSize(1);
        assertThat(transitive(deleted)).isEmpty();
    }

    @Test
    void findsAHostThatSomebodyRunsBesideCriticalData() {
        Estates scene = alone().with(b -> b.add(other()));
        Assessment before = assess(scene, null);
        Assessment after = assess(scene.with(b -> b.add(host("pump", "other"))), before);

        assertThat(of("NET-10", before)).isEmpty();
        assertThat(of("NET-10", after)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ASSET, "pump"));
            assertThat(finding.thirdParty()).isEqualTo("other");
        });
        assertSameFromScratch(after);
    }

    private static Zone laboratory() {
        Zone office = Estates.zone("office", "mhps", "10.1.0.0/16", 90);
        return new Zone(
                office.key(),
                office.name(),
                office.organization(),
                office.cidrs(),
                office.classification().with(Environment.TEST),
                office.monitoring(),
                office.egress());
    }

    /** Code, third party and ways of what leads on to another company or through a test zone. */
    private static List<String> beyond(Assessment assessment) {
        return Stream.of("PTH-03", "PTH-05")
                .flatMap(code -> of(code, assessment).stream())
                .map(finding -> finding.code() + " " + finding.subject().key() + ": "
                        + finding.evidence().get("ways"))
                .sorted()
                .toList();
    }

    private static List<Finding> transitive(Assessment assessment) {
        return of("NET-15", assessment);
    }
}
