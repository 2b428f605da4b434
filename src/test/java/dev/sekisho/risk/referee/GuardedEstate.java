package dev.sekisho.risk.referee;

import static dev.sekisho.risk.estate.RandomEstate.TODAY;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.Random;
import java.util.Set;

/**
 * A random estate in which most links have a firewall and few flaws open the way, so that there is much to
 * break; some agreements and fixes are announced only.
 */
final class GuardedEstate {
    private final Random random;

    GuardedEstate(Random random) {
        this.random = random;
    }

    Estate build() {
        var any = new RandomEstate(random);
        Estate estate = any.build();
        Estate.Builder next = estate.toBuilder();
        for (int i = 5; i < 9; i++) {
            next.add(guarded(any.zoneLink("l" + i)));
        }
        estate.connectionPoints().values().forEach(point -> next.add(guarded(point)));
        estate.zoneLinks().values().forEach(link -> next.add(guarded(link)));
        estate.advisories().values().forEach(advisory -> next.add(tame(advisory)));
        estate.thirdParties().values().forEach(party -> next.add(toBegin(party)));
        for (String installation : estate.installations().keySet()) {
            estate.matchesOf(installation).forEach(match -> next.add(announced(match)));
        }
        return next.build();
    }

    private ThirdParty toBegin(ThirdParty party) {
        return mostly()
                ? party
                : party.with(party.diligence().with(new Agreement(TODAY.plusDays(9), null, Set.of(Clause.values()))));
    }

    private Match announced(Match match) {
        return mostly() || match.possible()
                ? match
                : new Match(match.installation(), match.advisory(), match.verdict(), "range", "2.0", TODAY.plusDays(9));
    }

    private ConnectionPoint guarded(ConnectionPoint point) {
        ConnectionPoint up = point.with(LinkState.ACTIVE).withRights(random.nextBoolean());
        return mostly() ? up.with(guarded(point.filtering())) : up;
    }

    private ZoneLink guarded(ZoneLink link) {
        ZoneLink up = link.with(LinkState.ACTIVE);
        return mostly() ? up.with(guarded(link.filtering())) : up;
    }

    private Filtering guarded(Filtering filtering) {
        String product = mostly() ? null : filtering.firewall().product();
        var firewall = new Firewall(
                random.nextInt(3) == 0 ? FilterState.UNVERIFIED : FilterState.VERIFIED,
                product,
                TODAY.minusDays(30),
                null,
                TODAY.minusDays(random.nextInt(400)));
        return Filtering.by(firewall, rules());
    }

    private RuleSet rules() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> RuleSet.of();
            case 2 -> RuleSet.of(Rule.permit().to("10.0.0.0/16").tcp("22-1024"));
            case 3 ->
                RuleSet.of(Rule.permit().to("10.0." + random.nextInt(5) + ".7").tcp("443"));
            case 4 ->
                RuleSet.of(Rule.permit()
                        .to("10.0." + random.nextInt(5) + ".128/25")
                        .udp("161"));
            default -> RuleSet.of(Rule.permit().to("10.0.0.0/16").tcp("3389"));
        };
    }

    private Advisory tame(Advisory advisory) {
        Hazard hazard = advisory.hazard();
        var tame = new Hazard(hazard.cvss(), .001, false, null, hazard.automatable(), hazard.impact());
        return mostly()
                ? new Advisory(advisory.key(), advisory.title(), advisory.cve(), true, tame, advisory.knownOn())
                : advisory;
    }

    private boolean mostly() {
        return random.nextInt(4) > 0;
    }
}
