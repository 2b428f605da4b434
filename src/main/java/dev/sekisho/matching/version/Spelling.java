package dev.sekisho.matching.version;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as appliances and their makers' pages show them, in the words the rest of their maker's versions are written in. */
final class Spelling {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    /** The system in front, as in {@code ZLD V5.37} and {@code PAN-OS 10.2.5}; it says nothing of the order. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?:zld|fortios|fortimanager|fortianalyzer|pan-?os|sonicosx?|junos(?: os)?|ios(?:[ -]xe)?|nx-?os|asa|ftd|esxi?"
                    + "|vcenter(?: server)?|arubaos|big-?ip|screenos|gaia|routeros|firmware)[ -]+(?=v?\\.? ?\\d)",
            FLAGS);

    /** {@code NS14.1: Build 43.50.nc}, which downloads and advisories call 14.1-43.50. */
    private static final Pattern NETSCALER = Pattern.compile(
            "(?:netscaler )?NS ?(\\d+\\.\\d+)(?::? ?build |-|: ?| )(\\d+\\.\\d+)(?:\\.nc)?(?:, date:.*)?"
                    + "|(\\d+\\.\\d+)(?::? ?build |-)(\\d+\\.\\d+)\\.nc",
            FLAGS);

    /** {@code 7.2.4,build1396,230131 (GA.F)}: what stands behind the build is its day and how mature it is. */
    private static final Pattern FORTINET =
            Pattern.compile("(.*\\d) ?, ?build ?(\\d{1,6})(?:, ?\\d{6})?(?: ?\\([A-Z.]{1,8}\\))?", FLAGS);

    private record Words(Pattern written, String meant) {}

    private static final List<Words> WORDS = List.of(
            words("cumulative[ _-]?update", "cu"),
            words("security[ _-]?update", "su"),
            words("service[ _-]?pack", "sp"),
            words("maintenance[ _-]?release", "mr"),
            words("fix[ _-]?pack", "fp"),
            words("hot[ _-]?fix", "hf"),
            words("patch[ _-]?level", "pl"));

    private Spelling() {}

    private static Words words(String written, String meant) {
        return new Words(Pattern.compile("(?<![a-z])" + written + "[ _-]*(?=\\d)", FLAGS), meant);
    }

    static String plain(String text) {
        Matcher system = SYSTEM.matcher(text);
        String version = system.lookingAt() ? text.substring(system.end()) : text;
        Matcher netscaler = NETSCALER.matcher(version);
        if (netscaler.matches()) {
            boolean named = netscaler.group(1) != null;
            return netscaler.group(named ? 1 : 3) + "-" + netscaler.group(named ? 2 : 4);
        }
        Matcher fortinet = FORTINET.matcher(version);
        if (fortinet.matches()) {
            return fortinet.group(1) + " build" + fortinet.group(2);
        }
        for (Words words : WORDS) {
            version = words.written().matcher(version).replaceAll(words.meant());
        }
        return version;
    }
}
