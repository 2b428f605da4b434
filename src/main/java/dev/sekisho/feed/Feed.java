package dev.sekisho.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The feeds that are taken over, each as its publisher writes it. */
public enum Feed {
    KEV(FeedsConfig::kev),
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

    /** As in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Feed> of(String word) {
        return Arrays.stream(values()).filter(feed -> feed.word().equals(word)).findFirst();
    }
}
