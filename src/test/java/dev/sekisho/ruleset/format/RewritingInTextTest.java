package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Rewriting;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RULES_JSON    | {}                                                                   | NONE",
                "IPTABLES_SAVE | *nat\\n:PREROUTING ACCEPT\\nCOMMIT\\n*filter\\nCOMMIT                | NONE",
                "IPTABLES_SAVE | *nat\\n-A PREROUTING -j DNAT --to 10.0.0.1\\nCOMMIT                  | NONE",
                "IPTABLES_SAVE | *nat\\n-A POSTROUTING -o eth0 -j MASQUERADE\\nCOMMIT\\n*filter       | SOURCES",
                "IPTABLES_SAVE | *nat\\n-A POSTROUTING --jump SNAT --to-source 10.0.0.1\\nCOMMIT      | SOURCES",
                "IPTABLES_SAVE | *filter\\n:FORWARD DROP\\nCOMMIT                                     | UNKNOWN",
                "IPTABLES_SAVE | *nat\\nCOMMIT\\n*filter\\nCOMMIT\\n*filter\\nCOMMIT                  | UNKNOWN",
                "IPTABLES_SAVE | -P FORWARD DROP\\n-A FORWARD -j ACCEPT                               | UNKNOWN",
                "NFTABLES_JSON | table ip n {\\n chain c {\\n type nat hook prerouting priority 0;     | NONE",
                "NFTABLES_JSON | table ip n {\\n chain c {\\n type nat hook p; oif x masquerade        | SOURCES",
                "NFTABLES_JSON | table ip n {\\n type nat; ip saddr set 10.0.0.1                       | SOURCES",
                "NFTABLES_JSON | {'chain': {'type': 'nat'}}, {'snat': {'addr': 'x'}}                  | SOURCES",
                "NFTABLES_JSON | {'chain': {'type': 'nat'}}, {'accept': null}                         | NONE",
                "NFTABLES_JSON | {'chain': {'type': 'filter'}}                                        | UNKNOWN",
                "CISCO_ASA     | ASA Version 9.1\\naccess-list A permit ip any any                     | NONE",
                "CISCO_ASA     | ASA Version 9.1\\nobject network o\\n nat (inside,outside) static x   | SOURCES",
                "CISCO_ASA     | ASA Version 8.0\\nglobal (outside) 1 interface                        | SOURCES",
                "CISCO_ASA     | access-list A line 1 extended permit ip any any                       | UNKNOWN",
                "CISCO_IOS     | version 15.2\\naccess-list 1 permit any                               | NONE",
                "CISCO_IOS     | version 15.2\\ninterface f0\\n ip nat inside                          | SOURCES",
                "CISCO_IOS     | Extended IP access list 101\\n 10 permit ip any any                   | UNKNOWN",
                "FORTIOS       | config system global\\nend\\nconfig firewall policy\\n edit 1         | NONE",
                "FORTIOS       | #config-version=FGT60F-7.2\\nconfig firewall policy\\n edit 1       | NONE",
                "FORTIOS       | config firewall policy\\n edit 1\\n  set action accept                | UNKNOWN",
                "FORTIOS       | config system global\\nend\\nconfig firewall policy\\n  set nat enable | SOURCES",
                "PANOS         | <rulebase><nat><rules/></nat></rulebase>                             | NONE",
                "PANOS         | <nat><rules><entry><source-translation>                              | SOURCES",
                "PANOS         | set rulebase nat rules r nat-type nptv6                              | SOURCES",
                "PANOS         | set rulebase security rules r action allow                           | UNKNOWN",
                "JUNOS         | set security nat destination rule-set r rule a then destination-nat pool p | NONE",
                "JUNOS         | set security nat source rule-set r rule a then source-nat interface        | SOURCES",
                "JUNOS         | nat {\\n source { rule-set r { rule a { then { source-nat { pool { p; } } } } } } | SOURCES",
                "JUNOS         | set security nat static rule-set r rule a then static-nat prefix 10.0.0.5/32 | SOURCES",
                "JUNOS         | set version 20.4R3\\nset system host-name a                          | NONE",
                "JUNOS         | version 20.4R3;\\nsecurity {                                         | NONE",
                "JUNOS         | policies { from-zone a to-zone b {                                   | UNKNOWN",
                "CHECKPOINT    | {'name': 'Network', 'rulebase': [{'type': 'access-rule'}]}           | UNKNOWN",
                "CHECKPOINT    | {'rulebase': [{'type': 'nat-section', 'rulebase': []}]}              | NONE",
                "CHECKPOINT    | {'rulebase': [{'type': 'nat-rule', 'method': 'hide'}]}               | SOURCES",
                "CHECKPOINT    | {'type': 'nat-section'}, {'nat-settings': {'auto-rule': true}}       | SOURCES",
                "AWS_VPC       | {}                                                                   | UNKNOWN",
                "AZURE_NSG     | {}                                                                   | UNKNOWN"
            })
    void tellsWhatTheDeviceDoesToSources(Format format, String text, Rewriting rewriting) {
        var configuration = text.replace("\\n", "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThat(format.rewriting(configuration)).isEqualTo(rewriting);
    }

    @Test
    void ofWhatWasStoredBeforeOnlyTheNeutralFormIsKnown() {
        assertThat(Format.RULES_JSON.rewriting(null)).isEqualTo(Rewriting.NONE);
        assertThat(Format.FORTIOS.rewriting(null)).isEqualTo(Rewriting.UNKNOWN);
    }
}
