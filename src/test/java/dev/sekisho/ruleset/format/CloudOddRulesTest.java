package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of clouds that their API would not take, and the listing of security group rules. */
class CloudOddRulesTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet WEB = Packet.tcp("198.51.100.7", "10.0.0.5", 80);

    private static RuleSet acl(String entry) {
        return Format.AWS_VPC.read(
                "{\"NetworkAcls\": [{\"NetworkAclId\": \"acl-1\", \"Associations\": [], \"Entries\": [\n{" + entry
                        + "}\n, {\"RuleNumber\": 200, \"Protocol\": \"6\", \"RuleAction\": \"allow\", \"Egress\": false,"
                        + " \"CidrBlock\": \"0.0.0.0/0\", \"PortRange\": {\"From\": 22, \"To\": 22}}]}]}",
                GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "RuleNumber": 1, "Protocol": "-1", "RuleAction": "deny", "Egress": false, "CidrBlock": "0.0.0.0/0"   | CLOSED | CLOSED
            "RuleNumber": 1, "Protocol": "-1", "RuleAction": "deny", "Egress": false, "CidrBlock": "0.0.0.0/99"  | OPEN   | CLOSED
            "RuleNumber": 1, "Protocol": "x", "RuleAction": "deny", "Egress": false, "CidrBlock": "0.0.0.0/0"    | OPEN   | CLOSED
            "Protocol": "-1", "RuleAction": "deny", "Egress": false, "CidrBlock": "0.0.0.0/0"                    | OPEN   | CLOSED
            "RuleNumber": 1, "Protocol": "-1", "RuleAction": "deny", "CidrBlock": "0.0.0.0/0"                    | OPEN   | CLOSED
            "RuleNumber": 1, "Protocol": "-1", "RuleAction": "maybe", "Egress": false, "CidrBlock": "0.0.0.0/0"  | DOUBT  | DOUBT
            "RuleNumber": 1, "Protocol": "-1", "RuleAction": "allow", "CidrBlock": "0.0.0.0/0"                   | DOUBT  | DOUBT
            "RuleNumber": "x", "Protocol": "-1", "RuleAction": "allow", "Egress": false, "CidrBlock": "0.0.0.0/0" | DOUBT | DOUBT
            "RuleNumber": 1, "Protocol": "6", "RuleAction": "allow", "Egress": false, "CidrBlock": "0.0.0.0/0", "PortRange": {"From": 90, "To": 80} | OPEN | CLOSED
            "RuleNumber": 1, "Protocol": "6", "RuleAction": "deny", "Egress": false, "CidrBlock": "0.0.0.0/0", "PortRange": {"From": 90, "To": 20}  | OPEN | CLOSED
            """)
    void anEntryOfANetworkAclIsReadAsFarAsItCan(String entry, Answer ssh, Answer web) {
        assertThat(Answer.of(acl(entry), SSH)).isEqualTo(ssh);
        assertThat(Answer.of(acl(entry), WEB)).isEqualTo(web);
    }

    private static RuleSet rules(String direction, String rules, String more) {
        return Format.AWS_VPC.read(
                "{\"SecurityGroupRules\": [" + rules + "]" + more + "}",
                GuardSelector.unnamed().with(Key.SECURITY_GROUP, "sg-1").with(Key.DIRECTION, direction));
    }

    private static String rule(String more) {
        return "{\"SecurityGroupRuleId\": \"sgr-1\", \"GroupId\": \"sg-1\", \"GroupOwnerId\": \"1\", \"IsEgress\": false,"
                + " \"IpProtocol\": \"tcp\", \"FromPort\": 22, \"ToPort\": 22, \"Tags\": [], " + more + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "CidrIpv4": "0.0.0.0/0"                              | OPEN   | CLOSED
            "CidrIpv4": "198.51.100.0/24", "Description": "x"    | OPEN   | CLOSED
            "CidrIpv4": "203.0.113.0/24"                         | CLOSED | CLOSED
            "CidrIpv6": "::/0"                                   | CLOSED | CLOSED
            "CidrIpv4": "0.0.0.0/77"                             | DOUBT  | DOUBT
            "PrefixListId": "pl-1"                               | DOUBT  | CLOSED
            "ReferencedGroupInfo": {"GroupId": "sg-2"}           | DOUBT  | CLOSED
            "CidrIpv4": "203.0.113.0/24", "MoonPhase": "full"    | DOUBT  | CLOSED
            "Other": ""                                          | DOUBT  | DOUBT
            """)
    void aRuleListedAloneIsReadAsAPermissionIs(String peer, Answer ssh, Answer web) {
        var read = rules("IN", rule(peer), "");

        assertThat(Answer.of(read, SSH)).isEqualTo(ssh);
        assertThat(Answer.of(read, WEB)).isEqualTo(web);
    }

    @Test
    void ofListedRulesEachDirectionCountsAlone() {
        var in = rule("\"CidrIpv4\": \"0.0.0.0/0\"");
        var out = in.replace("\"IsEgress\": false", "\"IsEgress\": true").replace("22", "80");
        var other = in.replace("sg-1", "sg-9").replace("22", "80");

        assertThat(Answer.of(rules("IN", in + "," + out + "," + other, ""), SSH))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules("IN", in + "," + out + "," + other, ""), WEB))
                .isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules("OUT", in + "," + out + "," + other, ""), WEB))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules("OUT", in + "," + out + "," + other, ""), SSH))
                .isEqualTo(Answer.CLOSED);
    }

    @Test
    void onePageOfRulesLeavesADoubt() {
        assertThat(Answer.of(rules("IN", rule("\"CidrIpv4\": \"203.0.113.0/24\""), ", \"NextToken\": \"x\""), SSH))
                .isEqualTo(Answer.DOUBT);
    }

    @Test
    void aGroupThatIsOnlyMentionedHasTheRulesListedBesideIt() {
        var mentioned = ", \"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"web\"}]";

        assertThat(Answer.of(rules("IN", rule("\"CidrIpv4\": \"198.51.100.7/32\""), mentioned), SSH))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules("IN", rule("\"CidrIpv4\": \"198.51.100.7/32\""), mentioned), WEB))
                .isEqualTo(Answer.CLOSED);
    }

    private static RuleSet azure(String rule) {
        return Format.AZURE_NSG.read(
                "{\"name\": \"n\", \"properties\": {\"securityRules\": [{\"name\": \"r\", \"properties\": {" + rule
                        + "}}, {\"name\": \"s\", \"properties\": {\"priority\": 200, \"access\": \"Allow\", \"direction\":"
                        + " \"Inbound\", \"protocol\": \"Tcp\", \"sourceAddressPrefix\": \"*\", \"destinationAddressPrefix\":"
                        + " \"*\", \"sourcePortRange\": \"*\", \"destinationPortRange\": \"22\"}}]}}",
                GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "priority": 100, "access": "Deny", "direction": "Inbound", "protocol": "*"                                       | CLOSED | CLOSED
            "priority": 100, "access": "Deny", "direction": "Inbound", "protocol": "x"                                       | OPEN   | CLOSED
            "priority": 100, "access": "Deny", "direction": "Inbound"                                                        | OPEN   | CLOSED
            "access": "Deny", "direction": "Inbound", "protocol": "*"                                                        | OPEN   | CLOSED
            "priority": 100, "access": "Deny", "direction": "Sideways", "protocol": "*"                                      | OPEN   | CLOSED
            "priority": 100, "access": "Deny", "direction": "Inbound", "protocol": "*", "destinationPortRange": "90-20"      | OPEN   | CLOSED
            "priority": 100, "access": "Maybe", "direction": "Inbound", "protocol": "*"                                      | DOUBT  | DOUBT
            "access": "Allow", "direction": "Inbound", "protocol": "*"                                                       | DOUBT  | DOUBT
            "priority": 100, "access": "Allow", "direction": "Inbound", "protocol": "*", "sourceAddressPrefix": "10.0.0.999" | DOUBT  | DOUBT
            "priority": 100, "access": "Allow", "direction": "Inbound", "protocol": "*", "destinationPortRange": "90-80"     | OPEN   | CLOSED
            """)
    void aRuleOfAzureIsReadAsFarAsItCan(String rule, Answer ssh, Answer web) {
        assertThat(Answer.of(azure(rule), SSH)).isEqualTo(ssh);
        assertThat(Answer.of(azure(rule), WEB)).isEqualTo(web);
    }
}
