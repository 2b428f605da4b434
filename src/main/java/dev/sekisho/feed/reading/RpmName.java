package dev.sekisho.feed.reading;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of an RPM package with its epoch, version, release and architecture, as in {@code openssl-1:3.0.7-27.el9.x86_64}. */
public final class RpmName {
    private static final int LONGEST = 300;
    private static final Pattern FORM = Pattern.compile(
            "(\\S+?)-(?:(\\d{1,9}):)?([^-:\\s]+)-([^-:\\s]+)"
                    + "\\.(src|nosrc|noarch|x86_64|i[3-6]86|aarch64|ppc64le|ppc64|s390x?|armv[67]\\w*|riscv64|ia64)(?:\\.rpm)?");

    private RpmName() {}

    /** Null for text of another form, or where nobody says whose package it is. */
    public static @Nullable String purl(@Nullable String vendor, String text) {
        Matcher form = FORM.matcher(text);
        if (vendor == null || text.length() > LONGEST || !form.matches()) {
            return null;
        }
        var qualifiers = new TreeMap<String, String>();
        qualifiers.put("arch", form.group(5));
        if (form.group(2) != null) {
            qualifiers.put("epoch", form.group(2));
        }
        String distributor = vendor.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        try {
            return new PackageURL(
                            "rpm", distributor, form.group(1), form.group(3) + "-" + form.group(4), qualifiers, null)
                    .canonicalize();
        } catch (MalformedPackageURLException e) {
            return null;
        }
    }
}
