package dev.sekisho.assessment;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Flaw;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What dashboards watch, counted once for each assessment.
 *
 * @param unfilteredLinks links without a firewall, with an unknown one, or with one in name only
 * @param unpatchedInstallations installations with a live flaw
 * @param exploitedInUse live flaws that are known to be exploited
 * @param overdue live flaws past their deadline
 * @param possiblyUnpatched installations with a flaw that no source can decide
 * @param possiblyExploited such flaws that are known to be exploited somewhere
 * @param undecidedInstallations installations of which it cannot be decided whether they are affected
 */
record Figures(
        int unfilteredLinks,
        int unpatchedInstallations,
        int exploitedInUse,
        int overdue,
        int possiblyUnpatched,
        int possiblyExploited,
        int undecidedInstallations,
        Map<ThirdPartyKind, DoubleSummaryStatistics> scoresByKind) {

    static final Set<String> UNFILTERED = Set.of("NET-01", "NET-02", "NET-03");
    private static final Set<String> UNDECIDED = Set.of("SW-06");
    private static final double MILLI = 1000;

    static Figures of(Assessment assessment) {
        List<Flaw> flaws = assessment.liveFlaws().toList();
        List<Flaw> possible = assessment.possibleFlaws().toList();
        return new Figures(
                subjects(assessment, UNFILTERED),
                installations(flaws),
                exploited(flaws),
                (int) flaws.stream().filter(flaw -> flaw.deadline().overdue()).count(),
                installations(possible),
                exploited(possible),
                subjects(assessment, UNDECIDED),
                scores(assessment));
    }

    private static int installations(List<Flaw> flaws) {
        return (int)
                flaws.stream().map(flaw -> flaw.installation().key()).distinct().count();
    }

    private static int exploited(List<Flaw> flaws) {
        return (int) flaws.stream().filter(Flaw::exploited).count();
    }

    /** How many subjects have a finding of one of these rules. */
    private static int subjects(Assessment assessment, Set<String> codes) {
        return (int) assessment
                .findingGroups()
                .flatMap(List::stream)
                .filter(finding -> codes.contains(finding.code()))
                .map(Finding::subject)
                .distinct()
                .count();
    }

    private static Map<ThirdPartyKind, DoubleSummaryStatistics> scores(Assessment assessment) {
        return assessment.estate().thirdParties().values().stream()
                .collect(Collectors.groupingBy(
                        ThirdParty::kind, Collectors.summarizingDouble(thirdParty -> points(assessment, thirdParty))));
    }

    private static double points(Assessment assessment, ThirdParty thirdParty) {
        return assessment
                .score(new Subject(Subject.Kind.THIRD_PARTY, thirdParty.key()))
                .map(score -> score.milliPoints() / MILLI)
                .orElse(0.0);
    }
}
