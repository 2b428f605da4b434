package dev.sekisho.feed.cve;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.VersionRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repaired versions an assigner names in words, such as {@code Please upgrade to FortiOS version 7.4.4 or above}.
 * Without them a range that ends with its last affected version would look as if there were no fix. They settle no
 * verdict: records whose ranges contradict them are published. Nothing but this form is read; sentences are not guessed at.
 */
final class Cve5Solutions {
    private static final Pattern UPGRADE =
            Pattern.compile("(?i)\\b(?:upgrade|update) to (.{1,80}?) versions? v?([0-9][0-9A-Za-z.-]{0,40}) or"
                    + " (?:above|later|newer|higher)");
    private static final int LONGEST = 20_000;

    private final Map<String, String> wordsByVersion = new LinkedHashMap<>();

    private Cve5Solutions(String product, List<Fields> solutions) {
        for (Fields solution : solutions) {
            String text = solution.text("value", "");
            Matcher upgrade = UPGRADE.matcher(text.substring(0, Math.min(LONGEST, text.length())));
            while (upgrade.find()) {
                if (same(product, upgrade.group(1))) {
                    wordsByVersion.putIfAbsent(upgrade.group(2), upgrade.group());
                }
            }
        }
    }

    /** The versions that repair a product. */
    static List<VersionRange> repairing(@Nullable String product, Fields container) {
        if (product == null) {
            return List.of();
        }
        return new Cve5Solutions(product, container.objects("solutions"))
                .wordsByVersion.entrySet().stream()
                        .map(one -> VersionRange.remedy(one.getKey(), one.getValue()))
                        .toList();
    }

    private static boolean same(String product, String named) {
        return plain(product).equals(plain(named));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
