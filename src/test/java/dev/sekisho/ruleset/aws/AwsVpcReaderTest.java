package dev.sekisho.ruleset.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsVpcReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static RuleSet read(String permissions, String more) {
        return Format.AWS_VPC.read(
                "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"web\", \"VpcId\": \"vpc-1\",\n\"IpPermissions\": ["
                        + permissions + "]}]" + more + "}",
                GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]                                        | true
            "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "198.51.100.0/24"}] | true
            "IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535, "IpRanges": [{"CidrIp": "198.51.100.0/24"}] | true
            "IpProtocol": "tcp", "FromPort": 22, "ToPort": 80, "IpRanges": [{"CidrIp": "198.51.100.0/24"}]   | false
            "IpProtocol": "tcp", "FromPort": null, "ToPort": null, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]     | true
            "IpProtocol": "6", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]         | true
            "IpProtocol": "tcp", "FromPort": -1, "ToPort": -1, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]         | true
            "IpProtocol": "udp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]       | false
            "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "Ipv6Ranges": [{"CidrIpv6": "::/0"}]        | false
            "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": []                              | false
            "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "PrefixListIds": [{"PrefixListId": "pl-1"}] | true
            "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [{"GroupId": "sg-1"}]   | true
            """)
    void matchesAsTheCloudDoes(String permission, boolean permitted) {
        var rules = read("{" + permission + "}", """
                , "PrefixLists": [{"PrefixListId": "pl-1", "Cidrs": ["198.51.100.0/24"]}],
                "NetworkInterfaces": [{"PrivateIpAddress": "198.51.100.7", "Groups": [{"GroupId": "sg-1"}]}]""");

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @Test
    void readsMessageTypes() {
        var rules = read(
                "{\"IpProtocol\": \"icmp\", \"FromPort\": 8, \"ToPort\": -1, \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}",
                "");

        assertThat(Verdicts.permits(rules, Packet.icmp("198.51.100.7", "10.9.0.7", 8)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.icmp("198.51.100.7", "10.9.0.7", 13)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, 0, 0", "47, 0, 65535", "132, 80, 80"})
    void permitsAllOfAProtocolWithoutPorts(String protocol, int from, int to) {
        var group = read(
                "{\"IpProtocol\": \"" + protocol + "\", \"FromPort\": " + from + ", \"ToPort\": " + to
                        + ", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}",
                "");
        var acl = Format.AWS_VPC.read(
                "{\"NetworkAcls\": [{\"NetworkAclId\": \"acl-1\", \"Entries\": [{\"RuleNumber\": 1, \"Protocol\": \""
                        + protocol
                        + "\", \"Egress\": false, \"RuleAction\": \"allow\", \"CidrBlock\": \"0.0.0.0/0\","
                        + " \"PortRange\": {\"From\": " + from + ", \"To\": " + to + "}}]}]}",
                GuardSelector.unnamed());
        var packet = new Packet("198.51.100.7", "10.9.0.7", Integer.parseInt(protocol), 9, 9);

        assertThat(Verdicts.permits(group, packet)).isTrue();
        assertThat(Verdicts.permits(acl, packet)).isTrue();
    }

    private static final String GROUP =
            "{\"GroupId\": \"sg-1\", \"VpcId\": \"vpc-1\", \"IpPermissions\": [{\"IpProtocol\": \"tcp\","
                    + " \"FromPort\": 443, \"ToPort\": 443, \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}]}";
    private static final String ACL =
            "{\"NetworkAclId\": \"acl-1\", \"VpcId\": \"vpc-1\", \"Associations\": [{\"SubnetId\":"
                    + " \"subnet-1\"}], \"Entries\": [{\"RuleNumber\": 100, \"Protocol\": \"-1\", \"Egress\": false,"
                    + " \"RuleAction\": \"allow\", \"CidrBlock\": \"198.51.100.0/24\"}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"SecurityGroups": [GROUP], "NetworkAcls": [ACL]}
            {"SecurityGroups": [GROUP]} {"NetworkAcls": [ACL]}
            [{"SecurityGroups": [GROUP]}, {"NetworkAcls": [ACL]}]
            [GROUP, ACL]
            [[GROUP], [ACL]]
            [GROUP] [ACL]
            {"status_code": 200, "data": {"SecurityGroups": [GROUP]}} {"status_code": 200, "data": {"NetworkAcls": [ACL]}}
            """)
    void readsTheSameAnswersInEveryShape(String text) {
        var rules = Format.AWS_VPC.read(text.replace("GROUP", GROUP).replace("ACL", ACL), GuardSelector.unnamed());

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
    }

    @Test
    void countsOnlyTheAclOfASubnetThatIsNamedAlone() {
        var text = "{\"SecurityGroups\": [" + GROUP + "], \"NetworkAcls\": [" + ACL + "]}";
        var rules = Format.AWS_VPC.read(text, GuardSelector.unnamed().with(Key.SUBNET, "subnet-1"));

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isTrue();
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(
                        () -> Format.AWS_VPC.read(text, GuardSelector.unnamed().with(Key.SUBNET, "subnet-9")))
                .withMessageEndingWith("it has subnet-1");
    }

    @Test
    void asksWhichOfSeveralAclsGuards() {
        var text = "{\"NetworkAcls\": [" + ACL + "," + ACL.replace("acl-1", "acl-2") + "]}";

        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.AWS_VPC.read(text, GuardSelector.unnamed()))
                .withMessageContaining("networkAcl")
                .withMessageEndingWith("it has acl-1, acl-2");
    }

    @ParameterizedTest
    @CsvSource({"UserIdGroupPairs, GroupId, sg-9", "PrefixListIds, PrefixListId, pl-9"})
    void callsUnknownReferencesOpaque(String field, String name, String id) {
        var rules = read("{\"IpProtocol\": \"tcp\", \"" + field + "\": [{\"" + name + "\": \"" + id + "\"}]}", "");

        assertThat(rules.opaque())
                .singleElement()
                .satisfies(rule -> assertThat(rule.opaque()).contains(id));
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
    }

    @Test
    void letsTrafficPassGroupAndNetworkAcl() {
        var rules = read("{\"IpProtocol\": \"-1\", \"IpRanges\": [{\"CidrIp\": \"198.51.100.0/24\"}]}", """
                , "NetworkAcls": [{"NetworkAclId": "acl-1", "VpcId": "vpc-1", "Entries": [
                {"RuleNumber": 32767, "Protocol": "-1", "Egress": false, "RuleAction": "deny", "CidrBlock": "0.0.0.0/0"},
                {"RuleNumber": 200, "Protocol": "6", "Egress": false, "RuleAction": "allow", "CidrBlock": "0.0.0.0/0"},
                {"RuleNumber": 50, "Protocol": "-1", "Egress": true, "RuleAction": "deny", "CidrBlock": "0.0.0.0/0"},
                {"RuleNumber": 100, "Protocol": "6", "Egress": false, "RuleAction": "deny", "CidrBlock": "0.0.0.0/0",
                 "PortRange": {"From": 22, "To": 23}}]}]""");

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"IpProtocol": "tcp", "FromPort": 70000, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]} | range of ports
            {"IpProtocol": "tcx", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}                    | protocol
            {"IpProtocol": "tcp", "IpRanges": [{"CidrIp": "10.0.0.0/33"}]}                  | CIDR
            {"IpRanges": [{"CidrIp": "10.0.0.0/8"}]}                                        | 'IpProtocol' is missing
            """)
    void takesBadPermissionsForAnything(String permission, String reason) {
        var rules = read(permission, "");

        assertThat(rules.opaque())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.opaque()).contains(reason));
        assertThat(rules.notes()).anyMatch(note -> note.startsWith("line 2: this counts as a permit: "));
    }

    @Test
    void asksWhichOfSeveralGroupsGuards() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.AWS_VPC.read(
                        "{\"SecurityGroups\": [{\"GroupId\": \"a\"}, {\"GroupId\": \"b\"}]}", GuardSelector.unnamed()))
                .withMessageContaining("it has a, b");
    }

    @ParameterizedTest
    @CsvSource({
        "input_basic_config_with_sg.json, basic_config_with_sg_all_vpcs_.txt",
        "input_aws_sg_1.json, aws_sg_1_all_vpcs_.txt"
    })
    void agreesWithAnotherAnalyzer(String configuration, String answers) throws IOException {
        var text = resource(configuration);
        var expected = resource(answers);
        var instances = instances(expected);

        for (var from : instances.entrySet()) {
            for (var to : instances.entrySet()) {
                if (from.equals(to)) {
                    continue;
                }
                var leaving = guarded(text, from.getKey(), "OUT");
                var entering = guarded(text, to.getKey(), "IN");
                for (var packet : packets(from.getKey(), to.getKey())) {
                    assertThat(Verdicts.permits(leaving, packet) && Verdicts.permits(entering, packet))
                            .as("%s", packet)
                            .isEqualTo(isExpected(expected, from.getValue(), to.getValue(), packet));
                }
            }
        }
        for (var name : List.of("dashboard", "proxy", "instance1")) {
            instances.entrySet().stream()
                    .filter(one -> one.getValue().equals(name))
                    .forEach(one -> assertThat(Verdicts.permits(
                                    guarded(text, one.getKey(), "IN"), Packet.tcp("198.51.100.7", one.getKey(), 22)))
                            .isTrue());
        }
    }

    private static RuleSet guarded(String text, String address, String direction) {
        var id = ConfigurationJson.parse(text).required("instances").items().stream()
                .filter(one -> one.list("NetworkInterfaces").stream()
                        .anyMatch(own -> own.text("PrivateIpAddress")
                                .filter(address::equals)
                                .isPresent()))
                .findFirst()
                .orElseThrow()
                .required("InstanceId")
                .text();
        return Format.AWS_VPC.read(
                text, GuardSelector.unnamed().with(Key.INSTANCE, id).with(Key.DIRECTION, direction));
    }

    private static List<Packet> packets(String from, String to) {
        return List.of(
                Packet.tcp(from, to, 9080),
                Packet.tcp(from, to, 22),
                Packet.udp(from, to, 53),
                Packet.icmp(from, to, 8));
    }

    private static boolean isExpected(String expected, String from, String to, Packet packet) {
        var line = Pattern.compile("(?m)^" + from + "\\[.*\\] => " + to + "\\[.*\\] : (.*)$")
                .matcher(expected);
        if (!line.find()) {
            return false;
        }
        var what = line.group(1);
        return what.equals("All Connections")
                || packet.protocol() == 6
                        && (!what.contains("dst-ports") || what.endsWith("dst-ports: " + packet.destinationPort()));
    }

    /** Address to name. */
    private static Map<String, String> instances(String expected) {
        var names = new java.util.TreeMap<String, String>();
        var found = Pattern.compile("(\\w+)\\[([0-9.]+)\\]").matcher(expected);
        while (found.find()) {
            names.put(found.group(2), found.group(1));
        }
        return names;
    }

    private static String resource(String name) throws IOException {
        try (var stream = AwsVpcReaderTest.class.getResourceAsStream("/firewall/npguard-aws/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
