package dev.sekisho.risk.question;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.question.Question.About;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What nobody told, of everything that may lower a score. */
public final class Questions {
    /** A fact's share is rounded with the line it is in. */
    private static final int ROUNDING = 1;

    private final Assessment assessment;
    private final Estate estate;
    private final Predicate<About> wanted;
    /** The only score that is to be lowered; absent where each fact is asked for what it touches. */
    private final @Nullable Subject lowered;
    /** By zone: of many hosts in one each asks for the same. */
    private final Map<String, Gap> around = new HashMap<>();

    private Questions(Assessment assessment, Predicate<About> wanted, @Nullable Subject lowered) {
        this.assessment = assessment;
        this.estate = assessment.estate();
        this.wanted = wanted;
        this.lowered = lowered;
    }

    /**
     * The unknown facts of some things, in no order; none that could lower nothing.
     *
     * @param wanted the things asked about
     */
    public static Stream<Question> of(Assessment assessment, Predicate<About> wanted) {
        return of(new Questions(assessment, wanted, null));
    }

    /** The same that could lower one score, each with the most it can lower that by. */
    static Stream<Question> lowering(Subject score, Assessment assessment, Predicate<About> wanted) {
        Stream<Question> all = of(new Questions(assessment, wanted, score));
        return score.kind() == Subject.Kind.ASSET
                ? all.filter(question -> !question.fact().equals(UnknownFacts.CRITICALITY)
                        || question.about().subject().equals(score))
                : all;
    }

    private static Stream<Question> of(Questions questions) {
        return Stream.of(
                        questions.estate.connectionPoints().values().stream().flatMap(questions::ofPoint),
                        questions.estate.zoneLinks().values().stream().flatMap(questions::ofZoneLink),
                        questions.estate.zones().values().stream().flatMap(questions::ofZone),
                        questions.estate.assets().values().stream().flatMap(questions::ofAsset),
                        questions.estate.thirdParties().values().stream().flatMap(questions::ofThirdParty),
                        questions.estate.dataHoldings().values().stream().flatMap(questions::ofHolding),
                        questions.estate.installations().values().stream().flatMap(questions::ofInstallation))
                .flatMap(some -> some);
    }

    /** How uncertain the most uncertain of some scores is, and the highest of them. */
    private record Gap(int milli, int highest) {
        static final Gap NONE = new Gap(0, 0);

        Gap or(Score score) {
            return new Gap(
                    Math.max(milli, score.milliPoints() - score.lowMilli()), Math.max(highest, score.milliPoints()));
        }
    }

    private Gap gap(Stream<Subject> touched) {
        return (lowered == null ? touched : Stream.of(lowered))
                .flatMap(subject -> assessment.score(subject).stream())
                .reduce(Gap.NONE, Gap::or, (one, other) -> one);
    }

    private Stream<Question> ofPoint(ConnectionPoint point) {
        var about = new About(Subject.of(point), point.name(), point.thirdParty(), point.zone());
        return point.state().up()
                ? asked(about, point, UnknownFacts.OF_POINTS, () -> gap(touched(point)), Estate.Builder::add)
                : Stream.of();
    }

    private Stream<Subject> touched(ConnectionPoint point) {
        return Stream.concat(
                Stream.of(Subject.of(point), new Subject(Subject.Kind.ZONE, point.zone())), crew(point.thirdParty()));
    }

    /** A third party, and all who come by its ways because they work for it. */
    private Stream<Subject> crew(String party) {
        return Stream.concat(
                Stream.of(new Subject(Subject.Kind.THIRD_PARTY, party)),
                estate.subcontractorsOf(party).stream().flatMap(one -> crew(one.key())));
    }

    private Stream<Question> ofZoneLink(ZoneLink link) {
        var about = new About(Subject.of(link), link.name(), null, link.zone());
        return link.state().up()
                ? asked(
                        about,
                        link,
                        UnknownFacts.OF_ZONE_LINKS,
                        () -> gap(Stream.of(Subject.of(link), new Subject(Subject.Kind.ZONE, link.zone()))),
                        Estate.Builder::add)
                : Stream.of();
    }

    private Stream<Question> ofZone(Zone zone) {
        var about = new About(new Subject(Subject.Kind.ZONE, zone.key()), zone.name(), null, zone.key());
        return asked(about, zone, UnknownFacts.OF_ZONES, () -> around(zone.key()), Estate.Builder::add);
    }

    private Stream<Question> ofAsset(Asset asset) {
        var about =
                new About(new Subject(Subject.Kind.ASSET, asset.key()), asset.name(), asset.managedBy(), asset.zone());
        return asked(about, asset, UnknownFacts.OF_ASSETS, () -> around(asset.zone()), Estate.Builder::add);
    }

    /** Of a zone, and of whoever comes into it: over a link, as the one who runs a host there, or with software. */
    private Gap around(String zone) {
        return around.computeIfAbsent(zone, any -> {
            Stream<Subject> links = estate.connectionPointsInto(zone).stream().flatMap(this::touched);
            Stream<String> managers =
                    estate.assetsIn(zone).stream().flatMap(host -> Stream.ofNullable(host.managedBy()));
            Stream<String> suppliers = placesIn(zone)
                    .flatMap(place -> estate.installationsAt(place).stream())
                    .map(Installation::product)
                    .distinct()
                    .flatMap(product ->
                            Stream.ofNullable(estate.products().get(product).supplier()));
            return gap(Stream.concat(
                            Stream.concat(Stream.of(new Subject(Subject.Kind.ZONE, zone)), links),
                            Stream.concat(managers, suppliers).distinct().flatMap(this::crew))
                    .distinct());
        });
    }

    private Stream<Place> placesIn(String zone) {
        return Stream.concat(
                Stream.of(new Place(Place.Kind.ZONE, zone)),
                Stream.concat(
                        estate.assetsIn(zone).stream().map(host -> new Place(Place.Kind.ASSET, host.key())),
                        estate.connectionPointsInto(zone).stream()
                                .map(point -> new Place(Place.Kind.CONNECTION_POINT, point.key()))));
    }

    private Stream<Question> ofThirdParty(ThirdParty party) {
        var subject = new Subject(Subject.Kind.THIRD_PARTY, party.key());
        var about = new About(subject, party.name(), party.key(), null);
        return asked(about, party, UnknownFacts.OF_THIRD_PARTIES, () -> gap(crew(party.key())), Estate.Builder::add);
    }

    private Stream<Question> ofInstallation(Installation installation) {
        var subject = new Subject(Subject.Kind.INSTALLATION, installation.key());
        String zone = estate.zoneOf(installation.place());
        DataHolding holding = estate.dataHoldings().get(installation.place().key());
        Fact<Installation> version = Fact.far("version", this::isUndecided, (known, today) -> known);
        if (zone != null) {
            var about = new About(subject, installation.name(), null, zone);
            return asked(about, installation, List.of(version), () -> around(zone), this::decided);
        }
        return holding == null
                ? Stream.of()
                : asked(
                        new About(subject, installation.name(), holding.thirdParty(), null),
                        installation,
                        List.of(version),
                        () -> gap(touched(holding)),
                        this::decided);
    }

    private Stream<Question> ofHolding(DataHolding holding) {
        var subject = new Subject(Subject.Kind.DATA_HOLDING, holding.key());
        var about = new About(subject, holding.name(), holding.thirdParty(), null);
        return asked(about, holding, UnknownFacts.OF_HOLDINGS, () -> gap(touched(holding)), Estate.Builder::add);
    }

    private Stream<Subject> touched(DataHolding holding) {
        return Stream.concat(
                Stream.of(new Subject(Subject.Kind.ORGANIZATION, holding.organization())), crew(holding.thirdParty()));
    }

    private boolean isUndecided(Installation installation) {
        return installation.version() == null
                && estate.matchesOf(installation.key()).stream()
                        .map(match -> match.on(assessment.today()))
                        .anyMatch(match -> match.verdict() == Verdict.UNKNOWN && !match.possible());
    }

    private void decided(Estate.Builder estateThen, Installation installation) {
        for (Match match : estate.matchesOf(installation.key())) {
            estateThen.add(Completion.BEST.match(match));
        }
    }

    private <T> Stream<Question> asked(
            About about, T thing, List<Fact<T>> facts, Supplier<Gap> touched, BiConsumer<Estate.Builder, T> put) {
        if (!wanted.test(about)) {
            return Stream.of();
        }
        List<Fact<T>> unknown =
                facts.stream().filter(fact -> fact.unknown().test(thing)).toList();
        Gap gap = unknown.isEmpty() ? Gap.NONE : touched.get();
        return gap.milli == 0
                ? Stream.of()
                : unknown.stream()
                        .map(fact -> new Question(about, fact.name(), lowers(fact, gap), gap.highest, now -> {
                            Estate.Builder then = now.toBuilder();
                            put.accept(then, fact.best().apply(thing, assessment.today()));
                            return then.build();
                        }));
    }

    private int lowers(Fact<?> fact, Gap gap) {
        return fact.share()
                .map(share -> Points.milli(share.applyAsDouble(assessment.model())) + ROUNDING)
                .map(share -> Math.min(share, gap.milli))
                .orElse(gap.milli);
    }
}
