package dev.sekisho.matching.version;

/** Numbers of any length compared as text. */
final class Digits {
    private Digits() {}

    static int compare(String a, String b) {
        String left = stripped(a);
        String right = stripped(b);
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    static boolean are(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean areZero(String text) {
        return are(text) && stripped(text).isEmpty();
    }

    private static String stripped(String digits) {
        int i = 0;
        while (i < digits.length() && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }
}
