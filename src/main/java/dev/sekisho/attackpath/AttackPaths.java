package dev.sekisho.attackpath;

import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.Routes;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the ways asked for, third party by third party, so that one page never costs more than itself. */
@ApplicationScoped
class AttackPaths {
    /** They are found in this order; any other would take all of them. */
    static final ListQuery.Order ORDER = new ListQuery.Order("key", false);

    /** What a row shows of a path that may pass thousands of zones. */
    private static final int HOPS_LISTED = 4;

    private static final int BREAKS_LISTED = 10;

    Page<AttackPathView> page(Snapshot now, AttackPathFilter filter, ListQuery query) {
        Assessment assessment = now.assessment();
        Estate estate = assessment.estate();
        Integer maxBreaks = filter.maxBreaks();
        List<Target> targets = targets(estate, filter.to());
        List<Found> found = thirdParties(estate, filter.from())
                .filter(thirdParty -> notBefore(query, thirdParty))
                .flatMap(thirdParty -> paths(assessment, thirdParty, after(query, thirdParty, targets)))
                .filter(row -> maxBreaks == null || row.path.distance().within(maxBreaks))
                .limit(query.limit() + 1L)
                .toList();
        boolean last = found.size() <= query.limit() && query.after() == null;
        boolean whole = filter.from() != null && filter.to() != null;
        return query.page(
                        found,
                        new Page.Total(Math.min(found.size(), query.limit()), last),
                        row -> row.thirdParty.key(),
                        row -> id(row.thirdParty, row.target))
                .map(page ->
                        page.stream().map(row -> view(assessment, row, whole)).toList());
    }

    /** A row of the list; how it is shown is made for its page only. */
    private record Found(ThirdParty thirdParty, Target target, AttackPath path) {}

    private static String id(ThirdParty thirdParty, Target target) {
        return thirdParty.key() + "/" + target.subject().kind() + "/"
                + target.subject().key();
    }

    private static boolean notBefore(ListQuery query, ThirdParty thirdParty) {
        ListQuery.After after = query.after();
        return after == null || thirdParty.key().compareTo(String.valueOf(after.value())) >= 0;
    }

    /** The page before may have ended among the targets of the first third party. */
    private static List<Target> after(ListQuery query, ThirdParty thirdParty, List<Target> targets) {
        ListQuery.After after = query.after();
        return after == null || !thirdParty.key().equals(after.value())
                ? targets
                : targets.stream()
                        .filter(target -> id(thirdParty, target).compareTo(after.key()) > 0)
                        .toList();
    }

    private static Stream<ThirdParty> thirdParties(Estate estate, @Nullable String from) {
        if (from == null) {
            return estate.thirdParties().values().stream();
        }
        ThirdParty only = estate.thirdParties().get(from);
        if (only == null) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE, "from", "There is no third party with the key " + from + ".");
        }
        return Stream.of(only);
    }

    /**
     * A zone or a host, or what a third party holds for us.
     *
     * @param place where one has to come; what is in a zone is as far as the zone, since nothing filters inside it
     */
    private record Target(Subject subject, String name, int criticality, Subject place) {
        static Target of(Zone zone) {
            var subject = new Subject(Subject.Kind.ZONE, zone.key());
            return new Target(subject, zone.name(), zone.weight(), subject);
        }

        static Target of(Asset host) {
            var zone = new Subject(Subject.Kind.ZONE, host.zone());
            return new Target(new Subject(Subject.Kind.ASSET, host.key()), host.name(), host.weight(), zone);
        }

        static Target of(DataHolding holding) {
            var subject = new Subject(Subject.Kind.DATA_HOLDING, holding.key());
            return new Target(subject, holding.name(), holding.weight(), subject);
        }
    }

    private static List<Target> targets(Estate estate, @Nullable String to) {
        List<Target> all = Stream.of(
                        estate.assets().values().stream().map(Target::of),
                        estate.zones().values().stream().map(Target::of),
                        estate.dataHoldings().values().stream().map(Target::of))
                .flatMap(some -> some)
                .filter(target -> to == null || target.subject().key().equals(to))
                .sorted(Comparator.comparing(target ->
                        target.subject().kind() + "/" + target.subject().key()))
                .toList();
        if (to != null && all.isEmpty()) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE, "to", "There is no zone, asset or data holding with the key " + to + ".");
        }
        return all;
    }

    private static Stream<Found> paths(Assessment assessment, ThirdParty thirdParty, List<Target> targets) {
        if (targets.isEmpty()) {
            return Stream.of();
        }
        Routes routes = assessment.routes(thirdParty.key());
        return targets.stream()
                .flatMap(target -> routes.to(target.place()).stream().map(path -> new Found(thirdParty, target, path)));
    }

    private static AttackPathView view(Assessment assessment, Found row, boolean whole) {
        Target target = row.target;
        AttackPath path = row.path;
        boolean crown = target.criticality() >= dev.sekisho.risk.path.Target.CROWN
                && path.distance().within(1);
        boolean now = path.distance().within(0);
        return new AttackPathView(
                row.thirdParty.key(),
                row.thirdParty.name(),
                target.subject().kind(),
                target.subject().key(),
                target.name(),
                target.criticality(),
                DistanceView.of(path.distance()),
                first(path.breaks(), whole, BREAKS_LISTED).toList(),
                path.breaks().size(),
                first(path.hops(), whole, HOPS_LISTED)
                        .map(hop -> HopView.of(assessment, hop))
                        .toList(),
                path.hops().size(),
                crown ? (now ? Severity.CRITICAL : Severity.HIGH) : null,
                crown ? List.of(now ? "PTH-01" : "PTH-02") : List.of());
    }

    private static <T> Stream<T> first(Collection<T> all, boolean whole, int listed) {
        return whole ? all.stream() : all.stream().limit(listed);
    }
}
