package dev.sekisho.ruleset.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers, listings and templates of cloud providers leave out decides nothing. */
class CloudGapsTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);

    private static RuleSet aws(String text, Key key, String name) {
        return Format.AWS_VPC.read(text, GuardSelector.unnamed().with(key, name));
    }

    private static RuleSet azure(String text) {
        return Format.AZURE_NSG.read(text, GuardSelector.unnamed().with(Key.NSG, "nsg1"));
    }

    private static boolean isDoubtful(RuleSet rules) {
        return Verdicts.decider(rules, SSH).filter(Rule::isOpaque).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"web\"}]}",
                "{\"InstanceId\": \"i-1\", \"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"web\"}]}"
            })
    void takesAGroupThatIsOnlyMentionedForUnknown(String text) {
        assertThat(isDoubtful(aws(text, Key.SECURITY_GROUP, "sg-1"))).isTrue();
    }

    @Test
    void takesAnAclWithoutEntriesForUnknown() {
        var acl = "{\"NetworkAcls\": [{\"NetworkAclId\": \"acl-1\" MORE}]}";

        assertThat(isDoubtful(aws(acl.replace("MORE", ""), Key.NETWORK_ACL, "acl-1")))
                .isTrue();
        assertThat(Verdicts.permits(aws(acl.replace("MORE", ", \"Entries\": []"), Key.NETWORK_ACL, "acl-1"), SSH))
                .isFalse();
    }

    private static final String DENY = "{\"RuleNumber\": 32767, \"RuleAction\": \"deny\", \"CidrBlock\": \"0.0.0.0/0\","
            + " \"Protocol\": \"-1\", \"Egress\": false}";

    private static String acl(String id, String subnet, String entries, String more) {
        return "{\"NetworkAclId\": \"" + id + "\", \"VpcId\": \"vpc-1\"" + more + ", \"Entries\": [" + entries
                + "], \"Associations\": [{\"SubnetId\": \"" + subnet + "\"}]}";
    }

    private static final String OPEN_GROUP = """
            "SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissions": [
             {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]""";

    @ParameterizedTest
    @CsvSource({"allow, true", "deny, false"})
    void letsInWhatTheAclOfAnySubnetOfAnInstanceLetsIn(String second, boolean permitted) {
        var text = "{" + OPEN_GROUP + ", \"NetworkAcls\": [" + acl("acl-a", "subnet-a", DENY, "") + ","
                + acl("acl-b", "subnet-b", DENY.replace("deny", second), "") + "],"
                + "\"Instances\": [{\"InstanceId\": \"i-1\", \"SubnetId\": \"subnet-a\","
                + " \"SecurityGroups\": [{\"GroupId\": \"sg-1\"}], \"NetworkInterfaces\": ["
                + "{\"SubnetId\": \"subnet-a\"}, {\"SubnetId\": \"subnet-b\"}]}]}";

        assertThat(Verdicts.permits(aws(text, Key.INSTANCE, "i-1"), SSH)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                    | ``                   | false
            `, "IsDefault": true` | ``                   | false
            `, "IsDefault": false`| ``                   | true
            ``                    | `, "NextToken": "x"` | true
            """)
    void countsAnAclNobodyNamedOnlyIfThereIsNoOther(String more, String answer, boolean permitted) {
        var text =
                "{" + OPEN_GROUP + ", \"NetworkAcls\": [" + acl("acl-a", "subnet-a", DENY, more) + "]" + answer + "}";

        assertThat(Verdicts.permits(aws(text, Key.SECURITY_GROUP, "sg-1"), SSH)).isEqualTo(permitted);
    }

    @Test
    void takesOnePageOfSeveralForAPart() {
        var closed =
                "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"VpcId\": \"vpc-1\", \"IpPermissions\": []}] MORE}";
        var page = closed.replace("MORE", ", \"NextToken\": \"x\"");

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> aws(page, Key.VPC, "vpc-1"))
                .withMessageContaining("one page of several");
        assertThat(Verdicts.permits(aws(page + "{" + OPEN_GROUP.replace("sg-1", "sg-2") + "}", Key.VPC, "vpc-1"), SSH))
                .isTrue();
        assertThat(Verdicts.permits(aws(page, Key.SECURITY_GROUP, "sg-1"), SSH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "', \"NextToken\": \"x\"', true"})
    void knowsAllMembersOfAGroupOnlyFromAllPages(String answer, boolean permitted) {
        var text = """
                {"SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissions": [{"IpProtocol": "-1",
                 "UserIdGroupPairs": [{"GroupId": "sg-1"}]}]}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "e-1", "PrivateIpAddress": "10.0.0.9",
                 "Groups": [{"GroupId": "sg-1"}]}] MORE}""".replace("MORE", answer);

        assertThat(Verdicts.permits(aws(text, Key.SECURITY_GROUP, "sg-1"), SSH)).isEqualTo(permitted);
    }

    private static final String RULE = """
            "properties": {"priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "*",
             "sourceAddressPrefix": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*",
             "destinationPortRange": "22"}""";
    private static final String RULES = "Microsoft.Network/networkSecurityGroups/securityRules";

    private static String template(String properties, String... others) {
        var group = "{\"type\": \"Microsoft.Network/networkSecurityGroups\", \"apiVersion\": \"2020-05-01\","
                + " \"name\": \"nsg1\", \"properties\": {" + properties + "}}";
        return "{\"resources\": [" + group + (others.length == 0 ? "" : ",") + String.join(",", others) + "]}";
    }

    @Test
    void takesAGroupOfAMereListingForUnknown() {
        assertThat(
                        isDoubtful(
                                azure(
                                        "[{\"name\": \"nsg1\", \"type\": \"Microsoft.Network/networkSecurityGroups\", \"properties\": null}]")))
                .isTrue();
        assertThat(Verdicts.permits(azure(template("")), SSH)).isFalse();
    }

    @Test
    void takesRulesMadeInALoopForUnknown() {
        assertThat(isDoubtful(azure(template("\"copy\": [{\"name\": \"securityRules\", \"count\": 3}]"))))
                .isTrue();
    }

    @Test
    void givesARuleWhoseGroupIsAnExpressionToEach() {
        var rule = "{\"type\": \"" + RULES + "\", \"name\": \"[concat('nsg1', '/ssh')]\", " + RULE + "}";

        assertThat(isDoubtful(azure(template("", rule)))).isTrue();
    }

    @Test
    void readsDeploymentsWithinATemplate() {
        var rule = "{\"type\": \"" + RULES + "\", \"name\": \"nsg1/ssh\", " + RULE + "}";
        var nested = "{\"type\": \"Microsoft.Resources/deployments\", \"name\": \"n\", \"properties\": {\"template\":"
                + " {\"resources\": [" + rule + "]}}}";

        assertThat(Verdicts.permits(azure(template("", nested)), SSH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "', \"nextLink\": \"https://example.com/2\"', true"})
    void takesOnePageOfRulesForAPart(String link, boolean permitted) {
        var rule = "{\"type\": \"" + RULES + "\", \"name\": \"nsg1/ssh\", " + RULE.replace("Allow", "Deny") + "}";

        assertThat(Verdicts.permits(azure("{\"value\": [" + rule + "]" + link + "}"), SSH))
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"Microsoft.Network/localNetworkGateways\", \"properties\": {\"localNetworkAddressSpace\": SPACE}}",
                "{\"type\": \"Microsoft.Network/virtualNetworks\", \"properties\": {\"addressSpace\": {\"addressPrefixes\":"
                        + " [\"10.0.0.0/16\"]}, \"virtualNetworkPeerings\": [{\"properties\": {\"remoteAddressSpace\": SPACE}}]}}"
            })
    void countsWhatIsConnectedToTheVirtualNetwork(String resource) {
        var connected = resource.replace("SPACE", "{\"addressPrefixes\": [\"198.51.100.0/24\"]}");
        var deny = "\"securityRules\": [{\"name\": \"d\", "
                + RULE.replace("Allow", "Deny")
                        .replace("\"sourceAddressPrefix\": \"*\"", "\"sourceAddressPrefix\": \"Internet\"")
                + "}]";

        assertThat(isDoubtful(azure(template("", connected)))).isTrue();
        assertThat(isDoubtful(azure(template(deny, connected)))).isTrue();
        assertThat(Verdicts.permits(azure(template(deny)), SSH)).isFalse();
    }
}
