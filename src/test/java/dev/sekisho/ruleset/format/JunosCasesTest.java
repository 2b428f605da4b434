package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of an SRX policy mean, one construct and one packet at a time, from untrust to trust. */
class JunosCasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy a:                                                                 | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a:                                                                 | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            policy a:                                                                 | 47 198.51.100.7 10.0.0.5         | OPEN
            policy a: then deny                                                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then deny; policy b:                                            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then reject; policy b:                                          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: ; policy b: then deny                                           | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit +then deny                                          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then deny +then permit                                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit +then count +then log session-init                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit application-services idp                            | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit application-services utm-policy junos-av-policy     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit tcp-options syn-check-required                      | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: description "deny all"                                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            security policies policy-rematch; policy a:                               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address h; book address h 198.51.100.0/24                | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address h; book address h 198.51.100.0/24                | tcp 198.51.101.7 10.0.0.5 22     | CLOSED
            policy a: source-address h; book address h 198.51.100.9/24                | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address h; book address h 198.51.100.7                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address h; book address h 198.51.100.7/32; book address h 198.51.100.8/32 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: source-address h; book address h description "my h" 198.51.100.7/32 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address h; book address h range-address 198.51.100.5 to 198.51.100.9 | tcp 198.51.100.9 10.0.0.5 22 | OPEN
            policy a: source-address h; book address h range-address 198.51.100.5 to 198.51.100.9 | tcp 198.51.100.10 10.0.0.5 22 | CLOSED
            policy a: source-address h; book address h range-address 198.51.100.9 to 198.51.100.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: destination-address h; book address h wildcard-address 10.0.0.5/255.255.0.255 | tcp 198.51.100.7 10.0.77.5 22 | OPEN
            policy a: destination-address h; book address h wildcard-address 10.0.0.5/255.255.0.255 | tcp 198.51.100.7 10.0.77.6 22 | CLOSED
            policy a: destination-address h; book address h 2001:db8:1::/64           | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            policy a: destination-address h; book address h 2001:db8:1::/64           | tcp 2001:db8::7 2001:db8:2::5 22 | CLOSED
            policy a: source-address any-ipv4                                         | tcp 2001:db8::7 2001:db8:1::5 22 | CLOSED
            policy a: source-address any-ipv4                                         | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address any-ipv6                                         | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: source-address any-ipv6                                         | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            policy a: source-address [ h k ]; book address h 198.51.100.7; book address k 192.0.2.1 | tcp 192.0.2.1 10.0.0.5 22 | OPEN
            policy a: source-address h +source-address k; book address h 198.51.100.7; book address k 192.0.2.1 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address s; book address-set s address h; book address h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address s; book address-set s address-set t; book address-set t address h; book address h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address s; book address-set s address-set t; book address-set t address h; book address h 198.51.100.7 | tcp 198.51.100.8 10.0.0.5 22 | CLOSED
            policy a: source-address 198.51.100.0/24; book address 198.51.100.0/24 198.51.100.0/24 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address 198.51.100.7/32; book address 198.51.100.7/32 192.0.2.1/32 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: source-address h +source-address-excluded; book address h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: source-address h +source-address-excluded; book address h 198.51.100.7 | tcp 198.51.100.8 10.0.0.5 22 | OPEN
            policy a: destination-address h +destination-address-excluded +then deny; policy b: ; book address h 10.0.0.5 | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            policy a: destination-address h +destination-address-excluded +then deny; policy b: ; book address h 10.0.0.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address h; security zones security-zone untrust address-book address h 198.51.100.7/32 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address h; security zones security-zone untrust address-book address h 198.51.100.7/32; book address h 192.0.2.1/32 | tcp 192.0.2.1 10.0.0.5 22 | CLOSED
            policy a: source-address h; security address-book u address h 198.51.100.7/32; security address-book u attach zone untrust | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: source-address h; security address-book u address h 198.51.100.7/32; security address-book u attach zone untrust; book address h 192.0.2.1/32 | tcp 192.0.2.1 10.0.0.5 22 | CLOSED
            policy a: destination-address h; security address-book u address h 198.51.100.7/32; security address-book u attach zone untrust; book address h 10.0.0.5/32 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: application junos-http                                          | tcp 198.51.100.7 10.0.0.5 80     | OPEN
            policy a: application junos-http                                          | tcp 198.51.100.7 10.0.0.5 8080   | CLOSED
            policy a: application [ junos-https junos-dns-udp ]                       | udp 198.51.100.7 10.0.0.5 53     | OPEN
            policy a: application [ junos-https junos-dns-udp ]                       | tcp 198.51.100.7 10.0.0.5 53     | CLOSED
            policy a: application junos-smb                                           | tcp 198.51.100.7 10.0.0.5 445    | OPEN
            policy a: application junos-smb                                           | tcp 198.51.100.7 10.0.0.5 139    | OPEN
            policy a: application junos-cifs                                          | tcp 198.51.100.7 10.0.0.5 445    | OPEN
            policy a: application junos-ping                                          | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            policy a: application junos-icmp-ping                                     | icmp 198.51.100.7 10.0.0.5 13    | CLOSED
            policy a: application junos-gre                                           | 47 198.51.100.7 10.0.0.5         | OPEN
            policy a: application x; app x protocol tcp; app x destination-port 8443  | tcp 198.51.100.7 10.0.0.5 8443   | OPEN
            policy a: application x; app x protocol tcp; app x destination-port 8443  | udp 198.51.100.7 10.0.0.5 8443   | CLOSED
            policy a: application x; app x protocol tcp destination-port 8000-8010    | tcp 198.51.100.7 10.0.0.5 8010   | OPEN
            policy a: application x; app x protocol tcp destination-port 8000-8010    | tcp 198.51.100.7 10.0.0.5 8011   | CLOSED
            policy a: application x; app x protocol tcp destination-port 8010-8000    | tcp 198.51.100.7 10.0.0.5 8005   | CLOSED
            policy a: application x; app x protocol udp destination-port radius       | udp 198.51.100.7 10.0.0.5 1812   | OPEN
            policy a: application x; app x protocol udp destination-port 53 source-port 53 | udp 198.51.100.7 10.0.0.5 53 | CLOSED
            policy a: application x; app x protocol tcp                               | tcp 198.51.100.7 10.0.0.5 1      | OPEN
            policy a: application x; app x protocol ipip                              | 4 198.51.100.7 10.0.0.5          | OPEN
            policy a: application x; app x protocol 89                                | 89 198.51.100.7 10.0.0.5         | OPEN
            policy a: application x; app x protocol icmp icmp-type echo-request       | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            policy a: application x; app x protocol icmp icmp-type echo-request       | icmp 198.51.100.7 10.0.0.5 0     | CLOSED
            policy a: application x; app x protocol tcp destination-port 22; app x protocol udp | udp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: application x; app x term t1 protocol tcp destination-port 22; app x term t2 protocol udp destination-port 53 | udp 198.51.100.7 10.0.0.5 53 | OPEN
            policy a: application x; app x term t1 protocol tcp destination-port 22; app x term t2 protocol udp destination-port 53 | tcp 198.51.100.7 10.0.0.5 53 | CLOSED
            policy a: application s; applications application-set s application junos-ssh | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: application s; applications application-set s application-set t; applications application-set t application junos-ssh | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: application s; applications application-set s application t; applications application-set t application junos-ssh | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            policy a: application junos-ssh; app junos-ssh protocol tcp destination-port 2222 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            global a:                                                                 | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            global a: then deny; policy b:                                            | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy b: then deny; global a:                                            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            global a: from-zone untrust +to-zone trust                                | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            global a: from-zone [ dmz untrust ] +to-zone any                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            global a: from-zone dmz                                                   | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            global a: to-zone dmz +then deny; global b:                               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            global a: source-address h; security zones security-zone untrust address-book address h 192.0.2.1/32; book address h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            security policies default-policy permit-all                               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            security policies default-policy deny-all                                 | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            security policies default-policy permit-all; security policies default-policy deny-all | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            security policies default-policy permit-all; global a: then deny          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            security policies from-zone dmz to-zone trust policy a match source-address any destination-address any application any; security policies from-zone dmz to-zone trust policy a then permit | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: ; deactivate P policy a                                         | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then deny; policy b: ; deactivate P policy a                    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: ; deactivate P policy a; activate P policy a                    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address [ h k ]; book address h 198.51.100.7; book address k 192.0.2.1; deactivate P policy a match source-address h | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: ; deactivate security policies from-zone untrust                | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: ; global b: then deny; deactivate security policies global      | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: ; delete P policy a                                             | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then deny; policy b: ; insert P policy b before policy a        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: ; policy b: then deny; insert P policy a after policy b         | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: then deny; policy b: ; policy a: description x                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then deny; policy b: ; policy a: description x +then deny       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            policy a: source-address h; book address k 198.51.100.7; rename security address-book global address k to address h | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: then deny; policy b: ; rename P policy a to policy c            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            edit security policies from-zone untrust to-zone trust; set policy a match source-address any destination-address any application any; set policy a then permit; top; set system host-name b | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: scheduler-name s; schedulers scheduler s daily all-day          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: dynamic-application any                                         | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: dynamic-application none                                        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-identity any                                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: ; security zones security-zone untrust screen s; security zones security-zone untrust host-inbound-traffic system-services all | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: ; security forwarding-options family inet6 mode drop            | tcp 2001:db8::7 2001:db8:1::5 22 | CLOSED
            policy a: ; security forwarding-options family inet6 mode flow-based      | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            """)
    void answers(String commands, String packet, Answer expected) {
        assertThat(Answer.of(SrxText.read(commands), PanosText.packet(packet))).isEqualTo(expected);
    }

    /** What nobody can tell from the text: a permit counts in full and as a doubt, a deny for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy a: source-address h                                                | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: source-address [ h k ]; book address k 198.51.100.7             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-address [ h k ]; book address k 198.51.100.7             | tcp 198.51.100.8 10.0.0.5 22     | DOUBT
            policy a: source-address [ h k ] +then deny; policy b: ; book address k 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            policy a: source-address [ h k ] +then deny; policy b: ; book address k 198.51.100.7 | tcp 198.51.100.8 10.0.0.5 22 | OPEN
            policy a: source-address 198.51.100.7                                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: destination-address h; book address h dns-name example.com      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: destination-address h +then deny; policy b: ; book address h dns-name example.com | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: destination-address s; book address-set s address h; book address-set s address k; book address h dns-name example.com; book address k 10.0.0.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            policy a: destination-address s; book address-set s address-set s         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: destination-address h; book address h wildcard-address 10.0.0.5/0.170.170.170 | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            policy a: destination-address h; book address h 10.0.0.999                | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: destination-address h +destination-address-excluded; book address h dns-name example.com | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            policy a: destination-address h +destination-address-excluded; book address h 10.0.0.5 | tcp 2001:db8::7 2001:db8:1::5 22 | DOUBT
            policy a: destination-address h +destination-address-excluded; book address h range-address 10.0.0.9 to 10.0.0.1 | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            policy a: application unheard-of                                          | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: application junos-unheard-of +then deny; policy b:              | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: application junos-ping                                          | icmp 198.51.100.7 10.0.0.5 13    | DOUBT
            policy a: application junos-ms-rpc-any                                    | tcp 198.51.100.7 10.0.0.5 135    | OPEN
            policy a: application junos-ms-rpc-any                                    | tcp 198.51.100.7 10.0.0.5 49200  | DOUBT
            policy a: application x; app x destination-port 22                        | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: application x; app x protocol tcp uuid 1be617c0-31a5-11cf-a7d8-00805f48a135 | tcp 198.51.100.7 10.0.0.5 49200 | DOUBT
            policy a: application x; app x protocol icmp icmp-code 6                  | icmp 198.51.100.7 10.0.0.5 8     | DOUBT
            policy a: application x; app x protocol icmp icmp-code 6                  | tcp 198.51.100.7 10.0.0.5 8      | CLOSED
            policy a: application x; app x protocol gre destination-port 22           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: application x; app x protocol tcp destination-port moonbase     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: application s; applications application-set s application-set s | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: dynamic-application junos:FTP                                   | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: dynamic-application junos:FTP +then deny; policy b:             | tcp 198.51.100.7 10.0.0.5 21     | OPEN
            policy a: application junos-defaults +dynamic-application junos:SSH       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: url-category Enhanced_Games                                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: source-identity role1 +then deny; policy b:                     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: source-end-user-profile p                                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: scheduler-name s; schedulers scheduler s daily start-time 08:00 stop-time 09:00 | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            policy a: scheduler-name s +then deny; policy b:                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            policy a: then permit tunnel ipsec-vpn v                                  | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then permit firewall-authentication pass-through client-match u | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then permit application-services application-firewall rule-set r | tcp 198.51.100.7 10.0.0.5 22    | DOUBT
            policy a: then permit destination-address drop-untranslated               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then count                                                      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: moon-phase full                                                 | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            P policy a match application any; P policy a then permit                  | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: ; deactivate P policy a match source-address                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then deny; insert P policy a before policy nowhere              | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then deny; rename P policy x to policy y                        | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            policy a: then deny; security forwarding-options family mpls mode packet-based | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            system host-name a                                                        | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            """)
    void doubts(String commands, String packet, Answer expected) {
        assertThat(Answer.of(SrxText.read(commands), PanosText.packet(packet))).isEqualTo(expected);
    }

    /** What a configuration takes from groups. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            groups g security policies from-zone untrust to-zone trust policy a match source-address any destination-address any application any; groups g security policies from-zone untrust to-zone trust policy a then permit; apply-groups g | OPEN
            groups g security policies from-zone untrust to-zone trust policy a match source-address any destination-address any application any; groups g security policies from-zone untrust to-zone trust policy a then permit; policy z: source-address any-ipv6 | CLOSED
            groups g security policies from-zone <*> to-zone <*> policy last match source-address any destination-address any application any; groups g security policies from-zone <*> to-zone <*> policy last then deny; apply-groups g; policy a: | OPEN
            groups g security policies from-zone <*> to-zone <*> policy last match source-address any destination-address any application any; groups g security policies from-zone <*> to-zone <*> policy last then deny; apply-groups g; policy a: source-address any-ipv6; security policies default-policy permit-all | CLOSED
            groups g security policies from-zone <u*> to-zone <[a-t]rust> policy last match source-address any destination-address any application any; groups g security policies from-zone <u*> to-zone <[a-t]rust> policy last then deny; apply-groups g; policy a: source-address any-ipv6; security policies default-policy permit-all | CLOSED
            groups g security policies from-zone <u*> to-zone <[u-z]rust> policy last match source-address any destination-address any application any; groups g security policies from-zone <u*> to-zone <*> policy last then deny; apply-groups g; policy a: source-address any-ipv6; security policies default-policy permit-all | OPEN
            groups g security policies from-zone <*> to-zone <*> policy <*> then log session-close; apply-groups g; policy a: | OPEN
            groups g security policies from-zone <*> to-zone <*> policy <*> then deny; apply-groups g; policy a: | OPEN
            groups g security policies from-zone <*> to-zone <*> policy p match source-address any destination-address any application any; groups g security policies from-zone <*> to-zone <*> policy p then permit; apply-groups g; policy a: then deny | DOUBT
            groups g security policies from-zone <*> to-zone <*> policy <*> match source-identity role1; security policies apply-groups g; policy a: | DOUBT
            groups g security policies from-zone <*> to-zone <*> policy <*> match source-identity role1; security policies apply-groups g; P policy a apply-groups-except g; policy a: | OPEN
            groups g applications application x protocol tcp destination-port 22; apply-groups g; policy a: application x | OPEN
            groups g applications application x protocol tcp destination-port 23; apply-groups g; policy a: application x; app x destination-port 22 | OPEN
            groups g security address-book global address h 192.0.2.1/32; apply-groups g; policy a: source-address h; book address h 198.51.100.7/32 | OPEN
            groups g security address-book global address-set s address k; apply-groups g; policy a: source-address s; book address-set s address h; book address h 198.51.100.8; book address k 198.51.100.7 | OPEN
            apply-groups nowhere; policy a: then deny                                 | DOUBT
            interfaces ge-0/0/0 apply-groups nowhere; policy a: then deny             | DOUBT
            protocols bgp apply-groups nowhere; policy a: then deny                   | CLOSED
            groups node0 system host-name x; groups node1 system host-name y; set apply-groups "${node}"; policy a: then deny | CLOSED
            groups node0 security policies default-policy permit-all; set apply-groups "${node}"; policy a: then deny | DOUBT
            set apply-groups "${node}"; policy a: then deny                           | DOUBT
            groups g when time 08:00; groups g security policies default-policy permit-all; apply-groups g; policy a: then deny | DOUBT
            groups g security policies default-policy permit-all; apply-groups g; deactivate apply-groups; global a: source-address any-ipv6 | CLOSED
            groups g security policies default-policy permit-all; apply-groups g; global a: source-address any-ipv6 | OPEN
            groups g security policies default-policy permit-all; apply-groups g; security policies default-policy deny-all | CLOSED
            """)
    void takesFromGroups(String commands, Answer expected) {
        assertThat(Answer.of(SrxText.read(commands), PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(expected);
    }
}
