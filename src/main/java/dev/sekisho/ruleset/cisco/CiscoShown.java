package dev.sekisho.ruleset.cisco;

import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What "show access-list" of an ASA prints besides the entries: a heading for each list with the number of its elements,
 * and below an entry with groups, indented and under the same number, what the device made of it.
 */
final class CiscoShown {

    private CiscoShown() {}

    /** "access-list cached ACL log flows: total 0, denied 0 (deny-flow-max 4096)". */
    static boolean isSummary(Text.Line line) {
        return line.starts("access-list", "cached", "acl", "log");
    }

    /** "access-list OUT; 3 elements; name hash: 0x1a2b3c4d". */
    static boolean isHeading(Text.Line line) {
        return line.word(1).endsWith(";") && line.word(3).startsWith("element");
    }

    /** The entries without headings, and without those that what is indented below them says in full. */
    static List<Text.Line> leaves(List<Text.Line> entries) {
        var leaves = new ArrayList<Text.Line>();
        for (int i = 0; i < entries.size(); i++) {
            var line = entries.get(i);
            var unfolded = i + 1 < entries.size() && isBelow(entries.get(i + 1), line);
            if (!isHeading(line) && !unfolded) {
                leaves.add(line);
            }
        }
        return leaves;
    }

    /** How many elements the headings promise more than there are; what is cut off at the end is missed so. */
    static int missing(List<Text.Line> entries) {
        var promised = entries.stream()
                .filter(CiscoShown::isHeading)
                .map(heading -> heading.word(2))
                .filter(number -> number.matches("[0-9]{1,7}"))
                .mapToInt(Integer::parseInt)
                .sum();
        var shown = leaves(entries).stream()
                .filter(line -> line.words().stream()
                        .limit(6)
                        .noneMatch(word -> word.text().equals("remark")))
                .count();
        return (int) Math.max(0, promised - shown);
    }

    private static boolean isBelow(Text.Line line, Text.Line above) {
        return line.indent() > above.indent()
                && line.starts("access-list", above.word(1), "line", above.word(3))
                && above.word(2).equals("line");
    }
}
