package dev.sekisho.ruleset.cisco;

import java.util.regex.Pattern;

/** The release of a device's software as far as it decides how a configuration is meant. */
record CiscoVersion(int major, int minor) {

    static final CiscoVersion UNKNOWN = new CiscoVersion(0, 0);

    /** A Firewall Services Module behaves as the old ASA does, whatever its number. */
    static final CiscoVersion FWSM = new CiscoVersion(7, 2);

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3}).*");

    static CiscoVersion of(String text) {
        var found = NUMBER.matcher(text);
        return found.matches()
                ? new CiscoVersion(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                : UNKNOWN;
    }

    boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** Not if it is unknown. */
    boolean isBefore(int otherMajor, int otherMinor) {
        return isKnown() && (major < otherMajor || major == otherMajor && minor < otherMinor);
    }

    /** Not if it is unknown. */
    boolean isFrom(int otherMajor, int otherMinor) {
        return isKnown() && !isBefore(otherMajor, otherMinor);
    }
}
