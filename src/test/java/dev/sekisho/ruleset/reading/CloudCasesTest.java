package dev.sekisho.ruleset.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS and Azure let pass though it is not, or not all, in their rules. */
class CloudCasesTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet SSH6 = Packet.tcp("2001:db8:1::7", "2001:db8:2::5", 22);

    private static String resource(String name) throws IOException {
        try (var stream = CloudCasesTest.class.getResourceAsStream("/firewall/cases/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersEachCase() throws IOException {
        var aws = Format.AWS_VPC.read(
                resource("aws-all-with-ports.json"), GuardSelector.unnamed().with(Key.SECURITY_GROUP, "sg-1"));
        var azure = Format.AZURE_NSG.read(resource("az-tag-deny-vnet-private.json"), GuardSelector.unnamed());

        assertThat(Verdicts.permits(aws, Packet.tcp("198.51.100.7", "10.0.0.5", 3389)))
                .isTrue();
        assertThat(Verdicts.permits(azure, SSH)).isTrue();
    }

    private static final String GROUP = """
            {"SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissions": [
            {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, PEERS}]}] MORE}""";

    private static RuleSet group(String peers, String more) {
        return Format.AWS_VPC.read(
                GROUP.replace("PEERS", peers).replace("MORE", more),
                GuardSelector.unnamed().carryingIpv6());
    }

    @Test
    void deniesInAwsBothFamiliesByItself() {
        var four = group("\"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]", "");
        var six = group("\"Ipv6Ranges\": [{\"CidrIpv6\": \"::/0\"}]", "");

        assertThat(four.hasOpaque() || six.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(four, SSH)).isTrue();
        assertThat(Verdicts.permits(four, SSH6)).isFalse();
        assertThat(Verdicts.permits(six, SSH)).isFalse();
        assertThat(Verdicts.permits(six, SSH6)).isTrue();
    }

    @Test
    void takesAFieldOfAPermissionItDoesNotKnowForAnybody() {
        var rules = group("\"Frobnicate\": [{\"Id\": 7}]", "");

        assertThat(Verdicts.decider(rules, SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(group("\"Frobnicate\": []", "").rules()).isEmpty();
    }

    @Test
    void countsOnThoseMembersOfAGroupThatInstancesDoNotShow() {
        var known =
                ", \"Vpcs\": [{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.0.0/16\", \"CidrBlockAssociationSet\": []}],"
                        + " \"Instances\": [{\"InstanceId\": \"i-1\", \"PrivateIpAddress\": \"10.0.0.9\", \"NetworkInterfaces\": [],"
                        + " \"SecurityGroups\": [{\"GroupId\": \"sg-1\"}]}, {\"InstanceId\": \"i-2\", \"PrivateIpAddress\":"
                        + " \"10.0.0.10\", \"NetworkInterfaces\": []}]";
        var rules = group("\"UserIdGroupPairs\": [{\"GroupId\": \"sg-1\"}]", known);

        assertThat(Verdicts.decider(rules, Packet.tcp("10.0.0.9", "10.0.0.5", 22)))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isFalse());
        assertThat(Verdicts.permits(rules, Packet.tcp("10.0.0.10", "10.0.0.5", 22)))
                .isFalse();
        assertThat(Verdicts.decider(rules, Packet.tcp("10.0.7.7", "10.0.0.5", 22)))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(rules, SSH)).isFalse();
    }

    private static final String ACL = """
            {"NetworkAcls": [{"NetworkAclId": "acl-1", "VpcId": "vpc-1", "Associations": [{"SubnetId": "s-1"}], "Entries": [
            {"RuleNumber": 1, "Protocol": "-1", "Egress": false, "RuleAction": "deny", "CidrBlock": "0.0.0.0/0" CONDITION},
            {"RuleNumber": 2, "Protocol": "-1", "Egress": false, "RuleAction": "allow", "CidrBlock": "0.0.0.0/0"}]}] MORE}""";

    private static RuleSet acl(String condition, String more) {
        return Format.AWS_VPC.read(ACL.replace("CONDITION", condition).replace("MORE", more), GuardSelector.unnamed());
    }

    @Test
    void takesAFieldOfAnEntryItDoesNotKnowForACondition() {
        assertThat(Verdicts.permits(acl("", ""), SSH)).isFalse();
        assertThat(Verdicts.permits(acl(", \"Frobnicate\": 7", ""), SSH)).isTrue();
        assertThat(Verdicts.permits(acl(", \"Frobnicate\": null", ""), SSH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            , "Subnets": [{"SubnetId": "s-1", "CidrBlock": "10.0.0.0/24"}]                                   | 10.0.0.9 | true  | false
            , "Subnets": [{"SubnetId": "s-1", "CidrBlock": "10.0.0.0/24"}]                                   | 10.0.1.9 | false |
            , "Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "CidrBlockAssociationSet": []}]        | 10.0.1.9 | true  | true
            , "Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "CidrBlockAssociationSet": []}]        | 10.1.1.9 | false |
            `` | 10.1.1.9 | true | true
            `` | 198.51.100.7 | false |
            """)
    void judgesWithANetworkAclNothingThatStaysWithinASubnet(
            String more, String source, boolean permitted, Boolean opaque) {
        var decider = Verdicts.decider(acl("", more), Packet.tcp(source, "10.0.0.5", 22))
                .orElseThrow();

        assertThat(decider.effect() == Action.PERMIT).isEqualTo(permitted);
        if (opaque != null) {
            assertThat(decider.isOpaque()).isEqualTo(opaque);
        }
    }

    private static String azure(String first, String more) {
        return "{\"name\": \"n\", \"type\": \"Microsoft.Network/networkSecurityGroups\", \"properties\": {\"securityRules\": ["
                + "{\"name\": \"a\", \"properties\": {\"priority\": 100, \"direction\": \"Inbound\", \"protocol\": \"*\","
                + " \"access\": \"" + first + "\"" + more + "}}, {\"name\": \"b\", \"properties\": {\"priority\": 200,"
                + " \"direction\": \"Inbound\", \"protocol\": \"*\", \"access\": \"Allow\"}}]}}";
    }

    @Test
    void takesAPropertyItDoesNotKnowForACondition() {
        var guard = GuardSelector.unnamed().withBehind("VirtualNetwork", AddressSet.of("10.0.0.0/16"));
        var denied = Format.AZURE_NSG.read(azure("Deny", ", \"frobnicate\": \"x\""), guard);
        var permitted = Format.AZURE_NSG.read(azure("Allow", ", \"frobnicate\": [7]"), guard);

        assertThat(Verdicts.permits(denied, SSH)).isTrue();
        assertThat(Verdicts.decider(permitted, SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(Format.AZURE_NSG.read(azure("Deny", ", \"frobnicate\": \"\""), guard), SSH))
                .isFalse();
    }

    @Test
    void decidesInAzureBothFamilies() {
        var denied =
                Format.AZURE_NSG.read(azure("Deny", ""), GuardSelector.unnamed().carryingIpv6());

        assertThat(Verdicts.permits(denied, SSH6)).isFalse();
        assertThat(Verdicts.permits(
                        Format.AZURE_NSG.read(
                                azure("Deny", ", \"sourceAddressPrefix\": \"0.0.0.0/0\""), GuardSelector.unnamed()),
                        SSH6))
                .isTrue();
    }
}
