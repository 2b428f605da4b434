package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.rule.SourceSituation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedStaleTest {
    private static final LocalDate TODAY = SoftwareScene.TODAY;

    @Test
    void isToldOnceASource() {
        LocalDate asOf = TODAY.minusDays(8);

        assertThat(judge(loaded(asOf, TODAY.minusDays(1)), true))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-09");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.subject()).isEqualTo(Subject.PORTFOLIO);
                    assertThat(finding.cause()).isEqualTo("nvd");
                    assertThat(finding.detail())
                            .isEqualTo("What is loaded of nvd is as of " + asOf
                                    + ", so nothing of it tells today which versions are affected.");
                });
    }

    @Test
    void isToldOfWhatWasNeverLoaded() {
        assertThat(judge(KnowledgeSource.missing("kev", "what is exploited"), true))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail())
                        .isEqualTo("Nothing of kev was ever loaded, so nothing tells what is exploited."));
    }

    @Test
    void saysNothingOfWhatIsFreshOrNeededByNobody() {
        assertThat(judge(loaded(TODAY.minusDays(7), TODAY), true)).isEmpty();
        assertThat(judge(loaded(TODAY.minusDays(8), TODAY.minusDays(1)), false)).isEmpty();
        assertThat(judge(KnowledgeSource.missing("kev", "what is exploited"), false))
                .isEmpty();
    }

    private static KnowledgeSource loaded(LocalDate asOf, LocalDate until) {
        return new KnowledgeSource("nvd", "which versions are affected", asOf, until);
    }

    private static List<Finding> judge(KnowledgeSource source, boolean needed) {
        return new FeedStale().judge(new SourceSituation(TODAY, source, needed)).toList();
    }
}
