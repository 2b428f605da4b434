package dev.sekisho.ruleset.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.risk.traffic.TrafficDiff;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSets.FromDevice;
import dev.sekisho.ruleset.RuleSets.Naming;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.RuleSets.Reading;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another configuration of a device makes of the links that were read from the one before. */
class ChangesTest {
    private static final String IOS = """
            version 15.2
            interface GigabitEthernet0/0
             ip address 203.0.113.2 255.255.255.0
             ip access-group OUT in
            interface GigabitEthernet0/1
             ip address 10.1.0.1 255.255.255.0
             ip access-group DMZ in
            ip access-list extended OUT
             permit tcp any host 10.9.0.7 eq 443
            ip access-list extended DMZ
             permit tcp any host 10.9.0.8 eq 22
            end
            """;
    private static final Place OUTSIDE = new Place(LinkKind.CONNECTION_POINT, "partner", 1);
    private static final Place DMZ = new Place(LinkKind.ZONE_LINK, "dmz-lan", 2);

    private static DeviceReading reading(Format format, String text) {
        return new DeviceReading("edge", format, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Naming naming(Place at, Reading reading) {
        FromDevice from = reading.from();
        assertThat(from).isNotNull();
        return new Naming(at, 1, reading.guard(), from, reading.rules());
    }

    private static List<Naming> links() {
        DeviceReading first = reading(Format.CISCO_IOS, IOS);
        return List.of(
                naming(OUTSIDE, first.of(GuardSelector.interfaceNamed("GigabitEthernet0/0"), null)),
                naming(DMZ, first.of(GuardSelector.interfaceNamed("GigabitEthernet0/1"), Rewriting.NONE)));
    }

    private static Map<Changes.Link, List<Chain.Device>> inForce(List<Naming> links) {
        return Map.of(
                Changes.Link.of(OUTSIDE),
                List.of(new Chain.Device(1, links.get(0).rules(), Rewriting.NONE)),
                Changes.Link.of(DMZ),
                List.of(
                        new Chain.Device(1, new RuleSet(List.of(), Action.DENY, List.of()), Rewriting.NONE),
                        new Chain.Device(2, links.get(1).rules(), Rewriting.NONE)));
    }

    private static Changes changes(String text, Missing missing) {
        List<Naming> links = links();
        return Changes.of(reading(Format.CISCO_IOS, text), links, inForce(links), missing);
    }

    private static TrafficChange of(Changes changes, Place at) {
        return changes.told().get(Changes.Link.of(at)).change();
    }

    @Test
    void linesThatMoveChangeNothing() {
        Changes changes = changes(IOS.replace("version 15.2", "version 15.2\nhostname edge\n!"), Missing.REFUSE);

        assertThat(of(changes, OUTSIDE)).isEqualTo(TrafficChange.SAME);
        assertThat(changes.readings().get(OUTSIDE).rules().rules()).anyMatch(rule -> rule.line() == 11);
    }

    @Test
    void tellsOfEachLinkWhatBecameWiderAndWhatNarrower() {
        assertThat(of(changes(IOS.replace("10.9.0.7 eq 443", "10.9.0.7"), Missing.REFUSE), OUTSIDE))
                .isEqualTo(TrafficChange.WIDER);
        assertThat(of(
                        changes(
                                IOS.replace("permit tcp any host 10.9.0.7", "deny tcp any host 10.9.0.7"),
                                Missing.REFUSE),
                        OUTSIDE))
                .isEqualTo(TrafficChange.NARROWER);
        Changes both = changes(IOS.replace("10.9.0.7 eq 443", "10.9.0.7 eq 22"), Missing.REFUSE);
        assertThat(of(both, OUTSIDE)).isEqualTo(TrafficChange.WIDER_AND_NARROWER);
        assertThat(both.told().get(Changes.Link.of(OUTSIDE)).diff()).satisfies(diff -> {
            assertThat(diff.added()).singleElement().asString().contains("-> 10.9.0.7:22");
            assertThat(diff.removed()).singleElement().asString().contains("-> 10.9.0.7:443");
        });
    }

    @Test
    void whatAnotherDeviceOfTheLinkDeniesIsNoChangeOfTheLink() {
        Changes changes = changes(IOS.replace("10.9.0.8 eq 22", "10.9.0.8"), Missing.REFUSE);

        assertThat(of(changes, DMZ)).isEqualTo(TrafficChange.SAME);
        assertThat(TrafficDiff.between(
                                links().get(1).rules(),
                                changes.readings().get(DMZ).rules())
                        .added())
                .as("the device itself permits more")
                .isNotEmpty();
    }

    @Test
    void whatALinkStatedOfRewritingStays() {
        Changes changes = changes(IOS.replace("443", "8443"), Missing.REFUSE);

        assertThat(changes.readings().get(DMZ).rewriting()).isEqualTo(Rewriting.NONE);
        assertThat(changes.readings().get(DMZ).from().stated()).isEqualTo(Rewriting.NONE);
        assertThat(changes.readings().get(OUTSIDE).from().stated()).isNull();
    }

    @Test
    void anInterfaceThatIsGoneIsRefusedByTheNamesOfItsLinks() {
        String without = IOS.replace("interface GigabitEthernet0/0", "interface GigabitEthernet0/7");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> changes(without, Missing.REFUSE));

        assertThat(refused.type()).isEqualTo(ProblemType.IMPOSSIBLE);
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("interface");
            assertThat(error.detail())
                    .startsWith("connection-points/partner at position 1: ")
                    .contains("GigabitEthernet0/0", "it has GigabitEthernet0/1, GigabitEthernet0/7");
        });
    }

    @Test
    void aLinkWhosePartIsGoneCountsAsOpenAndDoubtfulWhereThatIsAskedFor() {
        String without = IOS.replace("interface GigabitEthernet0/0", "interface GigabitEthernet0/7");

        Changes changes = changes(without, Missing.NOT_ASSESSABLE);

        Reading gone = changes.readings().get(OUTSIDE);
        assertThat(gone.from().missing()).contains("GigabitEthernet0/0");
        assertThat(gone.from().sections()).isEmpty();
        assertThat(gone.rules().hasOpaque()).isTrue();
        assertThat(TrafficDiff.between(new RuleSet(List.of(), Action.PERMIT, List.of()), gone.rules())
                        .isEmpty())
                .as("everything counts as permitted")
                .isTrue();
        assertThat(of(changes, OUTSIDE)).isEqualTo(TrafficChange.WIDER);
        assertThat(changes.readings().get(DMZ).from().missing()).isNull();
    }

    @Test
    void anInterfaceThatNoRuleNamesAnyMoreIsGoneAndNotClosed() {
        String text = "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -i eth0 -d 10.9.0.7/32 -j ACCEPT\n"
                + "-A FORWARD -i eth1 -d 10.9.0.8/32 -j ACCEPT\nCOMMIT\n";
        GuardSelector guard = GuardSelector.interfaceNamed("eth0");
        Naming named = naming(OUTSIDE, reading(Format.IPTABLES_SAVE, text).of(guard, null));
        Naming unnamed =
                naming(OUTSIDE, reading(Format.IPTABLES_SAVE, text).of(GuardSelector.interfaceNamed("eth2"), null));
        DeviceReading renamed = reading(Format.IPTABLES_SAVE, text.replace("eth0", "ens3"));

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> Changes.of(renamed, List.of(named), Map.of(), Missing.REFUSE));
        Changes taken = Changes.of(renamed, List.of(named), Map.of(), Missing.NOT_ASSESSABLE);
        Changes stillNobodys = Changes.of(renamed, List.of(unnamed), Map.of(), Missing.REFUSE);

        assertThat(refused.errors())
                .singleElement()
                .extracting(error -> error.detail())
                .asString()
                .contains("eth0");
        assertThat(taken.readings().get(OUTSIDE).rules().hasOpaque()).isTrue();
        assertThat(stillNobodys.readings().get(OUTSIDE).from().missing())
                .as("no rule named it before either")
                .isNull();
        Naming gone = naming(OUTSIDE, taken.readings().get(OUTSIDE));
        assertThat(Changes.of(renamed, List.of(gone), Map.of(), Missing.NOT_ASSESSABLE)
                        .readings()
                        .get(OUTSIDE)
                        .from()
                        .missing())
                .as("it is still gone when the same is sent again")
                .isNotNull();
        assertThat(Changes.of(reading(Format.IPTABLES_SAVE, text), List.of(gone), Map.of(), Missing.REFUSE)
                        .readings()
                        .get(OUTSIDE)
                        .rules())
                .as("it is back")
                .isEqualTo(named.rules());
    }

    @Test
    void anInterfaceIsGoneThoughRulesOfOtherTablesNeverNamedIt() {
        String text = "*mangle\n:FORWARD ACCEPT [0:0]\n-A FORWARD -i eth9 -j DROP\nCOMMIT\n"
                + "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -i eth0 -d 10.9.0.7/32 -j ACCEPT\nCOMMIT\n";
        Naming named =
                naming(OUTSIDE, reading(Format.IPTABLES_SAVE, text).of(GuardSelector.interfaceNamed("eth0"), null));
        DeviceReading renamed = reading(Format.IPTABLES_SAVE, text.replace("eth0", "ens3"));

        Changes taken = Changes.of(renamed, List.of(named), Map.of(), Missing.NOT_ASSESSABLE);

        assertThat(taken.readings().get(OUTSIDE).from().missing()).contains("eth0");
    }

    @Test
    void interfacesOfOtherDevicesThatNoRuleNamesAnyMoreAreGoneToo() {
        String nft = "table inet f { chain forward { type filter hook forward priority 0; policy drop;"
                + " iifname \"eth0\" ip daddr 10.9.0.7 accept; } }";
        String forti = "config firewall policy\n edit 1\n  set srcintf \"wan1\"\n  set dstintf \"lan\"\n"
                + "  set action accept\n  set srcaddr all\n  set dstaddr all\n  set service ALL\n"
                + "  set schedule always\n next\n edit 2\n  set srcintf \"any\"\n  set dstintf \"any\"\n"
                + "  set srcaddr all\n  set dstaddr all\n  set service ALL\n  set schedule always\n next\nend\n";
        Naming ofNft =
                naming(OUTSIDE, reading(Format.NFTABLES_JSON, nft).of(GuardSelector.interfaceNamed("eth0"), null));
        Naming ofForti = naming(OUTSIDE, reading(Format.FORTIOS, forti).of(GuardSelector.interfaceNamed("wan1"), null));

        assertThat(Changes.of(
                                reading(Format.NFTABLES_JSON, nft.replace("eth0", "ens3")),
                                List.of(ofNft),
                                Map.of(),
                                Missing.NOT_ASSESSABLE)
                        .readings()
                        .get(OUTSIDE)
                        .from()
                        .missing())
                .contains("eth0");
        assertThat(Changes.of(
                                reading(Format.FORTIOS, forti.replace("wan1", "port7")),
                                List.of(ofForti),
                                Map.of(),
                                Missing.NOT_ASSESSABLE)
                        .readings()
                        .get(OUTSIDE)
                        .from()
                        .missing())
                .contains("wan1");
    }

    @Test
    void aConfigurationOfAnotherFormatHasNothingOfWhatLinksName() {
        DeviceReading neutral = reading(Format.RULES_JSON, "{\"defaultAction\": \"DENY\", \"rules\": []}");

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> Changes.of(neutral, links(), Map.of(), Missing.REFUSE));

        assertThat(refused.errors())
                .hasSize(2)
                .allMatch(error -> error.detail().contains("RULES_JSON knows no interface"));
    }

    @Test
    void whatALinkNamesIsKeptWordForWord() {
        GuardSelector guard = GuardSelector.unnamed()
                .with(Key.SECURITY_GROUP, "sg-1", "a&direction=IN", "50%26", "x=y,z")
                .with(Key.OTHER_RULES, "NONE");

        assertThat(GuardSelector.ofText(guard.text())).isEqualTo(guard);
        assertThat(GuardSelector.ofText(GuardSelector.unnamed().text())).isEqualTo(GuardSelector.unnamed());
    }

    @Test
    void aConfigurationIsKeptByteForByte() {
        var bytes = new byte[70_000];
        new java.util.Random(7).nextBytes(bytes);

        assertThat(DeviceTextEntity.unpacked(DeviceTextEntity.packed(bytes))).isEqualTo(bytes);
        assertThat(DeviceTextEntity.packed(new byte[100_000]).length()).isLessThan(1_000);
    }
}
