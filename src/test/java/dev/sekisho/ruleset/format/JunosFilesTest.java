package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.ruleset.reading.GuardSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whole configurations of Junos and the answers that were found by reading the policies they were made from. */
class JunosFilesTest {

    private static String resource(String name) {
        try (var stream = JunosFilesTest.class.getResourceAsStream("/firewall/junos/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/firewall/junos/questions.csv")
    void answersWhatThePolicySays(
            String file, String guard, String protocol, String source, String destination, int port, Answer expected) {
        var rules = Format.JUNOS.read(resource(file), JunosZonesTest.guard(guard == null ? "" : guard));
        var packet = PanosText.packet(protocol + " " + source + " " + destination + " " + port);

        assertThat(Answer.of(rules, packet)).isEqualTo(expected);
    }

    /** One policy in both forms, and as a session shows it, gives one set of rules. */
    @Test
    void readsTheSameInEveryForm() {
        var commands = """
                # comment
                user@fw> show configuration | display set | no-more
                set version 20.4R3.8
                set groups g security policies from-zone <*> to-zone <*> policy <*> then log session-close
                set apply-groups g
                set security address-book global address web 10.0.0.5/32
                set security address-book global address "old web" 10.0.0.6/32
                set security address-book global address-set s address web
                set security address-book global address-set s address "old web"
                set security policies from-zone u to-zone t policy "a b" match source-address any
                set security policies from-zone u to-zone t policy "a b" match destination-address [ s ]
                set security policies from-zone u to-zone t policy "a b" match application x
                set security policies from-zone u to-zone t policy "a b" then permit
                set security policies from-zone u to-zone t policy off match source-address any
                set security policies from-zone u to-zone t policy off then permit
                deactivate security policies from-zone u to-zone t policy off
                set security zones security-zone u interfaces ge-0/0/0.0
                set security zones security-zone t interfaces ge-0/0/1.0
                set applications application x term t1 protocol tcp destination-port 80
                set applications application x term t2 protocol tcp destination-port 443
                """;
        var braces = """
                user@fw> show configuration | no-more
                ## Last commit: 2024-01-01 00:00:00 UTC by root
                version 20.4R3.8;
                groups { g { security { policies { from-zone <*> to-zone <*> { policy <*> { then { log { session-close; } } } } } } } }
                apply-groups g;
                security {
                    address-book {
                        global {
                            address web 10.0.0.5/32;
                            /* it is
                               { the old; one */
                            address "old web" 10.0.0.6/32;
                            address-set s { address web; address "old web"; }
                        }
                    }
                    policies {
                        from-zone u to-zone t {
                            policy "a b" {
                                match { source-address any; destination-address s; application x; }
                                then { permit; }
                            }
                            inactive: policy off {
                                match { source-address any; }
                                then { permit; }
                            }
                        }
                    }
                    zones {
                        security-zone u { interfaces { ge-0/0/0.0; } }
                        security-zone t { interfaces { ge-0/0/1.0 { host-inbound-traffic { system-services { all; } } } } }
                    }
                }
                applications {
                    application x { term t1 protocol tcp destination-port 80; term t2 protocol tcp destination-port 443; }
                }

                {primary:node0}
                user@fw>
                """;
        var guard = SrxText.between("u", "t");

        var read = Format.JUNOS.read(commands, guard);
        var other = Format.JUNOS.read(braces, guard);

        assertThat(read.rules())
                .hasSize(1)
                .allSatisfy(rule -> assertThat(rule.origin()).isEqualTo("policy a b"));
        assertThat(other.rules().stream().map(rule -> rule.at(0, rule.origin())))
                .isEqualTo(read.rules().stream()
                        .map(rule -> rule.at(0, rule.origin()))
                        .toList());
        assertThat(other.notes()).isEqualTo(read.notes()).isEmpty();
    }

    /** What {@code show configuration security} and {@code show configuration security policies} print. */
    @Test
    void readsAPartWhereItBelongs() {
        var policies = """
                from-zone u to-zone t { policy a { match { source-address any; destination-address any; application junos-ssh; }
                then { permit; } } }
                default-policy { deny-all; }
                """;
        for (var part :
                new String[] {policies, "policies { " + policies + " }", "security { policies { " + policies + " } }"
                }) {
            var rules = Format.JUNOS.read(part, GuardSelector.unnamed());

            assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                    .isEqualTo(Answer.OPEN);
            assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.5 23")))
                    .isEqualTo(Answer.CLOSED);
        }
    }
}
