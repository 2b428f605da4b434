package dev.sekisho.assessment;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The third parties an alert has to name: those whose score is critical and those with a link that is not really filtered.
 *
 * @param atRisk how many there are
 * @param worst those with the highest scores, no more than were asked for
 */
record WorstThirdParties(int atRisk, List<Row> worst) {
    private static final double MILLI = 1000;

    /**
     * One of them.
     *
     * @param unfiltered how many of its links are not really filtered
     */
    record Row(String key, String name, Score score, long unfiltered) {
        double points() {
            return score.milliPoints() / MILLI;
        }

        private boolean isAtRisk() {
            return unfiltered > 0 || score.band() == Band.CRITICAL;
        }
    }

    static WorstThirdParties of(Assessment assessment, int most) {
        Map<String, Long> unfiltered = unfiltered(assessment);
        List<Row> rows = assessment.estate().thirdParties().values().stream()
                .map(party -> row(assessment, party, unfiltered.getOrDefault(party.key(), 0L)))
                .filter(Row::isAtRisk)
                .sorted(Comparator.comparing(Row::score, Score.WORST_FIRST).thenComparing(Row::key))
                .toList();
        return new WorstThirdParties(rows.size(), rows.stream().limit(most).toList());
    }

    private static Row row(Assessment assessment, ThirdParty party, long unfiltered) {
        Score score = assessment
                .score(new Subject(Subject.Kind.THIRD_PARTY, party.key()))
                .orElseThrow();
        return new Row(party.key(), party.name(), score, unfiltered);
    }

    /** Links between zones of ours are of no third party. */
    private static Map<String, Long> unfiltered(Assessment assessment) {
        return assessment
                .findingGroups()
                .flatMap(List::stream)
                .filter(finding -> Figures.UNFILTERED.contains(finding.code()))
                .map(Finding::subject)
                .filter(subject -> subject.kind() == Subject.Kind.CONNECTION_POINT)
                .distinct()
                .map(subject -> assessment.estate().connectionPoints().get(subject.key()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(ConnectionPoint::thirdParty, Collectors.counting()));
    }
}
