package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryMerger;
import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.digest.Sha256;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes in whole feeds, one at a time: all of a file or nothing of it. */
@ApplicationScoped
class FeedService implements Existing {
    private static final int LONGEST_ERROR = 1000;
    private static final int BUFFER = 1 << 16;

    private final FeedRepository feeds;
    private final FeedReading reading;
    private final AdvisoryMerger intake;
    private final Ledger ledger;
    private final FetchPlan plan;
    private final Clock clock;
    private final Transactions transactions;

    /** Two feeds at once would write the same advisories. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** How many files of each are read or wait for it. */
    private final Map<Feed, Integer> underWay = new ConcurrentHashMap<>();

    FeedService(
            FeedRepository feeds,
            FeedReading reading,
            AdvisoryMerger intake,
            Ledger ledger,
            FetchPlan plan,
            Clock clock,
            Transactions transactions) {
        this.feeds = feeds;
        this.reading = reading;
        this.intake = intake;
        this.ledger = ledger;
        this.plan = plan;
        this.clock = clock;
        this.transactions = transactions;
    }

    FeedView take(Feed feed, Path file, Sending sending) {
        underWay.merge(feed, 1, Integer::sum);
        try {
            return inTurn(feed, file, sending);
        } finally {
            underWay.computeIfPresent(feed, (any, files) -> files == 1 ? null : files - 1);
        }
    }

    private FeedView inTurn(Feed feed, Path file, Sending sending) {
        String sha256 = Sha256.hex(file);
        turn.lock();
        try {
            return transactions.writeAtLength(() -> taken(feed, sha256, file, sending));
        } catch (DateCheck.DatedAhead refused) {
            failed(feed, String.valueOf(refused.getMessage()));
            throw ProblemException.of(ProblemType.IMPOSSIBLE, refused.getMessage() + ". Nothing was changed.");
        } catch (UnreadableFeed refused) {
            failed(feed, String.valueOf(refused.getMessage()));
            throw ProblemException.of(ProblemType.INVALID, refused.getMessage() + ". Nothing was changed.");
        } catch (RuntimeException | Error failure) {
            failed(feed, "It could not be stored. Send it again.");
            throw failure;
        } finally {
            turn.unlock();
        }
    }

    private FeedView taken(Feed feed, String sha256, Path file, Sending sending) throws IOException {
        // Where the day is said beside the file, the same file may be of another; and what was taken with broken
        // documents
        // left out is refused by whoever takes none.
        if (sha256.equals(row(feed).sha256) && feed != Feed.EOL && !sending.strict()) {
            return succeeded(feed, sha256, null);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            FeedReading.Taken taken = reading.take(feed, in, row(feed).releasedAt, sending);
            if (!taken.changed().isEmpty()) {
                ledger.touched(
                        feed == Feed.EOL ? CollectionName.LIFE_CYCLES : CollectionName.ADVISORIES, taken.changed());
            }
            return succeeded(feed, sha256, taken);
        }
    }

    /** @param taken absent where the file was the last one again, which changes nothing */
    private FeedView succeeded(Feed feed, @Nullable String sha256, FeedReading.@Nullable Taken taken) {
        FeedEntity row = row(feed);
        boolean older = taken != null && feed.isOlder(taken.released(), row.releasedAt);
        if (!older) {
            row.sha256 = sha256;
            row.lastSuccessAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        if (taken != null && !older) {
            row.recordCount = (int) taken.records();
            row.skippedCount = (int) taken.skipped();
            row.skippedReasons = taken.reasons().isEmpty() ? null : taken.reasons();
            row.releasedAt = taken.released();
        }
        tell(row, feed, taken);
        FeedView view = FeedView.of(row, false, plan.view(feed), clock.instant());
        ledger.wrote(Address.of(CollectionName.FEEDS, feed.word()), ChangeOperation.LOADED, view);
        ledger.touched(CollectionName.FEEDS, feed.word());
        return view;
    }

    /** What is told of the last file, even where the one before is still held. */
    private static void tell(FeedEntity row, Feed feed, FeedReading.@Nullable Taken taken) {
        if (taken != null) {
            row.olderCount = taken.older();
            row.notes = taken.notes().isEmpty() ? null : taken.notes();
            row.unknownFields = taken.unknown().isEmpty() ? null : UnknownField.of(taken.unknown());
        } else if (feed.isWhole()) {
            row.olderCount = 0;
            row.notes = null;
        }
        row.changeCount = taken == null ? 0 : taken.changed().size();
        row.lastError = null;
        row.lastErrorAt = null;
    }

    /** Its publisher says that the file held is still the one to hold. */
    FeedView confirm(Feed feed) {
        return transactions.write(() -> {
            FeedEntity row = row(feed);
            return succeeded(feed, row.sha256, null);
        });
    }

    void failed(Feed feed, String error) {
        transactions.write(() -> {
            FeedEntity row = row(feed);
            row.lastError = error.substring(0, Math.min(LONGEST_ERROR, error.length()));
            row.lastErrorAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        });
    }

    private FeedEntity row(Feed feed) {
        FeedEntity known = feeds.findById(feed.word());
        if (known != null) {
            return known;
        }
        var row = new FeedEntity();
        row.name = feed.word();
        feeds.persist(row);
        return row;
    }

    /** What is under way is given up. */
    void stop() {
        reading.stop();
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        feeds.listAll().stream()
                .map(row -> FeedView.of(row, false, null, clock.instant()))
                .forEach(feed -> taker.accept(new Snapshot(Address.of(CollectionName.FEEDS, feed.name()), feed)));
    }

    FeedView stands(Feed feed) {
        return transactions.read(() -> view(feed));
    }

    List<FeedView> all() {
        return transactions.read(
                () -> Arrays.stream(Feed.values()).map(this::view).toList());
    }

    private FeedView view(Feed feed) {
        FeedEntity known = feeds.findById(feed.word());
        FeedEntity row = known == null ? new FeedEntity() : known;
        row.name = feed.word();
        return FeedView.of(row, underWay.containsKey(feed), plan.view(feed), clock.instant());
    }

    /** Takes over one record of the CVE list; tells the key of its advisory, and where an older one changed nothing. */
    CollectionService.Upserted cve5(InputStream body) {
        var records = new ArrayList<AdvisoryRecord>();
        try {
            new Cve5Reader().read(body, records::add);
        } catch (UnreadableFeed refused) {
            throw ProblemException.of(ProblemType.INVALID, String.valueOf(refused.getMessage()));
        }
        if (records.size() != 1) {
            throw ProblemException.of(
                    ProblemType.INVALID, "One CVE record is taken here, and this holds " + records.size() + ".");
        }
        if (reading.dates().isToCome(records.get(0))) {
            throw ProblemException.of(
                    ProblemType.IMPOSSIBLE,
                    "The date of the record, " + records.get(0).dated()
                            + ", lies in the future, so that every later one would be called older. Nothing was changed.");
        }
        AdvisoryMerger.Taken taken = intake.takeOver("CVE", records);
        if (!taken.changed().isEmpty()) {
            ledger.wrote(
                    Address.part(
                            CollectionName.ADVISORIES,
                            intake.keyOf(records.get(0).id()),
                            "sources/cve"),
                    ChangeOperation.LOADED,
                    records.get(0));
            ledger.touched(CollectionName.ADVISORIES, taken.changed());
        }
        return new CollectionService.Upserted(intake.keyOf(records.get(0).id()), notes(records.get(0), taken));
    }

    private static List<String> notes(AdvisoryRecord record, AdvisoryMerger.Taken taken) {
        return taken.older() == 0
                ? List.of()
                : List.of("The record of " + record.dated() + " is older than the one that is held, which stays; "
                        + (taken.changed().isEmpty()
                                ? "nothing was changed."
                                : "only its evidence of exploitation was added."));
    }
}
