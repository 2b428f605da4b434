package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What access rules of Check Point match, derived by hand for each construct. */
class CheckPointCasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a:                                                                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: action drop                                                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action reject; rule b:                                            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action drop; rule b:                                              | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action drop +off; rule b:                                         | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: off                                                               | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source h; host h 198.51.100.7                                     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source h; host h 198.51.100.7                                     | tcp 198.51.100.8 10.0.0.5 22     | CLOSED
            rule a: source h; host h 2001:db8::7                                      | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a: source h; host h 2001:db8::7                                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source n; net n 198.51.100.0/24                                   | tcp 198.51.100.255 10.0.0.5 22   | OPEN
            rule a: source n; net n 198.51.100.0/24                                   | tcp 198.51.101.0 10.0.0.5 22     | CLOSED
            rule a: source n; net n 2001:db8::/64                                     | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a: source n; network n subnet4=198.51.100.0 subnet-mask=255.255.255.0 | tcp 198.51.100.7 10.0.0.5 22    | OPEN
            rule a: source n; network n subnet4=198.51.100.0 mask-length4=24 broadcast=disallow | tcp 198.51.100.255 10.0.0.5 22 | CLOSED
            rule a: source n; network n subnet4=198.51.100.0 mask-length4=24 broadcast=disallow | tcp 198.51.100.254 10.0.0.5 22 | OPEN
            rule a: source r; range r 198.51.100.5-198.51.100.9                       | tcp 198.51.100.9 10.0.0.5 22     | OPEN
            rule a: source r; range r 198.51.100.5-198.51.100.9                       | tcp 198.51.100.10 10.0.0.5 22    | CLOSED
            rule a: source r; range r 198.51.100.9-198.51.100.5                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: destination m; multicast-address-range m ipv4-address=224.0.0.5   | 89 198.51.100.7 224.0.0.5        | OPEN
            rule a: destination w; wildcard w ipv4-address=10.0.0.5 ipv4-mask-wildcard=0.0.255.0 | tcp 198.51.100.7 10.0.77.5 22 | OPEN
            rule a: destination w; wildcard w ipv4-address=10.0.0.5 ipv4-mask-wildcard=0.0.255.0 | tcp 198.51.100.7 10.0.77.6 22 | CLOSED
            rule a: source h,k; host h 198.51.100.7; host k 192.0.2.1                 | tcp 192.0.2.1 10.0.0.5 22        | OPEN
            rule a: source g; group g h,k; host h 198.51.100.7; host k 192.0.2.1      | tcp 192.0.2.1 10.0.0.5 22        | OPEN
            rule a: source g; group g f; group f h; host h 198.51.100.7               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source g; group g f; group f h; host h 198.51.100.7               | tcp 198.51.100.8 10.0.0.5 22     | CLOSED
            rule a: source x; but x n,h; net n 198.51.100.0/24; host h 198.51.100.7   | tcp 198.51.100.8 10.0.0.5 22     | OPEN
            rule a: source x; but x n,h; net n 198.51.100.0/24; host h 198.51.100.7   | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source x +action drop; rule b: ; but x n,h; net n 198.51.100.0/24; host h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: source x; but x g,y; group g n; but y m,h; net n 198.51.100.0/24; net m 198.51.100.0/28; host h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: source x; but x g,y; group g n; but y m,h; net n 198.51.100.0/24; net m 198.51.100.0/28; host h 198.51.100.7 | tcp 198.51.100.8 10.0.0.5 22 | CLOSED
            rule a: source h +source-negate; host h 198.51.100.7                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source h +source-negate; host h 198.51.100.7                      | tcp 198.51.100.8 10.0.0.5 22     | OPEN
            rule a: source h,k +source-negate; host h 198.51.100.7; host k 192.0.2.1  | tcp 192.0.2.1 10.0.0.5 22        | CLOSED
            rule a: destination h +destination-negate +action drop; rule b: ; host h 10.0.0.5 | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            rule a: destination h +destination-negate +action drop; rule b: ; host h 10.0.0.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: service s; tcp s 443                                              | tcp 198.51.100.7 10.0.0.5 443    | OPEN
            rule a: service s; tcp s 443                                              | udp 198.51.100.7 10.0.0.5 443    | CLOSED
            rule a: service s; tcp s 8000-8010                                        | tcp 198.51.100.7 10.0.0.5 8010   | OPEN
            rule a: service s; tcp s 8000-8010                                        | tcp 198.51.100.7 10.0.0.5 8011   | CLOSED
            rule a: service s; tcp s >1023                                            | tcp 198.51.100.7 10.0.0.5 1024   | OPEN
            rule a: service s; tcp s >1023                                            | tcp 198.51.100.7 10.0.0.5 1023   | CLOSED
            rule a: service s; udp s <1024                                            | udp 198.51.100.7 10.0.0.5 1023   | OPEN
            rule a: service s; udp s <1024                                            | udp 198.51.100.7 10.0.0.5 1024   | CLOSED
            rule a: service s; tcp s 80, 443                                          | tcp 198.51.100.7 10.0.0.5 443    | OPEN
            rule a: service s; service-udp s port=53 source-port=53                   | udp 198.51.100.7 10.0.0.5 53     | CLOSED
            rule a: service s; service-sctp s port=2905                               | 132 198.51.100.7 10.0.0.5        | CLOSED
            rule a: service s; service-icmp s icmp-type=8                             | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            rule a: service s; service-icmp s icmp-type=8                             | icmp 198.51.100.7 10.0.0.5 13    | CLOSED
            rule a: service s; service-icmp6 s icmp-type=128                          | icmp 198.51.100.7 10.0.0.5 128   | CLOSED
            rule a: service s; service-other s ip-protocol=47                         | 47 198.51.100.7 10.0.0.5         | OPEN
            rule a: service s; service-other s ip-protocol=47                         | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: service s; services s t,u; tcp t 22; udp u 53                     | udp 198.51.100.7 10.0.0.5 53     | OPEN
            rule a: service s; services s t,u; tcp t 22; udp u 53                     | tcp 198.51.100.7 10.0.0.5 53     | CLOSED
            rule a: service s; services s t; services t u; tcp u 22                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s +service-negate; tcp s 22                               | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: service s +service-negate; tcp s 22                               | udp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s,t +service-negate; tcp s 22; tcp t 443                  | tcp 198.51.100.7 10.0.0.5 443    | CLOSED
            rule a: service s,t +service-negate; tcp s 22; tcp t 443                  | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            rule a: service s +service-negate +action drop; rule b: ; tcp s 22        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s +service-negate +action drop; rule b: ; tcp s 22        | tcp 198.51.100.7 10.0.0.5 23     | CLOSED
            rule a: ; service-tcp s port=22 match-for-any=true                        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: ; service-tcp s port=22 match-for-any=false                       | tcp 198.51.100.7 10.0.0.5 23     | OPEN
            rule a: ; service-tcp s port=22 match-for-any=false; service-tcp t port=22 match-for-any=true | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: action drop; service-tcp s port=22 match-for-any=false            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: comments x +track x +action-settings x                            | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: action Inform; RulebaseAction Inform                              | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: destination g; simple-gateway g ipv4-address=10.0.0.1 interfaces=10.0.0.1 | tcp 198.51.100.7 10.0.0.1 22 | OPEN
            rule a: destination g; simple-gateway g ipv4-address=10.0.0.1 interfaces=10.0.0.1 | tcp 198.51.100.7 10.0.0.2 22 | CLOSED
            """)
    void answers(String text, String packet, Answer expected) {
        assertThat(Answer.of(CheckPointText.read(text), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    /** What nobody can tell from the text: a permit counts in full and as a doubt, a deny for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: source h                                                          | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source h +action drop; rule b:                                    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source h,k; host k 198.51.100.7                                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source h,k; host k 198.51.100.7                                   | tcp 198.51.100.8 10.0.0.5 22     | DOUBT
            rule a: source h,k +action drop; rule b: ; host k 198.51.100.7            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source h; access-role h                                           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source h +action drop; rule b: ; access-role h                    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: destination h; dns-domain h                                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; updatable-object h                                 | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; data-center-object h                               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; dynamic-object h                                   | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; Internet h                                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; wildcard h ipv4-address=10.0.0.5 ipv4-mask-wildcard=0.0.85.0   | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: destination h; wildcard h ipv4-address=10.0.0.5 ipv4-mask-wildcard=85.85.85.80 | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            rule a: destination h; host h 10.0.0.999                                  | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: destination h; network h subnet4=10.0.0.0                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source g; group g                                                 | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source g; group g g                                               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source g +action drop; rule b: ; group g g                        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source x; but x n,h; net n 198.51.100.0/24                        | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source x; but x n,h; net n 198.51.100.0/24                        | tcp 192.0.2.7 10.0.0.5 22        | CLOSED
            rule a: source x +action drop; rule b: ; but x n,h; net n 198.51.100.0/24 | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source h +source-negate                                           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source h +source-negate; host h 198.51.100.7                      | tcp 2001:db8::7 2001:db8:1::5 22 | DOUBT
            rule a: source h +source-negate +action drop; rule b: ; host h 198.51.100.7 | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a: source h; host h 198.51.100.7; rule b: source g; host g 198.51.100.8 | tcp 198.51.100.8 10.0.0.5 22  | OPEN
            rule a: destination h; host h 10.0.0.5; host i 10.0.0.6; rule b: destination j; host j 10.0.0.7 | tcp 198.51.100.7 10.0.0.7 22 | OPEN
            rule a: destination h; host h ; host i 10.0.0.6                           | tcp 198.51.100.7 10.0.0.7 22     | DOUBT
            rule a: destination g; simple-gateway g ipv4-address=10.0.0.1             | tcp 198.51.100.7 10.0.0.1 22     | OPEN
            rule a: destination g; simple-gateway g ipv4-address=10.0.0.1             | tcp 198.51.100.7 10.0.0.2 22     | DOUBT
            rule a: destination g; simple-gateway g ipv4-address=10.0.0.1 interfaces=10.0.0.1,10.1.0.1 | tcp 198.51.100.7 10.1.0.1 22 | DOUBT
            rule a: destination g +action drop; rule b: ; simple-gateway g ipv4-address=10.0.0.1 | tcp 198.51.100.7 10.0.0.1 22 | CLOSED
            rule a: service s                                                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s +action drop; rule b:                                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s,t; tcp t 22                                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s,t; tcp t 22                                             | tcp 198.51.100.7 10.0.0.5 23     | DOUBT
            rule a: service s; application-site s                                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s; application-site-category s                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s +action drop; rule b: ; application-site s              | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: service s; service-tcp s                                          | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s; service-tcp s                                          | udp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: service s; service-tcp s port=443 match-by-protocol-signature=true | tcp 198.51.100.7 10.0.0.5 8443  | DOUBT
            rule a: service s +action drop; rule b: ; service-tcp s port=443 match-by-protocol-signature=true | tcp 198.51.100.7 10.0.0.5 443 | OPEN
            rule a: service s; tcp s 99999                                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s; tcp s 30-20                                            | tcp 198.51.100.7 10.0.0.5 25     | DOUBT
            rule a: service s; service-icmp s icmp-type=3 icmp-code=4                 | icmp 198.51.100.7 10.0.0.5 3     | DOUBT
            rule a: service s; service-icmp s icmp-type=3 icmp-code=4                 | icmp 198.51.100.7 10.0.0.5 8     | CLOSED
            rule a: service s; service-other s ip-protocol=17 match=dhcp_req_match    | udp 198.51.100.7 10.0.0.5 67     | DOUBT
            rule a: service s; service-other s ip-protocol=17 match=dhcp_req_match    | tcp 198.51.100.7 10.0.0.5 67     | CLOSED
            rule a: service s; service-other s ip-protocol=-1                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s; service-dce-rpc s                                      | tcp 198.51.100.7 10.0.0.5 49200  | DOUBT
            rule a: service s; service-dce-rpc s                                      | icmp 198.51.100.7 10.0.0.5 8     | CLOSED
            rule a: service s; services s                                             | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s; services s s                                           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s +service-negate                                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service s,t +service-negate; tcp t 22; application-site s         | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: service s,t +service-negate; tcp t 22; application-site s         | tcp 198.51.100.7 10.0.0.5 23     | DOUBT
            rule a: ; service-tcp s port=22 match-for-any=false                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: action drop; rule b: service s; service-tcp s port=22 match-for-any=false | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: vpn v; vpn-community-star v                                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: vpn v +action drop; rule b: ; vpn-community-star v                | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: time t; time t                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: time t +action drop; rule b: ; time t                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: content c; data-type c                                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service-resource x                                                | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: moon-phase full +action drop; rule b:                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: without enabled                                                   | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: without source                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: without service +action drop; rule b:                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: without action                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: enabled yes                                                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: enabled yes +action drop; rule b:                                 | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: action Ask; RulebaseAction Ask                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: action Unheard                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: type place-holder; rule b: action drop                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule b: action drop; rule a: type place-holder                            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            """)
    void doubts(String text, String packet, Answer expected) {
        assertThat(Answer.of(CheckPointText.read(text), PanosText.packet(packet)))
                .isEqualTo(expected);
    }
}
