package dev.sekisho.zeroday;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Assessment.LinkOpening;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what an emergency touches and ranks what to do: first what is worst, and a link before the software behind it. */
final class BlastRadius {
    private static final int MOST = 1000;

    private final Assessment assessment;
    private final Estate estate;
    private final Namesakes namesakes;
    private final SortedMap<String, Installation> installations = new TreeMap<>();
    private final SortedMap<String, Link> links = new TreeMap<>();
    private final TreeSet<String> zones = new TreeSet<>();

    private BlastRadius(Assessment assessment, Namesakes namesakes) {
        this.namesakes = namesakes;
        this.assessment = assessment;
        this.estate = assessment.estate();
    }

    /**
     * What an intruder at a third party has: its links and what they open, the hosts it runs and the software it supplies or
     * makes.
     */
    static BlastRadiusView byThirdParty(
            Assessment assessment, String key, String name, Notice notice, Namesakes namesakes) {
        var touched = new BlastRadius(assessment, namesakes);
        touched.estate.connectionPointsOf(key).forEach(touched::link);
        touched.installations(installation ->
                namesakes.same().contains(installation.product()) || touched.isRunBy(key, installation.place()));
        touched.estate.assets().values().stream()
                .filter(asset -> key.equals(asset.managedBy()))
                .forEach(asset -> touched.zones.add(asset.zone()));
        return touched.view(key, name, notice, null);
    }

    private boolean isRunBy(String thirdParty, Place place) {
        return switch (place.kind()) {
            case ASSET ->
                thirdParty.equals(
                        requireNonNull(estate.assets().get(place.key())).managedBy());
            case CONNECTION_POINT ->
                thirdParty.equals(requireNonNull(estate.connectionPoints().get(place.key()))
                        .thirdParty());
            case DATA_HOLDING ->
                thirdParty.equals(
                        requireNonNull(estate.dataHoldings().get(place.key())).thirdParty());
            case ZONE -> false;
        };
    }

    /** Where a product is in use, under whichever key, and the links that lead to it. */
    static BlastRadiusView byProduct(
            Assessment assessment, String key, String name, String advisory, Namesakes namesakes) {
        var touched = new BlastRadius(assessment, namesakes);
        touched.installations(installation -> namesakes.same().contains(installation.product())
                && installation.useState().live());
        var homes = new TreeSet<>(touched.zones);
        homes.forEach(zone -> {
            touched.estate.connectionPointsInto(zone).forEach(touched::link);
            touched.estate.linksInto(zone).forEach(touched::link);
        });
        touched.installations.values().stream()
                .filter(installation -> installation.place().kind() == Place.Kind.CONNECTION_POINT)
                .forEach(installation -> touched.link(requireNonNull(touched.estate
                        .connectionPoints()
                        .get(installation.place().key()))));
        return touched.view(key, name, null, advisory);
    }

    private void installations(Predicate<Installation> wanted) {
        estate.installations().values().stream().filter(wanted).forEach(installation -> {
            installations.put(installation.key(), installation);
            String zone = estate.zoneOf(installation.place());
            if (zone != null) {
                zones.add(zone);
            }
        });
    }

    private void link(Link link) {
        if (link.state().up()) {
            links.put(Subject.of(link).kind() + "/" + link.key(), link);
            zones.add(link.zone());
            assessment.opening(Subject.of(link)).map(LinkOpening::zones).ifPresent(zones::addAll);
        }
    }

    private BlastRadiusView view(String key, String name, @Nullable Notice notice, @Nullable String advisory) {
        var organizations = new TreeSet<String>();
        zones.forEach(zone -> organizations.add(zone(zone).organization()));
        installations.values().forEach(one -> organizations.add(estate.organizationOf(one.place())));
        return new BlastRadiusView(
                key,
                name,
                notice,
                advisory,
                new BlastRadiusView.CountsView(
                        namesakes.same().size(),
                        installations.size(),
                        links.size(),
                        zones.size(),
                        organizations.size()),
                first(namesakes.same()).map(this::product).toList(),
                first(namesakes.others().entrySet())
                        .map(other -> new BlastRadiusView.NotTouchedView(
                                other.getKey(), product(other.getKey()).name(), other.getValue()))
                        .toList(),
                first(installations.values()).map(this::view).toList(),
                first(links.values()).map(this::view).toList(),
                first(zones)
                        .map(zone ->
                                new BlastRadiusView.PartView(zone, zone(zone).name()))
                        .toList(),
                first(organizations)
                        .map(one -> new BlastRadiusView.PartView(
                                one,
                                requireNonNull(estate.organizations().get(one)).name()))
                        .toList(),
                actions());
    }

    private BlastRadiusView.PartView product(String key) {
        Product known = estate.products().get(key);
        return new BlastRadiusView.PartView(key, known == null ? key : known.name());
    }

    private Zone zone(String key) {
        return requireNonNull(estate.zones().get(key));
    }

    private static <T> Stream<T> first(Collection<T> all) {
        return all.stream().limit(MOST);
    }

    private BlastRadiusView.SoftwareView view(Installation installation) {
        return new BlastRadiusView.SoftwareView(
                installation.key(),
                installation.name(),
                installation.product(),
                installation.version(),
                estate.zoneOf(installation.place()),
                installation.useState(),
                Points.shown(milli(installation)));
    }

    private BlastRadiusView.LinkView view(Link link) {
        return new BlastRadiusView.LinkView(
                Subject.of(link).kind(),
                link.key(),
                link.name(),
                link.thirdParty(),
                link.zone(),
                link.state(),
                Points.shown(milli(link)));
    }

    private List<BlastRadiusView.ActionView> actions() {
        var found = new ArrayList<BlastRadiusView.ActionView>();
        links.values().forEach(link -> found.add(cut(link)));
        installations.values().stream()
                .filter(installation -> installation.useState().live())
                .forEach(installation -> found.add(stop(installation)));
        found.sort(Comparator.comparing(BlastRadiusView.ActionView::score)
                .reversed()
                .thenComparing(BlastRadiusView.ActionView::action)
                .thenComparing(BlastRadiusView.ActionView::key));
        var ranked = new ArrayList<BlastRadiusView.ActionView>();
        for (BlastRadiusView.ActionView one : found.subList(0, Math.min(MOST, found.size()))) {
            ranked.add(new BlastRadiusView.ActionView(
                    ranked.size() + 1, one.action(), one.kind(), one.key(), one.name(), one.score(), one.reason()));
        }
        return ranked;
    }

    private BlastRadiusView.ActionView cut(Link link) {
        int opened = assessment
                .opening(Subject.of(link))
                .map(opening -> opening.zones().size())
                .orElse(0);
        return new BlastRadiusView.ActionView(
                0,
                BlastRadiusView.Deed.CUT,
                Subject.of(link).kind(),
                link.key(),
                link.name(),
                Points.shown(milli(link)),
                "leads into " + zone(link.zone()).name() + " and opens " + opened + " zones at once");
    }

    private BlastRadiusView.ActionView stop(Installation installation) {
        return new BlastRadiusView.ActionView(
                0,
                BlastRadiusView.Deed.STOP,
                Subject.Kind.INSTALLATION,
                installation.key(),
                installation.name(),
                Points.shown(milli(installation)),
                "in use " + where(installation.place()) + reachers(installation));
    }

    private String where(Place place) {
        String zone = estate.zoneOf(place);
        return zone == null
                ? "at " + requireNonNull(estate.dataHoldings().get(place.key())).name()
                : "in " + zone(zone).name();
    }

    private String reachers(Installation installation) {
        return assessment.flawsOf(installation.key()).stream()
                .filter(flaw -> !flaw.reachableBy().isEmpty())
                .findFirst()
                .map(flaw -> ", reachable by " + String.join(", ", flaw.reachableBy()))
                .orElse("");
    }

    private int milli(Link link) {
        return assessment
                .score(Subject.of(link))
                .map(score -> score.milliPoints())
                .orElse(0);
    }

    private int milli(Installation installation) {
        return assessment.flawsOf(installation.key()).stream()
                .filter(Flaw::live)
                .mapToInt(flaw -> flaw.score().milliPoints())
                .max()
                .orElse(0);
    }
}
