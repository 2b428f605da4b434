package dev.sekisho.feed;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of feeds. Nothing is fetched unless a feed has an address and its host is named. */
@ConfigMapping(prefix = "sekisho.feeds")
public interface FeedsConfig {
    /** The only hosts that are asked, also after a redirect: {@code host}, which means its port 443, or {@code host:port}. */
    Optional<List<String>> hosts();

    /** Addresses or blocks that may be connected to although they are not public: mirrors of one's own. */
    Optional<List<String>> mirrors();

    /** Certificates (PEM) of the authorities to trust in place of the usual ones. */
    Optional<Path> certificates();

    /** All of one fetch, redirects included; the largest feeds are a few hundred megabytes. */
    @WithDefault("PT10M")
    Duration timeLimit();

    /** Within each such span some kilobytes must arrive: who sends a byte a second would hold us until the time limit. */
    @WithDefault("PT10S")
    Duration patience();

    /** A file as it is sent, kept on disk (java.io.tmpdir) while it is read. */
    @WithDefault("200M")
    MemorySize sizeLimit();

    /** Tries after the first that failed, before the next regular one. */
    @WithDefault("3")
    @WithConverter(Retries.class)
    int retries();

    /** Before the first of them; doubled before each further one, and up to half of it left out at random. */
    @WithDefault("PT1M")
    Duration retryPause();

    /** Who sends a file in gets an answer by then, even if it is still read; idle connections are cut after a minute. */
    @WithDefault("PT50S")
    Duration answerAfter();

    /** Of what is published as a whole (kev, epss), a file that holds less than this share of what is held is refused. */
    @WithDefault("0.9")
    double leastShare();

    /** How far ahead of our clock the date of a file or record may lie; what lies further is not believed. */
    @WithDefault("P1D")
    Duration futureTolerance();

    Source kev();

    Source eukev();

    Source epss();

    Source cve();

    Source nvd();

    Source osv();

    Source csaf();

    Source openvex();

    Source jvn();

    Source eol();

    /** Where a feed is fetched, and how often. */
    interface Source {
        /** An https address without a user; not fetched where there is none. */
        Optional<URI> url();

        @WithDefault("P1D")
        Duration every();
    }
}
