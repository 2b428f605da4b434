package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.incremental.Memory;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Routes;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Lead;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of an estate on a day: postures, flaws, scores, findings and ways in. A function of the facts, the day, the
 * model and the rules; an earlier assessment only saves work.
 */
public final class Assessment {
    private final AssessmentInput input;
    private final ScenarioResult worst;
    private final ScenarioResult best;
    private final Scores scores;
    private final FindingsComputation findings;
    private final Acceptable acceptable;
    private final Memory memory;

    private Assessment(AssessmentInput input, List<FindingRule> rules, Step step) {
        this.input = input;
        worst = new ScenarioResult(input, Completion.WORST, step);
        best = new ScenarioResult(input, Completion.BEST, step);
        scores = new Scores(worst, best, step);
        findings = new FindingsComputation(worst, rules, step);
        acceptable = new Acceptable(rules, findings);
        memory = step.memory();
    }

    /**
     * Assesses; what the previous assessment found from the very same facts, day, model and rules is taken from there.
     *
     * @param rules the catalogue; findings come in its order within a situation
     */
    public static Assessment of(
            Estate estate, LocalDate today, Model model, List<FindingRule> rules, @Nullable Assessment previous) {
        Step step = Optional.ofNullable(previous)
                .map(known -> Step.after(known.memory))
                .orElseGet(Step::first);
        return new Assessment(new AssessmentInput(estate, today, model, step), List.copyOf(rules), step);
    }

    public Estate estate() {
        return input.estate;
    }

    public LocalDate today() {
        return input.today;
    }

    public Model model() {
        return input.model;
    }

    /** What is wrong, in a fixed order. */
    public List<Finding> findings() {
        return findings.findings().toList();
    }

    /** The findings in the groups they were judged in. */
    public Stream<List<Finding>> findingGroups() {
        return findings.groups();
    }

    /** How the findings differ from those of the assessment this one was made from; empty where they have to be compared. */
    public Optional<Difference> difference() {
        return findings.comparable() ? Optional.of(findings.difference()) : Optional.empty();
    }

    /** How the scores differ from those of the assessment this one was made from; empty where all have to be compared. */
    public Optional<Rescored> rescored() {
        return findings.comparable() && scores.comparable()
                ? Optional.of(new Rescored(scores.changed(), scores.gone()))
                : Optional.empty();
    }

    /** Every advisory judged at an installation, live or not. */
    public List<Flaw> flawsOf(String installation) {
        Installation known = input.estate.installations().get(installation);
        return known == null
                ? List.of()
                : softwareAt(known).flaws().stream()
                        .filter(flaw -> flaw.installation().key().equals(installation))
                        .toList();
    }

    /** Keys of the third parties that can reach what is installed there, whether it has flaws or not. */
    public SortedSet<String> reachableBy(Installation installation) {
        return softwareAt(installation).place().reachableBy();
    }

    /** Every proven flaw that is neither mended nor removed nor stopped for certain, by zone and connection point. */
    public Stream<Flaw> liveFlaws() {
        return worst.software.all().flatMap(software -> software.live().stream());
    }

    /** Every flaw that would be live if a source could decide it, by zone and connection point. */
    public Stream<Flaw> possibleFlaws() {
        return worst.software.all().flatMap(software -> software.possible().stream());
    }

    /** Flaws that count in no score because a person of ours says that they are not there, or not any more. */
    public Stream<Flaw> clearedFlaws() {
        return worst.software
                .all()
                .flatMap(software -> software.flaws().stream().filter(Flaw::cleared));
    }

    /** What holds at a connection point or zone link. */
    public Optional<Posture> posture(Subject link) {
        return picture(link).map(LinkPicture::posture);
    }

    /** A link that is up, as the rules saw it. */
    public Optional<LinkSituation> situation(Subject link) {
        return switch (link.kind()) {
            case CONNECTION_POINT, ZONE_LINK -> findings.situation(link);
            default -> Optional.empty();
        };
    }

    /** What is accepted with a finding; empty where what it is about is not there. */
    public Optional<AcceptanceScope> scope(Finding.Identity finding) {
        String key = finding.subject().key();
        boolean installed = finding.subject().kind() == Subject.Kind.INSTALLATION;
        return acceptable.scope(finding, installed ? findings.installation(key, flawsOf(key)) : Optional.empty());
    }

    /** The score of a link, third party, zone, host, organization or of the portfolio. */
    public Optional<Score> score(Subject subject) {
        return scores.of(subject);
    }

    /**
     * What a score would be were the facts others, of what is proven. Nothing is assessed but what it takes.
     *
     * @param of whose score
     * @return absent where it would not be there
     */
    public Optional<Score> scoreIf(Estate then, Subject of) {
        Step step = Step.after(memory);
        var changed = new AssessmentInput(then, input.today, input.model, step);
        return Scores.only(
                of,
                new ScenarioResult(changed, Completion.WORST, step),
                new ScenarioResult(changed, Completion.BEST, step),
                step);
    }

    /** Every score, by subject. */
    public SortedMap<Subject, Score> scores() {
        return scores.all();
    }

    public Portfolio portfolio() {
        return scores.portfolio();
    }

    /** Ways from a third party to every zone it can get to. */
    public Routes routes(String thirdParty) {
        return new Routes(
                worst.network,
                thirdParty,
                doorsOf(thirdParty).map(Door::asEntry).toList());
    }

    /** The greatest risks a score is made of, the greatest first; none where nothing leads anywhere. */
    public List<Lead> leads(Subject subject) {
        return Lead.of(scores.terms(subject), worst.stakes.all);
    }

    /**
     * How a risk gets to its target: of the ways with the fewest breaks one with the fewest hops. What comes over a link
     * between zones crosses that link.
     *
     * @param of whose score the risk is a part of
     */
    public Optional<AttackPath> path(Lead lead, Subject of) {
        List<Routes.PathEntry> way = doorsOf(lead.thirdParty())
                .filter(door -> Door.ORDER.compare(door, lead.door()) == 0)
                .map(Door::asEntry)
                .toList();
        return of.kind() == Subject.Kind.ZONE_LINK
                ? Routes.over(of, worst.network, lead.target().key(), lead.thirdParty(), way)
                : new Routes(worst.network, lead.thirdParty(), way).to(lead.target());
    }

    /** How far every organization is from a third party. */
    public SortedMap<String, Distance> contagion(String thirdParty) {
        return input.parties.find(thirdParty).map(worst::contagion).orElseGet(Collections::emptySortedMap);
    }

    private Stream<Door> doorsOf(String thirdParty) {
        return input.parties.find(thirdParty).stream().flatMap(worst.doors::of);
    }

    /** What a link opens; empty when it is down. */
    public Optional<LinkOpening> opening(Subject link) {
        return picture(link)
                .map(LinkPicture::approaches)
                .filter(approaches -> !approaches.isEmpty())
                .map(worst::opening);
    }

    private Software softwareAt(Installation installation) {
        return switch (installation.place().kind()) {
            case CONNECTION_POINT ->
                input.points
                        .find(installation.place().key())
                        .map(worst.software.points::get)
                        .orElse(Software.NONE);
            case ASSET, ZONE ->
                worst.software.zones.get(input.zones.at(requireNonNull(input.estate.zoneOf(installation.place()))));
            case DATA_HOLDING ->
                input.held
                        .find(installation.place().key())
                        .map(worst.software.held::get)
                        .orElse(Software.NONE);
        };
    }

    private Optional<LinkPicture> picture(Subject link) {
        return switch (link.kind()) {
            case CONNECTION_POINT -> input.points.find(link.key()).map(findings.points::get);
            case ZONE_LINK -> input.zoneLinks.find(link.key()).map(findings.zoneLinks::get);
            default -> Optional.empty();
        };
    }

    /**
     * All third-party risk together.
     *
     * @param score of the greatest risks anywhere together; its lines say who drives it
     * @param mean of the scores of all third parties, in points: a statistic and no score
     */
    public record Portfolio(Score score, double mean) {}

    /**
     * How the findings of an assessment differ from those of the one before, in groups that were judged together. The same
     * finding may be in a group that is gone and in one that came.
     */
    public record Difference(List<List<Finding>> gone, List<List<Finding>> come) {}

    /**
     * How the scores of an assessment differ from those of the one before.
     *
     * @param changed those that may differ, and those of subjects whose facts changed
     * @param gone who had a score and is no more
     */
    public record Rescored(Map<Subject, Score> changed, List<Subject> gone) {}

    /**
     * What a link opens to whoever comes over it.
     *
     * @param zones keys of the zones it gets to at once, with nothing left to break
     * @param organizations keys of the organizations that own those
     * @param distances every organization within reach, with the breaks it takes
     */
    public record LinkOpening(
            SortedSet<String> zones, SortedSet<String> organizations, SortedMap<String, Distance> distances) {

        /** What a link opens that is down. */
        public static final LinkOpening NONE = new LinkOpening(
                Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedMap());
    }
}
