package dev.sekisho.ruleset.cisco;

import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnsuitableFormat;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Kinds of Cisco configurations that look like IOS or ASA and mean something else. One sign that the others never show
 * settles it; of signs that may also stand elsewhere it takes two.
 */
enum CiscoKind {
    IOS_XR(
            "IOS XR",
            List.of(
                    "!! IOS XR .*",
                    "(no )?ipv4 access-list .*",
                    " +ipv[46] access-group \\S+ (ingress|egress).*",
                    "RP/\\d+/\\S+:.*",
                    "interface MgmtEth\\S*/CPU\\S*"),
            List.of(
                    "interface \\S+\\d+/\\d+/\\d+/\\d+.*",
                    " +ipv4 address \\d.*",
                    " *(\\d+ )?(permit|deny) ipv4 .*",
                    "route-policy .*",
                    "(prefix|as-path|community)-set .*",
                    "router static *")),
    NX_OS(
            "NX-OS",
            List.of(
                    "version \\d+\\.\\d+\\(\\d+[a-z]?\\)[A-Z]\\d+\\(.*",
                    "boot nxos .*",
                    "vdc \\S+ id \\d+.*",
                    "!RANCID-CONTENT-TYPE: cisco-nx.*",
                    "object-group ip (address|port) .*"),
            List.of(
                    "version \\d+\\.\\d+\\(\\d+.*",
                    "!.*\\bNX-?OS\\b.*",
                    "feature \\S.*",
                    "install feature-set .*",
                    "vrf context .*",
                    "!Command: show (running|startup)-config.*",
                    "(no )?ip access-list (?!standard |extended )\\S+ *",
                    " *(\\d+ )?(permit|deny) \\S+ .*\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+.*",
                    " *(\\d+ )?(permit|deny) .* addrgroup .*",
                    " *statistics per-entry.*",
                    "username .* role (network|vdc)-.*",
                    "copp profile .*")),
    FTD(
            "FTD (Firepower Threat Defense)",
            List.of("NGFW Version .*", "access-list \\S+ (line \\d+ )?advanced .*"),
            List.of());

    private final String title;
    private final List<Pattern> certain;
    private final List<Pattern> likely;

    CiscoKind(String title, List<String> certain, List<String> likely) {
        this.title = title;
        this.certain = certain.stream().map(Pattern::compile).toList();
        this.likely = likely.stream().map(Pattern::compile).toList();
    }

    /** What was seen of the kinds so far. */
    static final class Signs {

        /** Lines as they occur by the thousand say nothing of this. */
        private static final int LONGEST = 300;

        private final Map<CiscoKind, Set<Pattern>> seen = new EnumMap<>(CiscoKind.class);

        /** @throws UnsuitableFormat as soon as it is sure */
        void see(Text.Line line) {
            if (line.raw().length() > LONGEST || !isTelling(line)) {
                return;
            }
            var text = line.raw().stripTrailing();
            for (var kind : values()) {
                if (kind.certain.stream().anyMatch(sign -> sign.matcher(text).matches())) {
                    throw new UnsuitableFormat(kind.title);
                }
                kind.likely.stream()
                        .filter(sign -> sign.matcher(text).matches())
                        .forEach(sign -> count(kind, sign));
            }
        }

        private void count(CiscoKind kind, Pattern sign) {
            var signs = seen.computeIfAbsent(kind, none -> new HashSet<>());
            signs.add(sign);
            if (signs.size() > 1) {
                throw new UnsuitableFormat(kind.title);
            }
        }

        /** Of most lines the first word already tells that they are no sign. */
        private static boolean isTelling(Text.Line line) {
            var first = line.word(0);
            if (first.equals("access-list")) {
                return line.word(2).equals("advanced") || line.word(4).equals("advanced");
            }
            return TELLING.contains(first) || first.startsWith("!") || first.startsWith("RP/") || isNumber(first);
        }

        private static boolean isNumber(String word) {
            return !word.isEmpty() && Character.isDigit(word.charAt(0));
        }

        private static final Set<String> TELLING = Set.of(
                "NGFW",
                "as-path-set",
                "boot",
                "community-set",
                "copp",
                "deny",
                "feature",
                "install",
                "interface",
                "ip",
                "ipv4",
                "ipv6",
                "no",
                "object-group",
                "permit",
                "prefix-set",
                "route-policy",
                "router",
                "statistics",
                "username",
                "vdc",
                "version",
                "vrf");
    }
}
