package dev.sekisho.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The feeds that are taken over, each as its publisher writes it. */
public enum Feed {
    KEV(FeedsConfig::kev),
    EUKEV(FeedsConfig::eukev),
    EPSS(FeedsConfig::epss),
    CVE(FeedsConfig::cve),
    NVD(FeedsConfig::nvd),
    OSV(FeedsConfig::osv),
    CSAF(FeedsConfig::csaf),
    OPENVEX(FeedsConfig::openvex),
    EOL(FeedsConfig::eol);

    private final Function<FeedsConfig, FeedsConfig.Source> source;

    Feed(Function<FeedsConfig, FeedsConfig.Source> source) {
        this.source = source;
    }

    /** Where it is fetched, if it is. */
    FeedsConfig.Source source(FeedsConfig config) {
        return source.apply(config);
    }

    /** Whether each file of it is all there is, and replaces the one before. */
    boolean isWhole() {
        return this == KEV || this == EPSS;
    }

    /**
     * Whether a file is older than the one held, which then stays the one that is shown. Of files that never bear a date
     * one without it is the latest.
     */
    boolean isOlder(@Nullable Instant released, @Nullable Instant held) {
        return held != null && (released == null ? isWhole() : released.isBefore(held));
    }

    /** As in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Feed::word).toList();
    }

    static Optional<Feed> of(String word) {
        return Arrays.stream(values()).filter(feed -> feed.word().equals(word)).findFirst();
    }
}
