package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a PAN-OS rule mean, one construct and one packet at a time, from untrust to trust. */
class PanosCasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a:                                                                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a:                                                                   | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a:                                                                   | 47 198.51.100.7 10.0.0.5         | OPEN
            rule a: action deny                                                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action drop; rule b:                                              | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action reset-client; rule b:                                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action reset-server; rule b:                                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: action reset-both; rule b:                                        | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: ; rule b: action deny                                             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source 0.0.0.0/0                                                  | tcp 2001:db8::7 2001:db8:1::5 22 | CLOSED
            rule a: source 0.0.0.0/0                                                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source ::/0                                                       | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a: source ::/0                                                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source 198.51.100.0/24                                            | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source 198.51.100.0/24                                            | tcp 198.51.101.7 10.0.0.5 22     | CLOSED
            rule a: source 198.51.100.5-198.51.100.9                                  | tcp 198.51.100.9 10.0.0.5 22     | OPEN
            rule a: source 198.51.100.5-198.51.100.9                                  | tcp 198.51.100.10 10.0.0.5 22    | CLOSED
            rule a: source 198.51.100.9-198.51.100.5                                  | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            address h ip-netmask 10.0.0.5/24; rule a: destination h                   | tcp 198.51.100.7 10.0.0.9 22     | OPEN
            address h ip-netmask 10.0.0.5/24; rule a: destination h                   | tcp 198.51.100.7 10.0.1.9 22     | CLOSED
            address h ip-netmask 10.0.0.5; rule a: destination h                      | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            address h ip-netmask 10.0.0.5; rule a: destination h                      | tcp 198.51.100.7 10.0.0.6 22     | CLOSED
            address h ip-range 10.0.0.5-10.0.0.7; rule a: destination h               | tcp 198.51.100.7 10.0.0.7 22     | OPEN
            address h ip-range 10.0.0.7-10.0.0.5; rule a: destination h               | tcp 198.51.100.7 10.0.0.6 22     | CLOSED
            address h ip-wildcard 10.0.0.5/0.0.255.0; rule a: destination h           | tcp 198.51.100.7 10.0.77.5 22    | OPEN
            address h ip-wildcard 10.0.0.5/0.0.255.0; rule a: destination h           | tcp 198.51.100.7 10.0.77.6 22    | CLOSED
            address h ip-netmask 10.0.0.5 description "a b"; rule a: destination h    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            address h ip-netmask 10.0.0.5; address h ip-netmask 10.0.0.6; rule a: destination h | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            address-group g static [ 10.0.0.5 10.0.0.6 ]; rule a: destination g       | tcp 198.51.100.7 10.0.0.6 22     | OPEN
            address-group g static 10.0.0.5; address-group g static 10.0.0.6; rule a: destination g | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            address-group g static k; address-group k static 10.0.0.5; rule a: destination g | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            address-group g static k; address-group k static 10.0.0.5; rule a: destination g | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            shared address h ip-netmask 10.0.0.5; rule a: destination h               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            shared address h ip-netmask 10.0.0.5; address h ip-netmask 10.0.0.6; rule a: destination h | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            shared address h ip-netmask 10.0.0.5; address-group h static 10.0.0.6; rule a: destination h | tcp 198.51.100.7 10.0.0.6 22 | OPEN
            address 10.0.0.5 ip-netmask 10.0.0.6; rule a: destination 10.0.0.5        | tcp 198.51.100.7 10.0.0.6 22     | OPEN
            rule a: source 198.51.100.0/24 negate-source yes                          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: source 198.51.100.0/24 negate-source yes                          | tcp 198.51.101.7 10.0.0.5 22     | OPEN
            rule a: source [ 198.51.100.0/24 192.0.2.0/24 ] negate-source yes         | tcp 192.0.2.7 10.0.0.5 22        | CLOSED
            rule a: source 198.51.100.0/24 negate-source no                           | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: destination 10.0.0.5 negate-destination yes                       | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: destination 10.0.0.5 negate-destination yes                       | tcp 198.51.100.7 10.0.0.6 22     | OPEN
            rule a: source [ 10.0.0.0/8 2001:db8::/32 ] negate-source yes             | tcp 2001:db9::7 2001:db8:1::5 22 | OPEN
            rule a: destination 10.0.0.5 action deny negate-destination yes; rule b:  | tcp 198.51.100.7 10.0.0.6 22     | CLOSED
            rule a: destination 10.0.0.5 action deny negate-destination yes; rule b:  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: disabled yes                                                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: disabled yes action deny; rule b:                                 | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: disabled no                                                       | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            service s protocol tcp port 443; rule a: service s                        | tcp 198.51.100.7 10.0.0.5 443    | OPEN
            service s protocol tcp port 443; rule a: service s                        | udp 198.51.100.7 10.0.0.5 443    | CLOSED
            service s protocol tcp port 443; rule a: service s                        | icmp 198.51.100.7 10.0.0.5 8     | CLOSED
            service s protocol tcp port 22,8000-8010; rule a: service s               | tcp 198.51.100.7 10.0.0.5 8010   | OPEN
            service s protocol tcp port 22,8000-8010; rule a: service s               | tcp 198.51.100.7 10.0.0.5 8011   | CLOSED
            service s protocol tcp port 8010-8000; rule a: service s                  | tcp 198.51.100.7 10.0.0.5 8005   | CLOSED
            service s protocol udp port 53 source-port 1024-65535; rule a: service s  | udp 198.51.100.7 10.0.0.5 53     | OPEN
            service s protocol udp port 53 source-port 53; rule a: service s          | udp 198.51.100.7 10.0.0.5 53     | CLOSED
            service s protocol sctp port 2905; rule a: service s                      | tcp 198.51.100.7 10.0.0.5 2905   | CLOSED
            service-group g members [ s t ]; service s protocol tcp port 22; service t protocol udp port 53; rule a: service g | udp 198.51.100.7 10.0.0.5 53 | OPEN
            service-group g members [ s t ]; service s protocol tcp port 22; service t protocol udp port 53; rule a: service g | tcp 198.51.100.7 10.0.0.5 53 | CLOSED
            rule a: service service-http                                              | tcp 198.51.100.7 10.0.0.5 8080   | OPEN
            rule a: service service-http                                              | tcp 198.51.100.7 10.0.0.5 443    | CLOSED
            rule a: service service-https                                             | tcp 198.51.100.7 10.0.0.5 443    | OPEN
            service service-https protocol tcp port 8443; rule a: service service-https | tcp 198.51.100.7 10.0.0.5 443  | CLOSED
            shared service s protocol tcp port 22; service s protocol tcp port 23; rule a: service s | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            rule a: from dmz                                                          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: from any                                                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: from [ dmz untrust ]                                              | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: to dmz                                                            | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: to any rule-type intrazone                                        | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: from any to any rule-type interzone                               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: from any to any rule-type intrazone action deny; rule b:          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rulebase default-security-rules rules interzone-default action allow      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source 192.0.2.1; rulebase default-security-rules rules interzone-default action allow | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: source 192.0.2.1; rulebase default-security-rules rules interzone-default log-end yes  | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            rule a: log-end yes log-setting x tag [ t ] description "deny all"        | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source-user any category any hip-profiles any                     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: profile-setting group strict +option disable-server-response-inspection yes | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            """)
    void answers(String commands, String packet, Answer expected) {
        assertThat(Answer.of(PanosText.read(commands), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    /** What nobody can tell from the text: a permit counts in full and as a doubt, a deny for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: application ftp                                                   | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: application ftp action deny; rule b:                              | tcp 198.51.100.7 10.0.0.5 21     | OPEN
            rule a: application ftp action deny; rule b:                              | udp 198.51.100.7 10.0.0.5 69     | OPEN
            service s protocol tcp port 22; rule a: application ssh service s         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            service s protocol tcp port 22; rule a: application ssh service s         | tcp 198.51.100.7 10.0.0.5 23     | CLOSED
            rule a: application web-browsing service application-default              | tcp 198.51.100.7 10.0.0.5 80     | DOUBT
            rule a: application web-browsing service application-default              | tcp 198.51.100.7 10.0.0.5 8443   | CLOSED
            rule a: application ping service application-default                      | icmp 198.51.100.7 10.0.0.5 8     | DOUBT
            rule a: application ping service application-default                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            rule a: application [ web-browsing facebook ] service application-default | tcp 198.51.100.7 10.0.0.5 8443   | DOUBT
            rule a: service application-default                                       | tcp 198.51.100.7 10.0.0.5 8443   | DOUBT
            rule a: service application-default action deny; rule b:                  | tcp 198.51.100.7 10.0.0.5 8443   | OPEN
            application own default port tcp/8642; rule a: application own service application-default | tcp 198.51.100.7 10.0.0.5 8642 | DOUBT
            application own default port tcp/8642; rule a: application own service application-default | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            application own default port tcp/dynamic; rule a: application own service application-default | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            application own category x; rule a: application own service application-default | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            application ssh default port tcp/2222; rule a: application ssh service application-default | tcp 198.51.100.7 10.0.0.5 2222 | DOUBT
            application-group g members [ ssh ntp ]; rule a: application g service application-default | udp 198.51.100.7 10.0.0.5 123 | DOUBT
            application-group g members [ ssh ntp ]; rule a: application g service application-default | tcp 198.51.100.7 10.0.0.5 443 | CLOSED
            application-group g members g; rule a: application g service application-default | tcp 198.51.100.7 10.0.0.5 443 | DOUBT
            application-filter f category media; rule a: application f service application-default | tcp 198.51.100.7 10.0.0.5 443 | DOUBT
            address h fqdn www.example.com; rule a: destination h                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            address h fqdn www.example.com; rule a: destination h action deny; rule b: | tcp 198.51.100.7 10.0.0.5 22    | OPEN
            address-group g dynamic filter "'web'"; rule a: destination g             | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            address-group g dynamic filter "'web'"; rule a: destination g action deny; rule b: | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            address-group g static g; rule a: destination g                           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source JP                                                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source JP action deny; rule b:                                    | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            external-list l type ip url http://x; rule a: source l action deny; rule b: | tcp 198.51.100.7 10.0.0.5 22   | OPEN
            rule a: source l negate-source yes                                        | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source 10.0.0.0/8 negate-source yes                               | tcp 2001:db8::7 2001:db8:1::5 22 | DOUBT
            rule a: source 10.0.0.0/8 negate-source yes action deny; rule b:          | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            rule a: source any negate-source yes                                      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source 10.0.0.9-10.0.0.5 negate-source yes action deny; rule b:   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: schedule night                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: schedule night action deny; rule b:                               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source-user known-user action deny; rule b:                       | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: source-user [ a b ]                                               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: hip-profiles no-hip action deny; rule b:                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: category gambling action deny; rule b:                            | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: +source-device laptop                                             | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: rule-type sideways                                                | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: action frobnicate                                                 | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service never-heard-of                                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: service never-heard-of action deny; rule b:                       | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            service s protocol tcp port eighty; rule a: service s                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rulebase security rules a from untrust to trust action allow              | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rulebase security rules a from untrust to trust; rule b: action deny      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: action deny target devices 007; rule b:                           | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            service x protocol tcp port 22                                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            """)
    void saysWhatCannotBeTold(String commands, String packet, Answer expected) {
        assertThat(Answer.of(PanosText.read(commands), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    /** Commands are carried out in their order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: action deny; rule b: ; move rulebase security rules b top         | OPEN
            rule a: action deny; rule b: ; move rulebase security rules b before a    | OPEN
            rule a: ; rule b: action deny; move rulebase security rules a bottom      | CLOSED
            rule a: ; rule b: action deny; move rulebase security rules a after b     | CLOSED
            rule a: action deny; rule b: ; delete rulebase security rules a           | OPEN
            rule a: source [ 198.51.100.7 192.0.2.1 ]; delete rulebase security rules a source 198.51.100.7 | CLOSED
            rule a: source 192.0.2.1; set rulebase security rules a source 198.51.100.7 | OPEN
            rule a: ; set rulebase security rules a action deny                       | CLOSED
            rule a: ; set rulebase security rules a disabled yes                      | CLOSED
            rule a: ; rule b: action deny; rename rulebase security rules b to c; move rulebase security rules c top | CLOSED
            rule a: disabled yes; copy rulebase security rules a to b; delete rulebase security rules b disabled | OPEN
            rule a: action deny; rule b: ; move rulebase security rules b sideways    | DOUBT
            rule a: action deny; rule b: ; move rulebase security rules c top         | DOUBT
            set config devices localhost.localdomain vsys vsys1 rulebase security rules a from any to any source any destination any application any service any action allow | OPEN
            """)
    void carriesOutCommands(String commands, Answer expected) {
        assertThat(Answer.of(PanosText.read(commands), PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(expected);
    }
}
