package dev.sekisho.matching.product;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words for editions, systems and processors in CPE names. Registers and sources spell them differently ({@code x86_64} and
 * {@code x64}, {@code macos} and {@code mac_os_x}), so that two texts exclude each other only where they are no two
 * spellings, short forms or kinds of one thing.
 */
final class CpeWords {
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LINUX =
            Pattern.compile(".*linux.*|ubuntu.*|debian.*|rhel.*|redhat.*|centos.*|fedora.*|sle[sd]?\\d*|.*suse.*");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("x8664", "x64"),
            Map.entry("amd64", "x64"),
            Map.entry("intel64", "x64"),
            Map.entry("64bit", "x64"),
            Map.entry("i386", "x86"),
            Map.entry("i486", "x86"),
            Map.entry("i586", "x86"),
            Map.entry("i686", "x86"),
            Map.entry("ia32", "x86"),
            Map.entry("32bit", "x86"),
            Map.entry("aarch64", "arm64"),
            Map.entry("mac", "macos"),
            Map.entry("macosx", "macos"),
            Map.entry("osx", "macos"),
            Map.entry("macintosh", "macos"),
            Map.entry("iphoneos", "ios"),
            Map.entry("ipados", "ios"),
            Map.entry("iphone", "ios"),
            Map.entry("ipad", "ios"),
            Map.entry("win32", "windows"),
            Map.entry("win64", "windows"),
            Map.entry("longtermsupport", "lts"),
            Map.entry("longtermsupportrelease", "lts"),
            Map.entry("extendedsupportrelease", "esr"),
            Map.entry("extendedsupport", "esr"));

    private CpeWords() {}

    /** Whether both may be said of one installation. */
    static boolean mayAgree(String one, String other) {
        String mine = canonical(one);
        String theirs = canonical(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            // A dash says that there is none.
            return one.equals(other);
        }
        return mine.startsWith(theirs) || theirs.startsWith(mine) || areUnix(mine, theirs) || areUnix(theirs, mine);
    }

    private static boolean areUnix(String one, String other) {
        return one.equals("unix") && !other.startsWith("windows");
    }

    private static String canonical(String word) {
        String plain = MARKS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        return LINUX.matcher(plain).matches() ? "linux" : SPELLINGS.getOrDefault(plain, plain);
    }
}
