package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Nearby;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.score.Flaw;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts every rule of a catalogue to every situation it looks at. */
final class RuleRunner {
    private final AssessmentInput input;
    private final Estate estate;
    private final List<FindingRule.OnLink> onLink;
    private final List<FindingRule.OnInstallation> onInstallation;
    private final List<FindingRule.OnThirdParty> onThirdParty;
    private final List<FindingRule.OnZone> onZone;
    private final List<FindingRule.OnAsset> onAsset;
    private final List<FindingRule.OnProduct> onProduct;
    private final Sharing sharing = new Sharing();

    RuleRunner(AssessmentInput input, List<FindingRule> rules) {
        this.input = input;
        this.estate = input.estate;
        onLink = only(rules, FindingRule.OnLink.class);
        onInstallation = only(rules, FindingRule.OnInstallation.class);
        onThirdParty = only(rules, FindingRule.OnThirdParty.class);
        onZone = only(rules, FindingRule.OnZone.class);
        onAsset = only(rules, FindingRule.OnAsset.class);
        onProduct = only(rules, FindingRule.OnProduct.class);
    }

    private static <T extends FindingRule> List<T> only(List<FindingRule> rules, Class<T> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Finding> link(LinkPicture picture, List<Link> told) {
        return sharing.among(
                situation(picture, told).stream().flatMap(at -> onLink.stream().flatMap(rule -> rule.judge(at))));
    }

    /** @param told the links behind the same rules, where their findings are told at this one */
    Optional<LinkSituation> situation(LinkPicture picture, List<Link> told) {
        return picture.approaches().isEmpty() ? Optional.empty() : Optional.of(upAndRunning(picture, told));
    }

    private LinkSituation upAndRunning(LinkPicture picture, List<Link> told) {
        Nearby near = Nearby.of(picture.approaches());
        Link link = picture.link();
        return new LinkSituation(
                estate,
                input.today,
                link,
                picture.posture(),
                picture.inputs().upkeep().exposureMilli(),
                picture.software().live(),
                new LinkSituation.Beyond(near.crowns(), others(picture, near.organizations()), near.testZones()),
                told);
    }

    private static SortedMap<String, Distance> others(LinkPicture picture, SortedMap<String, Distance> near) {
        String here = picture.inputs().landing().zone().organization();
        if (near.isEmpty() || near.size() == 1 && near.containsKey(here)) {
            return Collections.emptySortedMap();
        }
        var others = new TreeMap<>(near);
        others.remove(here);
        return others;
    }

    /** The installations at some places, whose advisories were judged together. */
    List<Finding> installations(Stream<Place> places, Software software) {
        Map<String, List<Flaw>> flaws = new HashMap<>();
        software.flaws()
                .forEach(flaw -> flaws.computeIfAbsent(flaw.installation().key(), key -> new ArrayList<>())
                        .add(flaw));
        return sharing.among(places.flatMap(place -> estate.installationsAt(place).stream())
                .flatMap(
                        installation -> installation(installation, flaws.getOrDefault(installation.key(), List.of()))));
    }

    private Stream<Finding> installation(Installation installation, List<Flaw> flaws) {
        var situation = situation(installation, flaws);
        return onInstallation.stream().flatMap(rule -> rule.judge(situation));
    }

    InstallationSituation situation(Installation installation, List<Flaw> flaws) {
        Product product = requireNonNull(estate.products().get(installation.product()));
        return new InstallationSituation(estate, input.today, installation, product, flaws);
    }

    List<Finding> thirdParty(ThirdParty thirdParty, List<ConnectionPoint> live, SortedSet<String> crowns) {
        var situation = situation(thirdParty, live, crowns);
        return sharing.among(onThirdParty.stream().flatMap(rule -> rule.judge(situation)));
    }

    ThirdPartySituation situation(ThirdParty thirdParty, List<ConnectionPoint> live, SortedSet<String> crowns) {
        return new ThirdPartySituation(estate, input.today, thirdParty, live, crowns);
    }

    List<Finding> zone(Zone zone, boolean landing) {
        var situation = situation(zone, landing);
        return sharing.among(onZone.stream().flatMap(rule -> rule.judge(situation)));
    }

    ZoneSituation situation(Zone zone, boolean landing) {
        return new ZoneSituation(estate, input.today, zone, landing);
    }

    List<Finding> asset(Asset asset, List<ConnectionPoint> landedOn) {
        var situation = situation(asset, landedOn);
        return sharing.among(onAsset.stream().flatMap(rule -> rule.judge(situation)));
    }

    AssetSituation situation(Asset asset, List<ConnectionPoint> landedOn) {
        return new AssetSituation(estate, input.today, asset, landedOn);
    }

    List<Finding> product(Product product, SortedSet<String> crowns) {
        var situation = situation(product, crowns);
        return sharing.among(onProduct.stream().flatMap(rule -> rule.judge(situation)));
    }

    ProductSituation situation(Product product, SortedSet<String> crowns) {
        return new ProductSituation(estate, input.today, product, crowns);
    }
}
