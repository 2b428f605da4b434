package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Portfolio;
import dev.sekisho.risk.assessment.WaysInto.Everybody;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Region;
import dev.sekisho.risk.stake.Term;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every score, of what is proven. Where any flaw is merely possible, all are made a second time as if it were proven: those
 * are the upper ends. Else a score is its own upper end.
 */
final class Scores {
    private final AssessmentInput input;
    private final Made proven;
    /** Absent where nothing is merely possible. */
    private final @Nullable Made highest;

    /** Whether that is as it was. */
    private final boolean steady;

    private record Made(LinkScores links, ZoneScores zones, ZoneLinkScores zoneLinks) {
        static Made of(ScenarioResult worst, ScenarioResult best, Step step) {
            var everybody = Everybody.of(worst, best, step);
            return new Made(
                    new LinkScores(worst, best, step),
                    ZoneScores.all(worst, best, everybody, step),
                    new ZoneLinkScores(worst, best, everybody, step).made());
        }

        boolean comparable() {
            return zones.comparable() && zoneLinks.comparable();
        }
    }

    Scores(ScenarioResult worst, ScenarioResult best, Step step) {
        input = worst.input;
        proven = Made.of(worst, best, step);
        boolean anyPossible = !worst.software.possible.isEmpty();
        steady = step.isSteady("anything possible", anyPossible);
        if (anyPossible) {
            ScenarioResult all = worst.provingAll(step);
            highest = Made.of(all, all, step.under("possible"));
        } else {
            highest = null;
        }
    }

    /** The one score of what is proven, made with as little else as it takes. */
    static Optional<Score> only(Subject of, ScenarioResult worst, ScenarioResult best, Step step) {
        AssessmentInput input = worst.input;
        var everybody = Everybody.of(worst, best, step);
        return switch (of.kind()) {
            case CONNECTION_POINT, THIRD_PARTY, PORTFOLIO -> linked(of, input, new LinkScores(worst, best, step));
            case ZONE_LINK ->
                input.zoneLinks.find(of.key()).map(new ZoneLinkScores(worst, best, everybody, Step.first())::get);
            default -> inside(of, input, ZoneScores.single(worst, best, everybody));
        };
    }

    Portfolio portfolio() {
        Portfolio of = proven.links.portfolio;
        return new Portfolio(raised(Subject.PORTFOLIO, of.score()), of.mean());
    }

    /** Of a link, third party, zone, host, organization or of the portfolio. Those of hosts are made when asked for. */
    Optional<Score> of(Subject subject) {
        return of(subject, proven).map(score -> raised(subject, score));
    }

    private Optional<Score> of(Subject subject, Made made) {
        return switch (subject.kind()) {
            case CONNECTION_POINT, THIRD_PARTY, PORTFOLIO -> linked(subject, input, made.links);
            case ZONE_LINK -> input.zoneLinks.find(subject.key()).map(made.zoneLinks::get);
            default -> inside(subject, input, made.zones);
        };
    }

    private static Optional<Score> linked(Subject subject, AssessmentInput input, LinkScores links) {
        return switch (subject.kind()) {
            case CONNECTION_POINT -> input.points.find(subject.key()).map(links.points::get);
            case THIRD_PARTY -> input.parties.find(subject.key()).map(links.thirdParties::get);
            default -> Optional.of(links.portfolio.score());
        };
    }

    private static Optional<Score> inside(Subject subject, AssessmentInput input, ZoneScores zones) {
        return switch (subject.kind()) {
            case ORGANIZATION ->
                Optional.ofNullable(input.estate.organizations().get(subject.key()))
                        .map(organization -> zones.organization(organization.key()));
            case ZONE -> input.zones.find(subject.key()).map(zones::zone);
            case ASSET -> host(subject, input, zones).map(Region::score);
            default -> Optional.empty();
        };
    }

    /** The greatest risks a score is made of, the greatest first. */
    List<Term> terms(Subject subject) {
        Optional<List<Term>> terms = switch (subject.kind()) {
            case PORTFOLIO -> Optional.of(proven.links.terms());
            case ORGANIZATION -> input.organizations.find(subject.key()).map(proven.zones::termsToAll);
            case THIRD_PARTY -> input.parties.find(subject.key()).map(proven.links::termsFrom);
            case CONNECTION_POINT -> input.points.find(subject.key()).map(proven.links::termsOver);
            case ZONE_LINK -> input.zoneLinks.find(subject.key()).map(proven.zoneLinks::termsOver);
            case ZONE -> input.zones.find(subject.key()).map(proven.zones::termsTo);
            case ASSET -> host(subject, input, proven.zones).map(Region::worst);
            default -> Optional.empty();
        };
        return terms.orElse(List.of());
    }

    private static Optional<Region> host(Subject subject, AssessmentInput input, ZoneScores zones) {
        return Optional.ofNullable(input.estate.assets().get(subject.key())).map(zones::host);
    }

    private Score raised(Subject subject, Score score) {
        return highest == null
                ? score
                : of(subject, highest)
                        .map(possible -> score.reaching(possible.milliPoints()))
                        .orElse(score);
    }

    SortedMap<Subject, Score> all() {
        var all = new TreeMap<Subject, Score>();
        all.put(Subject.PORTFOLIO, proven.links.portfolio.score());
        put(all, Subject.Kind.ORGANIZATION, input.organizations);
        put(all, Subject.Kind.THIRD_PARTY, input.parties);
        put(all, Subject.Kind.CONNECTION_POINT, input.points);
        put(all, Subject.Kind.ZONE_LINK, input.zoneLinks);
        put(all, Subject.Kind.ZONE, input.zones);
        all.replaceAll(this::raised);
        return Collections.unmodifiableSortedMap(all);
    }

    private void put(Map<Subject, Score> all, Subject.Kind kind, IndexedFacts<?> roster) {
        for (String key : roster.keys()) {
            var subject = new Subject(kind, key);
            of(subject, proven).ifPresent(score -> all.put(subject, score));
        }
    }

    /** Whether {@link #changed} tells all that is other than in the assessment before. */
    boolean comparable() {
        return steady && proven.comparable() && (highest == null || highest.comparable());
    }

    /** Those that may be other than before. */
    Map<Subject, Score> changed() {
        var changed = new TreeMap<Subject, Score>();
        Stream.ofNullable(proven).forEach(made -> addChanged(made, changed));
        Stream.ofNullable(highest).forEach(made -> addChanged(made, changed));
        changed.replaceAll((subject, score) -> of(subject).orElse(score));
        return changed;
    }

    private void addChanged(Made made, Map<Subject, Score> changed) {
        made.links.addChanged(changed);
        add(Subject.Kind.ZONE, input.zones, made.zones.changedZones(), changed);
        add(Subject.Kind.ZONE_LINK, input.zoneLinks, made.zoneLinks.changed(), changed);
        made.zones.changedOrganizations().forEach(key -> {
            var subject = new Subject(Subject.Kind.ORGANIZATION, key);
            of(subject, made).ifPresent(score -> changed.put(subject, score));
        });
    }

    private void add(Subject.Kind kind, IndexedFacts<?> roster, BitSet at, Map<Subject, Score> changed) {
        at.stream()
                .mapToObj(i -> new Subject(kind, roster.keys().get(i)))
                .forEach(subject -> of(subject, proven).ifPresent(score -> changed.put(subject, score)));
    }

    /** Who had a score and is no more. */
    List<Subject> gone() {
        return proven.links.gone();
    }
}
