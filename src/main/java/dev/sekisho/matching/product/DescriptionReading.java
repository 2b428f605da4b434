package dev.sekisho.matching.product;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.VendorVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repaired versions a vendor names in the description when its record leaves the version fields at n/a ("before
 * 2021.0.6, 2021.1.4 and 2023.0.1"). Prose settles nothing by itself; it is read to notice that it contradicts what somebody
 * else added to the record, so it must only be weighed together with other evidence.
 */
final class DescriptionReading {
    private static final int NEAR = 80;
    private static final int LONGEST = 5_000;
    private static final String VERSION = "v?\\d{1,9}(?:\\.\\w{1,12}){1,4}";
    private static final Pattern BEFORE = Pattern.compile(
            "\\bbefore (?:versions? )?(" + VERSION + "(?:[\\s,()]|and |or |" + VERSION + "){0,60})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile(VERSION);

    private DescriptionReading() {}

    /** Null where the vendor's own fields say something, or the text names no repaired version of the product. */
    static @Nullable MatchEvidence evidence(AdvisoryRecord record, Installed installed, @Nullable String version) {
        AffectedProduct silent = silentVendor(record);
        if (silent == null || record.description() == null) {
            return null;
        }
        String list = listBehind(record.description(), product(installed));
        if (list == null) {
            return null;
        }
        VendorVersion parsed = version == null ? null : VendorVersion.parse(version);
        return version == null || parsed == null
                ? ourGap(record.id(), silent.sourceName(), list)
                        .open(version == null ? Gap.VERSION_MISSING : Gap.VERSION_SPELLING)
                : compared(record.id(), silent.sourceName(), parsed, version, list);
    }

    /** Versions are named, and it is ours that cannot be held against them. */
    private static MatchEvidence ourGap(String recordId, String sourceName, String list) {
        return new MatchEvidence(
                new MatchEvidence.Origin(Source.CNA, sourceName, recordId),
                MatchAnswer.UNKNOWN,
                "before " + list,
                "versions are named in the description, and the installed one is not known",
                VersionRange.UNNAMED_FIX);
    }

    private static @Nullable AffectedProduct silentVendor(AdvisoryRecord record) {
        List<AffectedProduct> own = record.affected().stream()
                .filter(entry -> entry.source() == Source.CNA)
                .toList();
        return own.isEmpty() || !own.stream().allMatch(AffectedProduct::unspecified) ? null : own.get(0);
    }

    private static String product(Installed installed) {
        CpeName cpe = CpeName.parse(installed.cpe());
        String name = installed.product() != null ? installed.product() : cpe == null ? "" : cpe.product();
        return name.replaceAll("[_\\s]+", " ").toLowerCase(Locale.ROOT).strip();
    }

    private static @Nullable String listBehind(String description, String product) {
        String text = description
                .substring(0, Math.min(description.length(), LONGEST))
                .replaceAll("\\s+", " ");
        int at = product.isEmpty() ? -1 : text.toLowerCase(Locale.ROOT).indexOf(product);
        if (at < 0) {
            return null;
        }
        Matcher before = BEFORE.matcher(text);
        int end = at + product.length();
        return before.find(end) && before.start() - end <= NEAR
                ? before.group(1).strip()
                : null;
    }

    private static @Nullable MatchEvidence compared(
            String recordId, String sourceName, VendorVersion version, String written, String list) {
        List<VendorVersion> fixes = new ArrayList<>();
        Matcher one = ONE.matcher(list);
        while (one.find()) {
            VendorVersion fix = VendorVersion.parse(one.group());
            if (fix != null) {
                fixes.add(fix);
            }
        }
        for (VendorVersion fix : fixes) {
            OptionalInt difference = version.compare(fix);
            if (difference.isPresent() && version.startsWith(lineOf(fix))) {
                boolean repaired = difference.getAsInt() >= 0;
                String words = written + (repaired ? " >= " : " < ") + text(fix) + ", named in the description";
                return new MatchEvidence(
                        new MatchEvidence.Origin(Source.CNA, sourceName, recordId),
                        repaired ? MatchAnswer.FIXED : MatchAnswer.AFFECTED,
                        "before " + list,
                        words,
                        text(fix));
            }
        }
        return null;
    }

    private static List<BigInteger> lineOf(VendorVersion fix) {
        return fix.core().subList(0, Math.max(1, fix.core().size() - 1));
    }

    private static String text(VendorVersion version) {
        return String.join(
                ".", version.core().stream().map(BigInteger::toString).toList());
    }
}
