package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Approach.Nearby;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Concerned;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.SourceSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts every rule of a catalogue to every situation it looks at. */
final class RuleRunner {
    private final AssessmentInput input;
    private final Estate estate;
    private final List<FindingRule.OnLink> onLink;
    private final List<FindingRule.OnInstallation> onInstallation;
    private final List<FindingRule.OnThirdParty> onThirdParty;
    private final List<FindingRule.OnZone> onZone;
    private final List<FindingRule.OnAsset> onAsset;
    private final List<FindingRule.OnDataHolding> onDataHolding;
    private final List<FindingRule.OnProduct> onProduct;
    private final List<FindingRule.OnSource> onSource;
    private final Sharing sharing = new Sharing();

    /** What findings say of a zone that is another than the one a link leads into. */
    record NamedZone(String name, @Nullable Boolean holdsCriticalData) {
        static NamedZone of(Zone zone) {
            return new NamedZone(zone.name(), zone.holdsCriticalData());
        }
    }

    /**
     * What rules on third parties look at.
     *
     * @param owners keys of the organizations whose zones it gets into
     * @param named the zones that are named
     */
    record OfThirdParty(
            ThirdParty party,
            List<ConnectionPoint> live,
            Optional<ThirdParty> principal,
            SortedSet<String> crowns,
            SortedMap<String, SortedSet<String>> commonBreaks,
            List<OtherWay> otherWays,
            List<String> owners,
            List<NamedZone> named) {}

    /** What rules on zones look at. */
    record OfZone(Zone zone, boolean landing, List<Link> stillConnected) {}

    /**
     * What rules on hosts look at.
     *
     * @param unregistered who runs it without any connection
     */
    record OfHost(Asset host, Zone zone, List<ConnectionPoint> landedOn, Optional<ThirdParty> unregistered) {}

    /** What rules on data holdings look at. */
    record OfHolding(DataHolding holding, ThirdParty holder, Distance distance) {}

    /** What rules on products look at. */
    record OfProduct(Product product, SortedSet<String> crowns, List<Flaw> possible) {}

    RuleRunner(AssessmentInput input, List<FindingRule> rules) {
        this.input = input;
        this.estate = input.estate;
        onLink = only(rules, FindingRule.OnLink.class);
        onInstallation = only(rules, FindingRule.OnInstallation.class);
        onThirdParty = only(rules, FindingRule.OnThirdParty.class);
        onZone = only(rules, FindingRule.OnZone.class);
        onAsset = only(rules, FindingRule.OnAsset.class);
        onDataHolding = only(rules, FindingRule.OnDataHolding.class);
        onProduct = only(rules, FindingRule.OnProduct.class);
        onSource = only(rules, FindingRule.OnSource.class);
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
        Nearby near = Nearby.of(picture.approaches())
                .beyond(picture.inputs().landing().zone().organization());
        Link link = picture.link();
        return new LinkSituation(
                estate,
                input.today,
                link,
                picture.posture(),
                kept(picture.inputs()),
                picture.software().live(),
                new LinkSituation.Beyond(
                        near.crowns(), near.organizations(), near.testZones(), landings(picture.approaches())),
                told);
    }

    private SortedMap<String, Integer> landings(List<Approach> approaches) {
        var landings = new TreeMap<String, Integer>();
        for (Approach approach : approaches) {
            if (approach.fewest() < approach.within().size()) {
                landings.merge(input.zones.get(approach.zone()).key(), approach.fewest(), Math::min);
            }
        }
        return landings;
    }

    private static LinkSituation.Kept kept(LinkPicture.Inputs inputs) {
        LinkPicture.Landing landing = inputs.landing();
        return new LinkSituation.Kept(
                inputs.upkeep().exposureMilli(),
                landing.hosts(),
                Exposure.seen(inputs.link().monitoring(), landing.hosts()),
                landing.logins(),
                landing.firewall().orElse(null));
    }

    /**
     * The installations at some places, whose advisories were judged together.
     *
     * @param landing whether third parties land there
     */
    List<Finding> installations(Stream<Place> places, Software software, boolean landing) {
        Map<String, List<Flaw>> flaws = new HashMap<>();
        software.flaws()
                .forEach(flaw -> flaws.computeIfAbsent(flaw.installation().key(), key -> new ArrayList<>())
                        .add(flaw));
        return sharing.among(places.flatMap(place -> estate.installationsAt(place).stream())
                .map(installation ->
                        situation(installation, flaws.getOrDefault(installation.key(), List.of()), landing))
                .flatMap(this::installation));
    }

    private Stream<Finding> installation(InstallationSituation situation) {
        return onInstallation.stream().flatMap(rule -> rule.judge(situation));
    }

    InstallationSituation situation(Installation installation, List<Flaw> flaws, boolean landing) {
        Product product = requireNonNull(estate.products().get(installation.product()));
        return new InstallationSituation(estate, input.today, installation, product, flaws, landing);
    }

    List<Finding> thirdParty(OfThirdParty of) {
        var situation = situation(of);
        return sharing.among(onThirdParty.stream().flatMap(rule -> rule.judge(situation)));
    }

    ThirdPartySituation situation(OfThirdParty of) {
        return new ThirdPartySituation(
                estate,
                input.today,
                of.party,
                of.live,
                of.principal.orElse(null),
                of.crowns,
                of.commonBreaks,
                of.otherWays);
    }

    List<Finding> zone(OfZone of) {
        var situation = situation(of);
        return sharing.among(onZone.stream().flatMap(rule -> rule.judge(situation)));
    }

    ZoneSituation situation(OfZone of) {
        return new ZoneSituation(estate, input.today, of.zone, of.landing, of.stillConnected);
    }

    List<Finding> asset(OfHost of) {
        var situation = situation(of);
        return sharing.among(onAsset.stream().flatMap(rule -> rule.judge(situation)));
    }

    AssetSituation situation(OfHost of) {
        return new AssetSituation(estate, input.today, of.host, of.landedOn, of.unregistered.isPresent());
    }

    List<Finding> dataHolding(OfHolding of) {
        var situation = situation(of);
        return sharing.among(onDataHolding.stream().flatMap(rule -> rule.judge(situation)));
    }

    DataHoldingSituation situation(OfHolding of) {
        return new DataHoldingSituation(estate, input.today, of.holding, of.holder, of.distance);
    }

    List<Finding> product(OfProduct of) {
        var situation = situation(of);
        return sharing.among(onProduct.stream().flatMap(rule -> rule.judge(situation)));
    }

    ProductSituation situation(OfProduct of) {
        return new ProductSituation(estate, input.today, of.product, of.crowns, of.possible);
    }

    List<Finding> source(SourceSituation situation) {
        return sharing.among(onSource.stream().flatMap(rule -> rule.judge(situation)));
    }

    /**
     * Keeps one object of what findings say alike. A large estate has a million findings with a few thousand different
     * facts; each for itself would take most of the memory.
     */
    private static final class Sharing {
        /** So that an estate whose findings all differ does not pay for it. */
        private static final int MOST = 100_000;

        private final Map<Object, Object> known = new ConcurrentHashMap<>();

        List<Finding> among(Stream<Finding> findings) {
            var shared = new ArrayList<Finding>();
            findings.forEach(finding -> shared.add(shared(finding, last(shared))));
            return List.copyOf(shared);
        }

        private static @Nullable Finding last(List<Finding> findings) {
            return findings.isEmpty() ? null : findings.get(findings.size() - 1);
        }

        /** Findings on one subject follow one another. */
        private Finding shared(Finding finding, @Nullable Finding neighbour) {
            Concerned concerned = neighbour != null && neighbour.concerned().equals(finding.concerned())
                    ? neighbour.concerned()
                    : finding.concerned();
            return new Finding(
                    finding.code(),
                    finding.severity(),
                    concerned,
                    finding.cause(),
                    one(finding.detail()),
                    one(finding.evidence()));
        }

        private String one(String detail) {
            return (String) first(detail);
        }

        @SuppressWarnings("unchecked")
        private SortedMap<String, String> one(SortedMap<String, String> evidence) {
            return (SortedMap<String, String>) first(evidence);
        }

        private Object first(Object said) {
            Object one = known.get(said);
            if (one == null && known.size() < MOST) {
                one = known.putIfAbsent(said, said);
            }
            return one == null ? said : one;
        }
    }
}
