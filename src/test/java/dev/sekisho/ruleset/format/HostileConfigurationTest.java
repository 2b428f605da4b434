package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is sent ends in rules or in a refusal that says where, in bounded time and space, and echoes no secret. */
class HostileConfigurationTest {

    private static final Map<Format, String> SAMPLES = Map.ofEntries(
            Map.entry(
                    Format.RULES_JSON,
                    "{\"defaultAction\": \"DENY\",\n \"rules\": [{\"action\": \"PERMIT\", \"sources\": [\"10.0.0.0/8\"]}]}"),
            Map.entry(
                    Format.IPTABLES_SAVE,
                    "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -s 10.0.0.0/8 -m comment --comment \"password CANARY\""
                            + " -p tcp -m tcp --dport 443 -j ACCEPT\n-A FORWARD -m frob --key CANARY -j DROP\nCOMMIT\n"),
            Map.entry(
                    Format.NFTABLES_JSON,
                    "{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"f\", \"name\": \"forward\", \"hook\":"
                            + " \"forward\"}}, {\"rule\": {\"family\": \"ip\", \"table\": \"f\", \"chain\": \"forward\", \"comment\":"
                            + " \"CANARY\", \"expr\": [{\"accept\": null}]}}]}"),
            Map.entry(
                    Format.CISCO_ASA,
                    ": Saved\nhostname a\nenable password CANARY encrypted\nsnmp-server community CANARY\nusername x password"
                            + " CANARY\naccess-list A remark CANARY\naccess-list A extended permit tcp any any eq 443\n: end\n"),
            Map.entry(
                    Format.CISCO_IOS,
                    "version 15.2\nenable secret 5 $1$CANARY$CANARY\ncrypto isakmp key CANARY address 0.0.0.0\n"
                            + "access-list 101 remark CANARY\naccess-list 101 permit tcp any any eq 443\nend\n"),
            Map.entry(
                    Format.FORTIOS,
                    "config vpn ipsec phase1-interface\n edit \"p\"\n  set psksecret ENC CANARY\n next\nend\nconfig firewall"
                            + " policy\n edit 1\n  set name \"psk CANARY\"\n  set comments \"CANARY\"\n  set action accept\n  set srcaddr all\n"
                            + "  set dstaddr all\n  set service ALL\n next\nend\n"),
            Map.entry(
                    Format.PANOS,
                    "<?xml version=\"1.0\"?>\n<config version=\"10.1.0\"><mgt-config><users><entry name=\"a\"><phash>CANARY</phash>"
                            + "</entry></users></mgt-config><devices><entry name=\"localhost.localdomain\"><vsys><entry"
                            + " name=\"vsys1\"><rulebase><security><rules><entry name=\"psk CANARY\"><description>CANARY"
                            + "</description><from><member>u</member></from><to><member>t</member></to><source><member>any"
                            + "</member></source><destination><member>key CANARY</member></destination><application><member>any"
                            + "</member></application><service><member>any</member></service><action>allow</action></entry>"
                            + "</rules></security></rulebase></entry></vsys></entry></devices></config>"),
            Map.entry(
                    Format.JUNOS,
                    "security {\n /* CANARY */\n ike { policy p { pre-shared-key ascii-text \"$9$CANARY\"; ## SECRET-DATA\n } }\n"
                            + " policies { from-zone u to-zone t { policy psk-CANARY { description \"CANARY\";\n match {"
                            + " source-address key-CANARY; destination-address any; application any; }\n then { permit; } } } } }"),
            Map.entry(
                    Format.CHECKPOINT,
                    "{\"uid\": \"1\", \"name\": \"Network\", \"from\": 1, \"to\": 2, \"total\": 2, \"rulebase\": [{\"type\":"
                            + " \"access-rule\", \"rule-number\": 1, \"name\": \"psk CANARY\", \"comments\": \"CANARY\", \"enabled\":"
                            + " true, \"source\": [\"2\"], \"destination\": [\"Any\"], \"service\": [\"key CANARY\"], \"action\":"
                            + " \"Accept\"}, {\"type\": \"access-rule\", \"rule-number\": 2, \"enabled\": \"key CANARY\", \"action\":"
                            + " \"secret CANARY\"}], \"objects-dictionary\": [{\"uid\": \"2\", \"name\": \"password CANARY\", \"type\":"
                            + " \"host\", \"ipv4-address\": \"CANARY\"}]}"),
            Map.entry(
                    Format.AWS_VPC,
                    "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"Description\": \"CANARY\", \"IpPermissions\": [{\"IpProtocol\":"
                            + " \"-1\", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\", \"Description\": \"CANARY\"}]}]}]}"),
            Map.entry(
                    Format.AZURE_NSG,
                    "{\"name\": \"n\", \"properties\": {\"securityRules\": [{\"name\": \"r\", \"properties\": {\"priority\": 100,"
                            + " \"description\": \"CANARY\", \"access\": \"Allow\", \"direction\": \"Inbound\", \"protocol\": \"*\"}}]}}"));

    private static final Random RANDOM = new Random(7);

    @ParameterizedTest
    @EnumSource
    void readsItsSampleAndEchoesNoSecret(Format format) {
        var rules = format.read(SAMPLES.get(format), GuardSelector.unnamed());

        assertThat(rules.rules()).isNotEmpty();
        assertThat(rules.toString()
                        + rules.rules().stream()
                                .map(rule -> rule.origin() + rule.opaque())
                                .toList())
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsCutShortAnywhere(Format format) {
        var whole = SAMPLES.get(format).strip();
        for (int end = 0; end < whole.length() - 4; end++) {
            var text = whole.substring(0, end);
            if (text.strip().endsWith("next\nend")) {
                // nothing marks the end of a FortiOS configuration, but one without policies is safe for nobody
                assertThat(format.read(text, GuardSelector.unnamed()).hasOpaque())
                        .isTrue();
                continue;
            }
            assertThatCode(() -> format.read(text, GuardSelector.unnamed()))
                    .as(text)
                    .isInstanceOf(UnreadableConfiguration.class)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("CANARY"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesDamage(Format format) {
        var whole = SAMPLES.get(format);
        for (int i = 0; i < 2000; i++) {
            var at = RANDOM.nextInt(whole.length());
            var damaged = whole.substring(0, at)
                    + (char) (' ' + RANDOM.nextInt(95))
                    + whole.substring(Math.min(whole.length(), at + RANDOM.nextInt(3)));
            refusesOrReads(format, damaged);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheOtherFormats(Format format) {
        SAMPLES.forEach((other, text) -> {
            if (other != format) {
                assertThatExceptionOfType(UnreadableConfiguration.class)
                        .as("%s as %s", other, format)
                        .isThrownBy(() -> format.read(text, GuardSelector.unnamed()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesBinaries(Format format) throws IOException {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(
                        () -> format.read(new ByteArrayInputStream(new byte[] {'a', 0, 1}), GuardSelector.unnamed()));
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> format.read(endless(), GuardSelector.unnamed()))
                .withMessageContaining("larger than");
    }

    @ParameterizedTest
    @EnumSource
    void endsOnTwentyMegabytesOfAnything(Format format) {
        for (var unit :
                new String[] {"a ", "\n", "[", "\"", "config a\n", "access-list 1 permit any\n", "interface a\n"}) {
            refusesOrReads(format, unit.repeat(19_000_000 / unit.length()));
        }
    }

    @Test
    void refusesAGuardTheFormatDoesNotKnow() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(
                        () -> Format.RULES_JSON.read(SAMPLES.get(Format.RULES_JSON), GuardSelector.chain("FORWARD")))
                .withMessageContaining("chain");
    }

    private static void refusesOrReads(Format format, String text) {
        try {
            format.read(text, GuardSelector.unnamed());
        } catch (UnreadableConfiguration refusal) {
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.column()).isPositive();
        } catch (UnsuitableGuard refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
    }
}
