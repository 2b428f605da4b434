package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a rule asks besides addresses, services and the gateway it is installed on. Whatever is not known to leave the match
 * as it is counts as a condition: a deny under one may not match.
 */
final class CpConditions {

    /** What other classes read, or what only names, counts and logs. */
    private static final Set<String> KNOWN = Set.of(
            "uid",
            "name",
            "type",
            "domain",
            "rule-number",
            "enabled",
            "source",
            "source-negate",
            "destination",
            "destination-negate",
            "service",
            "service-negate",
            "action",
            "action-settings",
            "inline-layer",
            "install-on",
            "track",
            "hits",
            "custom-fields",
            "meta-info",
            "comments",
            "tags",
            "icon",
            "color",
            "read-only",
            "available-actions",
            "user-check",
            "content-direction",
            "content-negate",
            "vpn",
            "time",
            "content");

    /** Cells that say by Any that they are no condition. */
    private static final List<String> CELLS = List.of("vpn", "time", "content");

    private final CpObjects objects;

    CpConditions(CpObjects objects) {
        this.objects = objects;
    }

    List<String> of(ConfigurationJson rule) {
        var found = new ArrayList<>(Cloud.unknown(rule.fields(), KNOWN));
        for (var cell : CELLS) {
            if (!cell(rule, cell).stream().allMatch(name -> objects.find(name).isAny())) {
                found.add("depends on " + cell);
            }
        }
        if (rule.field("enabled").isEmpty()) {
            found.add("does not say whether it is enabled");
        }
        return found;
    }

    /** What a cell names, be it one thing or several; none where it is not stated. */
    static List<ConfigurationJson> cell(ConfigurationJson rule, String cell) {
        return rule.field(cell)
                .map(field -> field.isArray() ? field.items() : List.of(field))
                .orElse(List.of());
    }
}
