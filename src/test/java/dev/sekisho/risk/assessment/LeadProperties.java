package dev.sekisho.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Lead;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The risks behind a score, and the paths they take. */
class LeadProperties {
    private static final Set<Subject.Kind> TOLD_AS_A_STORY =
            Set.of(Subject.Kind.CONNECTION_POINT, Subject.Kind.THIRD_PARTY, Subject.Kind.ZONE_LINK);

    @Property(tries = 300)
    void showsAPathAsLongAsTheScoreSays(@ForAll Random random) {
        Assessment assessment = Assessment.of(
                new RandomEstate(random).build(), RandomEstate.TODAY, Models.CURRENT, EchoRules.ALL, null);

        assessment.scores().forEach((subject, score) -> {
            List<Lead> leads = assessment.leads(subject);
            assertThat(leads.isEmpty() ? 0 : score.milliPoints()).isEqualTo(score.milliPoints());
            leads.forEach(lead ->
                    assertPath(lead, subject, assessment.path(lead, subject).orElseThrow()));
            if (TOLD_AS_A_STORY.contains(subject.kind()) && !leads.isEmpty()) {
                assertThat(breakLines(score)).isEqualTo(leads.get(0).breaks());
            }
        });
    }

    private static void assertPath(Lead lead, Subject subject, AttackPath path) {
        assertThat(Math.min(3, path.distance().atLeast()))
                .as(subject + " " + path)
                .isEqualTo(lead.breaks());
        var labels = new HashSet<String>();
        String at = lead.thirdParty();
        for (AttackPath.Hop hop : path.hops()) {
            assertThat(hop.from()).isEqualTo(at);
            at = hop.to();
            labels.addAll(hop.breaks());
        }
        assertThat(at).isEqualTo(lead.target().key());
        assertThat(path.hops().get(lead.door().through().size()).via())
                .isEqualTo(lead.door().over());
        assertThat(labels).isEqualTo(path.breaks()).hasSizeGreaterThanOrEqualTo(lead.breaks());
        if (lead.breaks() < 3) {
            assertThat(labels).hasSize(lead.breaks());
        }
        if (subject.kind() == Subject.Kind.ZONE_LINK) {
            assertThat(path.hops()).anyMatch(hop -> hop.via().equals(subject));
        }
    }

    private static int breakLines(Score score) {
        return (int) score.contributions().stream()
                .filter(line -> line.code().startsWith("BREAK."))
                .count();
    }
}
