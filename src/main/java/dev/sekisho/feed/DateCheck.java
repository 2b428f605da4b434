package dev.sekisho.feed;

import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Does not believe dates of the future: whatever came after them would be called older, and never be taken over. A file is
 * refused for its own date; a record that may be all there is of a flaw stays, as one without a date.
 */
@ApplicationScoped
class DateCheck {
    private final FeedsConfig config;
    private final Clock clock;

    DateCheck(FeedsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** A file whose own date is one to come. */
    static final class DatedAhead extends UnreadableFeed {
        DatedAhead(Feed feed, Instant dated) {
            super(
                    feed.word(),
                    "as a whole",
                    "its date, " + dated
                            + ", lies in the future, so that every later file would be called older; check the date of the file and the clock of this machine");
        }
    }

    void check(Feed feed, @Nullable Instant dated) {
        if (isToCome(dated)) {
            throw new DatedAhead(feed, dated);
        }
    }

    boolean isToCome(AdvisoryRecord record) {
        return isToCome(record.dated());
    }

    private boolean isToCome(@Nullable Instant dated) {
        return dated != null && dated.isAfter(clock.instant().plus(config.futureTolerance()));
    }
}
