package dev.sekisho.ruleset.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureNsgReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);
    private static final GuardSelector GUARD =
            GuardSelector.unnamed().withBehind("VirtualNetwork", AddressSet.of("10.9.0.0/16"));

    private static String group(String name, String... rules) {
        return "{\"name\": \"" + name + "\", \"type\": \"Microsoft.Network/networkSecurityGroups\",\n\"properties\":"
                + " {\"securityRules\": [" + String.join(",\n", rules) + "]}}";
    }

    private static String rule(int priority, String access, String properties) {
        return "{\"name\": \"r" + priority + "\", \"properties\": {\"priority\": " + priority + ", \"access\": \""
                + access + "\", \"direction\": \"Inbound\", \"protocol\": \"Tcp\"" + properties + "}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "destinationPortRange": "443"                                          | true
            , "destinationPortRange": "*"                                            | true
            , "destinationPortRange": "400-500"                                      | true
            , "destinationPortRange": "80"                                           | false
            , "destinationPortRanges": ["22-23", "443"], "sourceAddressPrefixes": [] | true
            , "sourcePortRange": "1-1023"                                            | false
            , "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"            | true
            , "sourceAddressPrefix": "0.0.0.0/0"                                     | true
            , "sourceAddressPrefix": "198.51.100.7"                                  | true
            , "sourceAddressPrefixes": ["203.0.113.0/24", "198.51.100.0/24"]         | true
            , "sourceAddressPrefix": "Internet"                                      | true
            , "sourceAddressPrefix": "VirtualNetwork"                                | false
            , "destinationAddressPrefix": "VirtualNetwork"                           | true
            , "sourceAddressPrefix": "AzureLoadBalancer"                             | false
            """)
    void matchesAsTheCloudDoes(String properties, boolean permitted) {
        var rules = Format.AZURE_NSG.read(group("a", rule(100, "Allow", properties)), GUARD);

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @Test
    void followsPriorityThenTheDefaultRules() {
        var rules = Format.AZURE_NSG.read(
                group("a", rule(200, "Allow", ""), rule(100, "Deny", ", \"destinationPortRange\": \"443\"")), GUARD);

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 80)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.udp("10.9.0.9", "10.9.0.7", 53)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.udp("168.63.129.16", "10.9.0.7", 53)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "sourceAddressPrefix": "Storage.WestEurope"
            , "sourceAddressPrefix": "[parameters('source')]"
            , "destinationPortRange": "[parameters('port')]"
            , "sourceApplicationSecurityGroups": [{"id": "x"}]
            """)
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String properties) {
        var permits = Format.AZURE_NSG.read(group("a", rule(200, "Allow", properties)), GUARD);
        var denies = Format.AZURE_NSG.read(group("a", rule(100, "Deny", properties), rule(200, "Allow", "")), GUARD);

        assertThat(permits.opaque())
                .singleElement()
                .satisfies(one -> assertThat(one.origin()).contains("r200"));
        assertThat(Verdicts.permits(permits, HTTPS)).isTrue();
        assertThat(Verdicts.permits(denies, HTTPS)).isTrue();
        assertThat(denies.notes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "sourceAddressPrefix": "Storage.WestEurope"
            , "sourceAddressPrefix": "[parameters('source')]"
            , "destinationApplicationSecurityGroups": [{"id": "x"}]
            """)
    void letsADenyTakeOutTheSameUnknownAddresses(String properties) {
        var shut =
                Format.AZURE_NSG.read(group("a", rule(100, "Deny", properties), rule(200, "Allow", properties)), GUARD);
        var partly = Format.AZURE_NSG.read(
                group(
                        "a",
                        rule(100, "Deny", properties + ", \"destinationPortRange\": \"22\""),
                        rule(200, "Allow", properties)),
                GUARD);

        assertThat(Verdicts.permits(shut, HTTPS)).isFalse();
        assertThat(shut.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(partly, HTTPS)).isTrue();
        assertThat(Verdicts.permits(partly, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "sourceAddressPrefix": "VirtualNetwork"                                                  | false
            , "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "VirtualNetwork"    | false
            , "sourceAddressPrefixes": ["VirtualNetwork", "Storage"], "destinationAddressPrefix": "*"  | false
            , "sourceAddressPrefix": "Storage"                                                         | true
            , "sourceAddressPrefix": "*", "destinationAddressPrefix": "10.9.0.7"                       | false
            """)
    void deniesWhatTheDefaultRulesWouldPermitWithinAnUnknownNetwork(String properties, boolean permitted) {
        var deny = rule(4000, "Deny", properties).replace("Tcp", "*");
        var unknown = Format.AZURE_NSG.read(group("a", deny), GuardSelector.unnamed());
        var stated = Format.AZURE_NSG.read(
                "{\"resources\": [" + group("a", deny) + ", {\"type\": \"Microsoft.Network/virtualNetworks\","
                        + "\"properties\": {\"addressSpace\": {\"addressPrefixes\": [\"10.9.0.0/16\"]}}}]}",
                GuardSelector.unnamed());

        for (var rules : new RuleSet[] {unknown, stated}) {
            for (var source : new String[] {"10.9.1.7", "192.168.1.7"}) {
                assertThat(Verdicts.permits(rules, Packet.tcp(source, "10.9.0.7", 22)))
                        .as(source)
                        .isEqualTo(permitted);
            }
        }
    }

    @Test
    void countsTheLoadBalancerNotToTheInternet() {
        var rules =
                Format.AZURE_NSG.read(group("a", rule(100, "Deny", ", \"sourceAddressPrefix\": \"Internet\"")), GUARD);

        assertThat(Verdicts.permits(rules, Packet.tcp("168.63.129.16", "10.9.0.7", 80)))
                .isTrue();
        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
    }

    @Test
    void keepsTheKnownPartOfARuleKnown() {
        var mixed = ", \"sourceAddressPrefixes\": [\"198.51.100.0/24\", \"Storage\"]";
        var permits = Format.AZURE_NSG.read(group("a", rule(100, "Allow", mixed)), GUARD);
        var denies = Format.AZURE_NSG.read(group("a", rule(100, "Deny", mixed), rule(200, "Allow", "")), GUARD);

        assertThat(Verdicts.decider(permits, HTTPS))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isFalse());
        assertThat(Verdicts.decider(permits, Packet.tcp("203.0.113.7", "10.9.0.7", 443)))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(denies, HTTPS)).isFalse();
        assertThat(Verdicts.permits(denies, Packet.tcp("203.0.113.7", "10.9.0.7", 443)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"Name": "a", "SecurityRules": [{"Name": "r", "Protocol": "Tcp", "SourcePortRange": ["*"], "DestinationPortRange": ["22", "443"], "SourceAddressPrefix": ["198.51.100.0/24"], "DestinationAddressPrefix": ["*"], "Access": "Allow", "Priority": 100, "Direction": "Inbound"}], "DefaultSecurityRules": []}]
            [{"name": "r", "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/a/securityRules/r", "type": "Microsoft.Network/networkSecurityGroups/securityRules", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "443", "access": "Allow", "priority": 100, "direction": "Inbound"}]
            {"resources": [{"name": "a", "type": "Microsoft.Network/networkSecurityGroups", "properties": {}, "resources": [{"name": "r", "type": "securityRules", "properties": {"protocol": "Tcp", "destinationPortRange": "443", "access": "Allow", "priority": 100, "direction": "Inbound"}}]}]}
            """)
    void readsTheSameGroupInEveryShape(String text) {
        var rules = Format.AZURE_NSG.read(text, GUARD.with(GuardSelector.Key.NSG, "a"));

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 80)))
                .isFalse();
        assertThat(rules.hasOpaque()).isFalse();
    }

    @Test
    void callsAnUnknownVirtualNetworkOpaqueAndPrivate() {
        var rules = Format.AZURE_NSG.read(group("a"), GuardSelector.unnamed());

        assertThat(rules.opaque()).hasSize(1);
        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("192.168.1.1", "10.9.0.7", 22)))
                .isTrue();
    }

    @Test
    void letsTrafficPassBothOfTwoGroups() {
        var text = "{\"value\": [" + group("subnet", rule(100, "Allow", "")) + ","
                + group("nic", rule(100, "Allow", ", \"destinationPortRange\": \"443\"")) + "]}";
        var rules = Format.AZURE_NSG.read(text, GUARD.with(GuardSelector.Key.NSG, "subnet", "nic"));

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("10.9.0.9", "10.9.0.7", 22)))
                .isTrue();
    }

    @Test
    void readsTemplatesAndFlatListings() {
        var template = "{\"resources\": [" + group("a") + ", {\"type\": \"Microsoft.Network/virtualNetworks\","
                + "\"properties\": {\"addressSpace\": {\"addressPrefixes\": [\"10.9.0.0/16\"]}}},"
                + "{\"type\": \"Microsoft.Network/networkSecurityGroups/securityRules\", \"name\": \"a/r1\", \"properties\": {"
                + "\"priority\": 100, \"access\": \"Allow\", \"direction\": \"Inbound\", \"protocol\": \"*\"}}]}";
        var listing =
                "[{\"name\": \"a\", \"securityRules\": [{\"name\": \"r\", \"priority\": 100, \"access\": \"Allow\","
                        + "\"direction\": \"Inbound\", \"protocol\": \"Tcp\", \"destinationPortRange\": \"443\"}]}]";

        assertThat(Verdicts.permits(Format.AZURE_NSG.read(template, GuardSelector.unnamed()), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(Format.AZURE_NSG.read(listing, GUARD), HTTPS))
                .isTrue();
    }

    @Test
    void readsRulesThatLeave() {
        RuleSet rules = Format.AZURE_NSG.read(group("a"), GUARD.with(GuardSelector.Key.DIRECTION, "OUT"));

        assertThat(Verdicts.permits(rules, Packet.tcp("10.9.0.7", "198.51.100.7", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("10.9.0.7", "10.10.0.7", 443)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "destinationPortRange": "http"          | port
            , "destinationPortRange": "70000"         | port
            , "sourceAddressPrefix": "10.0.0.999"     | address
            """)
    void takesBadRulesForAnything(String properties, String reason) {
        var rules = Format.AZURE_NSG.read(group("a", rule(100, "Allow", properties)), GUARD);

        assertThat(rules.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("line 2: this counts as a permit: ")
                        .contains(reason));
        assertThat(Verdicts.decider(rules, HTTPS))
                .hasValueSatisfying(rule -> assertThat(rule.opaque()).contains(reason));
    }

    @Test
    void refusesOtherDocuments() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.AZURE_NSG.read("{\"SecurityGroups\": []}", GUARD))
                .withMessageContaining("network security group");
    }

    @Test
    void doubtsWhatIsConnectedToAVirtualNetwork() {
        var document = "{\"resources\": [" + group("a") + ", {\"type\": \"Microsoft.Network/virtualNetworks\","
                + "\"properties\": {\"addressSpace\": {\"addressPrefixes\": [\"10.9.0.0/16\"]}}}]}";
        var rules = Format.AZURE_NSG.read(document, GuardSelector.unnamed());

        assertThat(Verdicts.decider(rules, Packet.tcp("10.9.1.7", "10.9.0.7", 22)))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isFalse());
        assertThat(Verdicts.decider(rules, Packet.tcp("192.168.1.7", "10.9.0.7", 22)))
                .hasValueSatisfying(rule -> assertThat(rule.opaque()).contains("connected networks"));
        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("192.168.1.7", "10.8.0.7", 22)))
                .isFalse();
    }

    @Test
    void readsWordsOfAnyCase() {
        var rule = rule(100, "allow", ", \"destinationPortRange\": \"443\"").replace("Inbound", "INBOUND");

        assertThat(Verdicts.permits(Format.AZURE_NSG.read(group("a", rule), GUARD), HTTPS))
                .isTrue();
    }
}
