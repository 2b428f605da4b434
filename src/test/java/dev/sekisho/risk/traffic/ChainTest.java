package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Addressing;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TrafficAnswer.Verdict;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final AddressSet VENDOR = AddressSet.of("198.51.100.0/24");
    private static final AddressSet SITE = AddressSet.of("10.9.0.0/16");
    private static final Boundary LINK = new Boundary(VENDOR, SITE, SITE);
    private static final Rule HTTPS = Rule.permit().to("10.9.0.7").tcp("443");
    private static final Rule SSH = Rule.permit().to("10.9.0.8").tcp("22");

    @Test
    void onlyWhatAllPermitGetsThrough() {
        var whole = chain(RuleSet.of(HTTPS, SSH), RuleSet.of(Rule.permit().tcp("443")), RuleSet.of(Rule.permit()));

        var measured = measure(whole);

        assertThat(measured.openness())
                .isEqualTo(measure(RuleSet.of(HTTPS)).openness())
                .isPositive();
        assertThat(measured.witness().packet().destinationPort()).isEqualTo(443);
        assertThat(new RuleWalk(whole).onTheWay(measured.witness().packet()))
                .extracting(Decision::action)
                .containsExactly(Action.PERMIT, Action.PERMIT, Action.PERMIT);
    }

    @Test
    void twoThatHaveNothingInCommonCloseTheWay() {
        var measured = measure(chain(RuleSet.of(HTTPS), RuleSet.of(SSH)));

        assertThat(measured.permitsNothing()).isTrue();
        assertThat(measured.openness()).isZero();
    }

    @Test
    void theRuleToldIsTheLastDevicesThatHasOne() {
        var open = new RuleSet(List.of(), Action.PERMIT, List.of());
        var whole = chain(RuleSet.of(HTTPS.at(3, "web")), open);

        var decision = new RuleWalk(whole).decide(Packet.tcp("198.51.100.7", "10.9.0.7", 443));

        assertThat(decision.action()).isEqualTo(Action.PERMIT);
        assertThat(decision.ruleInWords()).startsWith("position 1 line 3 web: permit tcp");
    }

    @Test
    void thePacketIsToldByTheDeviceThatDeniesIt() {
        var whole =
                chain(RuleSet.of(HTTPS, SSH), RuleSet.of(Rule.deny().tcp("22").at(5, "no ssh"), Rule.permit()));

        var decision = new RuleWalk(whole).decide(Packet.tcp("198.51.100.7", "10.9.0.8", 22));

        assertThat(decision.action()).isEqualTo(Action.DENY);
        assertThat(decision.rule().position()).isEqualTo(2);
    }

    @Test
    void saysWhatEachDoesForTheWhole() {
        var whole = chain(
                RuleSet.of(HTTPS, SSH), RuleSet.of(Rule.deny().tcp("22").at(1, "no ssh"), Rule.permit()), openSet());

        var contributions = Chain.contributions(measure(whole).question());

        assertThat(contributions).extracting(Chain.Contribution::position).containsExactly(1, 2, 3);
        assertThat(contributions.get(0).without()).isGreaterThan(.9);
        assertThat(contributions.get(1).deniedAlone()).singleElement().satisfies(denied -> {
            assertThat(denied.packet().destination()).isEqualTo("10.9.0.8");
            assertThat(denied.rule().origin()).isEqualTo("no ssh");
        });
        assertThat(contributions.get(2).deniedAlone()).isEmpty();
        assertThat(contributions.get(2).without()).isEqualTo(measure(whole).openness());
        assertThat(contributions.get(2).alone()).isEqualTo(1);
    }

    @Test
    void aDoubtThatAnotherDeviceSettlesIsNone() {
        var doubtful = RuleSet.of(HTTPS, Rule.permit().tcp("8000-9000").opaque("application unknown"));

        assertThat(measure(chain(doubtful, RuleSet.of(Rule.permit().tcp("443"))))
                        .opaque())
                .isEmpty();
        assertThat(measure(chain(doubtful, RuleSet.of(Rule.permit().tcp("8500"))))
                        .opaque())
                .hasSize(1);
    }

    @Test
    void rulesWithoutEffectAreThoseOfTheirDeviceAlone() {
        var shadowed = RuleSet.of(Rule.permit().tcp("443").at(1, "all"), HTTPS.at(2, "one"));

        var measured = measure(chain(shadowed, RuleSet.of(SSH.at(1, "other"))));

        assertThat(measured.anomalies().shadowed()).singleElement().satisfies(rule -> {
            assertThat(rule.origin()).isEqualTo("one");
            assertThat(rule.position()).isEqualTo(1);
        });
    }

    @Test
    void strangersAreThoseWhomAllLetIn() {
        var boundary = new Boundary(VENDOR, AddressSet.of("203.0.113.0/24"), SITE, SITE);
        var named = RuleSet.of(HTTPS.from("203.0.113.9").at(1, "stranger"), SSH.from("203.0.113.10"));

        var measured =
                TrafficSummary.measure(chain(named, RuleSet.of(Rule.permit().tcp("443"))), boundary, List.of());

        assertThat(measured.unregistered()).singleElement().satisfies(found -> {
            assertThat(found.rule().origin()).isEqualTo("stranger");
            assertThat(found.sources()).isEqualTo(AddressSet.of("203.0.113.9"));
        });
    }

    @Test
    void whatIsNotApprovedIsWhatAllPermit() {
        var needed = Flow.tcp("198.51.100.0/24", "10.9.0.7", "443");

        var measured = TrafficSummary.measure(chain(RuleSet.of(HTTPS, SSH), RuleSet.of(HTTPS)), LINK, List.of(needed));

        assertThat(measured.unapproved())
                .extracting(decision -> decision.packet().source())
                .as("the sources nobody registered of the other family aside")
                .allMatch(source -> !VENDOR.contains(source));
        assertThat(measured.unmet()).isEmpty();
    }

    @Test
    void followsATranslationThatADeviceBehindMakes() {
        var edge = RuleSet.of(Rule.permit().to("203.0.113.5").tcp("8443"));
        var ours = translating(
                Translation.of(AddressSet.of("203.0.113.5"), AddressSet.of("10.9.0.7"))
                        .ports(PortSet.of("8443"), PortSet.of("443")),
                HTTPS,
                SSH);
        var whole = chain(edge, ours);

        var measured = measure(whole);

        assertThat(measured.witness().packet().destination()).isEqualTo("10.9.0.7");
        assertThat(measured.opaque()).isEmpty();
        assertThat(measured.openness()).isEqualTo(measure(RuleSet.of(HTTPS)).openness());
        assertThat(Traffic.of(whole)
                        .query(Flow.tcp("198.51.100.7", "203.0.113.5", "8443"), Addressing.PARTNER)
                        .verdict())
                .isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(Traffic.of(whole).translations().sent(measured.witness().packet()))
                .hasValueSatisfying(sent -> assertThat(sent.destination()).isEqualTo("203.0.113.5"));
    }

    @Test
    void aTranslationToOneOfManyIsADoubt() {
        var edge = RuleSet.of(Rule.permit().to("203.0.113.5").tcp("443"));
        var ours = translating(
                Translation.of(AddressSet.of("203.0.113.5"), AddressSet.of("10.9.0.7-10.9.0.8")),
                Rule.permit().tcp("443"));

        var measured = measure(chain(edge, ours));

        assertThat(measured.permitsNothing()).isFalse();
        assertThat(measured.opaque()).isNotEmpty();
    }

    @Test
    void sourcesThatMayBeRewrittenCloseNothing() {
        var edge = RuleSet.of(HTTPS.from("192.168.1.0/24"), SSH.from("192.168.1.0/24"));
        var ours = RuleSet.of(HTTPS.from("198.51.100.1"));

        var measured = measure(Chain.of(
                List.of(new Chain.Device(1, edge, Rewriting.SOURCES), new Chain.Device(2, ours, Rewriting.NONE))));

        assertThat(measured.witness().packet().destinationPort()).isEqualTo(443);
        assertThat(measured.opaque()).isNotEmpty();
        assertThat(measured.openness()).isEqualTo(measure(RuleSet.of(HTTPS)).openness());
        assertThat(measure(chain(edge, ours)).permitsNothing()).isTrue();
    }

    @Test
    void aDeviceOfWhichNothingIsKnownLeavesNothingCertainOfThoseBefore() {
        var edge = RuleSet.of(Rule.permit().to("203.0.113.5").tcp("8443"));

        var measured = measure(Chain.of(List.of(
                new Chain.Device(1, edge, Rewriting.NONE), new Chain.Device(2, RuleSet.of(HTTPS), Rewriting.UNKNOWN))));

        assertThat(measured.witness()).isNotNull();
        assertThat(measured.opaque()).hasSize(1);
    }

    @Test
    void whatOneDeviceIsTooLittleForLeavesTheOthers() {
        var whole = chain(RuleSet.of(HTTPS), openSet());

        assertThat(whole.modelled()).isSameAs(whole);
        assertThat(whole.without(1).devices()).hasSize(1);
        assertThat(whole).isEqualTo(chain(RuleSet.of(HTTPS), openSet())).isNotEqualTo(chain(openSet(), openSet()));
        assertThat(whole.toString()).contains("position=2");
    }

    private static RuleSet openSet() {
        return new RuleSet(List.of(), Action.PERMIT, List.of());
    }

    private static RuleSet translating(Translation translation, Rule... rules) {
        return new RuleSet(List.of(rules), Action.DENY, List.of(), List.of(translation));
    }

    private static TrafficSummary measure(RuleSet rules) {
        return TrafficSummary.measure(rules, LINK, List.of());
    }

    private static RuleSet chain(RuleSet... devices) {
        var inOrder = new ArrayList<Chain.Device>();
        for (var device : devices) {
            inOrder.add(new Chain.Device(inOrder.size() + 1, device, Rewriting.NONE));
        }
        return Chain.of(inOrder);
    }
}
