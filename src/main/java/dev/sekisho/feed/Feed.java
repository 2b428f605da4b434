package dev.sekisho.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The feeds that are taken over, each as its publisher writes it. */
public enum Feed {
    KEV(FeedsConfig::kev, Tells.EXPLOITATION, 14),
    EUKEV(FeedsConfig::eukev, Tells.EXPLOITATION, 14),
    EPSS(FeedsConfig::epss, Tells.LIKELIHOOD, 7),
    CVE(FeedsConfig::cve, Tells.VERSIONS, 7),
    NVD(FeedsConfig::nvd, Tells.VERSIONS, 7),
    OSV(FeedsConfig::osv, Tells.VERSIONS, 7),
    CSAF(FeedsConfig::csaf, Tells.VERSIONS, 30),
    OPENVEX(FeedsConfig::openvex, Tells.VERSIONS, 30),
    JVN(FeedsConfig::jvn, Tells.VERSIONS, 7),
    EOL(FeedsConfig::eol, Tells.SUPPORT, 90);

    private final Function<FeedsConfig, FeedsConfig.Source> source;
    private final Tells tells;
    private final int goodForDays;

    Feed(Function<FeedsConfig, FeedsConfig.Source> source, Tells tells, int goodForDays) {
        this.source = source;
        this.tells = tells;
        this.goodForDays = goodForDays;
    }

    /** What a feed tells; without any feed that tells it, nobody knows. */
    enum Tells {
        EXPLOITATION("which vulnerabilities are exploited"),
        LIKELIHOOD("how likely vulnerabilities are to be exploited"),
        VERSIONS("which versions of which products are affected"),
        SUPPORT("until when versions are supported");

        private final String words;

        Tells(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** The feeds any of which tells it. */
        List<String> feeds() {
            return Arrays.stream(Feed.values())
                    .filter(feed -> feed.tells == this)
                    .map(Feed::word)
                    .toList();
        }
    }

    Tells tells() {
        return tells;
    }

    /** Whether its records name products, so that a product none of them names is one that nobody knows. */
    boolean namesProducts() {
        return tells == Tells.VERSIONS || tells == Tells.EXPLOITATION;
    }

    /**
     * The last day on which what is held counts as fresh. Most feeds have something new every day, the catalogue of exploited
     * vulnerabilities every week, and makers write when they have something to say.
     */
    LocalDate goodUntil(LocalDate asOf) {
        return asOf.plusDays(goodForDays);
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
