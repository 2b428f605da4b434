package dev.sekisho.matching.published;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a CVE id looks like: no year begins with a zero. */
public final class CveId {
    public static final String FORM = "CVE-[1-9][0-9]{3}-[0-9]{4,19}";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private CveId() {}

    /** Whether a text is one, in any case of letters. */
    public static boolean is(String text) {
        return WHOLE.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }
}
