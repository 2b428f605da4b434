package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a rule states besides zones, addresses and services. Whatever is not known to leave the match as it is counts as a
 * condition: a deny under one may not match.
 */
final class PanConditions {

    /** What other classes read. */
    private static final Set<String> READ = words("""
            from to source destination service action disabled negate-source negate-destination rule-type application
            """);

    /** What only names, logs, inspects or shapes what matched. */
    private static final Set<String> HARMLESS = words("""
            description tag group-tag uuid id loc log-start log-end log-setting log-http-headers
            profile-setting option icmp-unreachable qos disable-inspect
            """);

    /** Values by which a condition says that it is none. */
    private static final Set<String> NONE = Set.of("any", "no", "none");

    private PanConditions() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    static List<String> of(PanNode rule) {
        var found = new ArrayList<String>();
        for (var setting : rule.children()) {
            var name = setting.name();
            if (!READ.contains(name) && !HARMLESS.contains(name) && isUsed(setting)) {
                found.add("depends on " + Redaction.value(name));
            }
        }
        var applications = rule.all("application");
        if (applications.isEmpty()) {
            found.add("names no application");
        } else if (!PanApplications.isAny(applications)) {
            found.add("depends on the application, which is known only after some packets");
        }
        return found;
    }

    private static boolean isUsed(PanNode setting) {
        return setting.name().equals("target") ? isOfSome(setting) : !NONE.containsAll(setting.names());
    }

    /** Panorama installs a rule on all devices of a group, or on those that it names. */
    static boolean isInstalledOnSome(PanNode rule) {
        return isOfSome(rule.at("target"));
    }

    private static boolean isOfSome(PanNode target) {
        return !target.at("devices").isEmpty() || !target.at("tags").isEmpty() || target.isYes("negate");
    }
}
