package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whole answers of the management API and the verdicts that were found by reading the policies they were made from. */
class CheckPointFilesTest {

    private static String resource(String name) {
        try (var stream = CheckPointFilesTest.class.getResourceAsStream("/firewall/checkpoint/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/firewall/checkpoint/questions.csv")
    void answersWhatThePolicySays(
            String file,
            String protocol,
            String source,
            String destination,
            int port,
            int sourcePort,
            Answer expected) {
        var rules = Format.CHECKPOINT.read(resource(file), GuardSelector.unnamed());
        var plain = PanosText.packet(protocol + " " + source + " " + destination + " " + port);
        var packet = new Packet(source, destination, plain.protocol(), sourcePort, plain.destinationPort());

        assertThat(Answer.of(rules, packet)).isEqualTo(expected);
    }

    /** Answers in a row, in an array, and a rulebase on several pages in any order say the same. */
    @Test
    void readsTheSameInEveryForm() {
        var row = resource("generated/xf05-ports.json");
        var array = "[" + row.replace("}\n{", "},\n{") + "]";
        var turned = row.substring(row.indexOf("}\n{") + 2) + row.substring(0, row.indexOf("}\n{") + 1);
        var read = Format.CHECKPOINT.read(row, GuardSelector.unnamed());

        for (var form : new String[] {array, turned, row + row, row.replaceAll("\\n *", "")}) {
            var other = Format.CHECKPOINT.read(form, GuardSelector.unnamed());
            assertThat(other.rules().stream().map(rule -> rule.at(0, rule.origin())))
                    .isEqualTo(read.rules().stream()
                            .map(rule -> rule.at(0, rule.origin()))
                            .toList());
            assertThat(other.notes()).isEqualTo(read.notes());
        }
    }
}
