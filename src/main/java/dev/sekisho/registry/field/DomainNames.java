package dev.sekisho.registry.field;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Domain names in the one form they are stored in. */
public final class DomainNames {
    /** The most characters that can be a name: in other scripts never more than in ASCII. */
    private static final int LONGEST = 254;

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** A last label of digits alone would be an address. */
    private static final Pattern QUALIFIED = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

    /** Sharp s, final sigma and invisible joiners: older rules write another name for them than newer ones do. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private DomainNames() {}

    /**
     * A name in ASCII and lower case, other scripts as xn-- labels, without the dot at the end. What cannot be written so
     * stays as it is, for {@link DomainName} to refuse.
     */
    public static String ascii(String name) {
        String plain = name.strip();
        if (plain.length() > LONGEST || AMBIGUOUS.matcher(plain).find()) {
            return name;
        }
        try {
            return IDN.toASCII(plain, IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("(?<=[^.])\\.$", "");
        } catch (IllegalArgumentException notAName) {
            return name;
        }
    }

    static boolean isQualified(String name) {
        return QUALIFIED.matcher(name).matches();
    }
}
