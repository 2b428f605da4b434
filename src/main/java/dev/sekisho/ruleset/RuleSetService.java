package dev.sekisho.ruleset;

import dev.sekisho.change.Ledger;
import dev.sekisho.database.Transactions;
import dev.sekisho.digest.Sha256;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.RuleSets.FromDevice;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.RuleSets.Reading;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableFormat;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in the configuration of a firewall and keeps the rules that guard a link; a configuration that is sent for one link is not kept. */
@ApplicationScoped
public class RuleSetService {
    private final RuleSets ruleSets;
    private final RuleSetRepository rows;
    private final CollectionRegistry registries;
    private final Writes writes;
    private final Ledger ledger;
    private final Clock clock;
    private final Transactions transactions;

    RuleSetService(
            RuleSets ruleSets,
            RuleSetRepository rows,
            CollectionRegistry registries,
            Writes writes,
            Ledger ledger,
            Clock clock,
            Transactions transactions) {
        this.ruleSets = ruleSets;
        this.rows = rows;
        this.registries = registries;
        this.writes = writes;
        this.ledger = ledger;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Replaces the rule set of the only device of a link, or of the first on the way. */
    public RuleSetView replace(
            LinkKind kind, String link, Format format, GuardSelector guard, byte[] configuration, String by) {
        return replace(Place.first(kind, link), format, guard, null, configuration, by);
    }

    /**
     * Replaces the rule set of a device. The same configuration under the same guard again changes nothing.
     *
     * @param stated what it does to addresses; where null, what the configuration shows
     * @param by who says so
     * @throws ProblemException INVALID when the configuration is not of the format, with line and column; IMPOSSIBLE when
     *     it has nothing of the guard's name; TOO_LARGE beyond what a reader takes
     */
    public RuleSetView replace(
            Place at, Format format, GuardSelector guard, @Nullable Rewriting stated, byte[] configuration, String by) {
        if (configuration.length > ConfigurationLimits.BYTES) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE, "A configuration takes at most " + ConfigurationLimits.BYTES + " bytes.");
        }
        transactions.read(() -> refuseMissing(at.kind(), at.link()));
        // Whether IPv6 is used behind the link may change; the configuration, which could say more, is not kept.
        RuleSet read = told(format, () -> format.parse(configuration).read(guard.carryingIpv6()));
        Rewriting rewriting = stated == null ? format.rewriting(configuration) : stated;
        var reading =
                new Reading(format, guard, rewriting, Sha256.hex(configuration), configuration.length, read, null);
        return writes.run(() -> {
            Put put = put(at, reading, by);
            if (put.changed()) {
                changed(at);
            }
            return put.view();
        });
    }

    /** What is in force after rules were put there, and whether that is another revision than before. */
    public record Put(RuleSetView view, boolean changed) {}

    /**
     * Puts rules that were read into force, in the transaction at hand; the same again change nothing. Whoever calls says
     * that the link has changed.
     */
    public Put put(Place at, Reading reading, String by) {
        refuseMissing(at.kind(), at.link());
        RuleSetEntity row = row(reading);
        row.storedBy = by;
        row.storedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<RuleSetEntity> known = rows.current(at).filter(current -> isSame(current, row));
        return new Put(RuleSetView.of(known.orElseGet(() -> ruleSets.replace(at, row)), true), known.isEmpty());
    }

    private static RuleSetEntity row(Reading reading) {
        var row = new RuleSetEntity();
        row.format = reading.format().name();
        row.guard = reading.guard().names().isEmpty() ? null : reading.guard().text();
        row.rewriting = reading.rewriting();
        row.sha256 = reading.sha256();
        row.sizeBytes = reading.sizeBytes();
        row.rules = NeutralRules.of(reading.rules());
        FromDevice from = reading.from();
        if (from != null) {
            row.device = from.device();
            row.statedRewriting = from.stated();
            row.sectionsRead = from.sections();
            row.missing = from.missing();
        }
        return row;
    }

    private static boolean isSame(RuleSetEntity current, RuleSetEntity sent) {
        return current.sha256.equals(sent.sha256)
                && current.format.equals(sent.format)
                && current.rewriting() == sent.rewriting
                && Objects.equals(current.guard, sent.guard)
                && Objects.equals(current.device, sent.device)
                && current.statedRewriting == sent.statedRewriting
                && Objects.equals(current.missing, sent.missing)
                && current.rules.equals(sent.rules);
    }

    private void changed(Place at) {
        ledger.touched(at.kind().collection(), at.link());
    }

    /** What reading a configuration gives, or the problem that tells why there is nothing. */
    public static <T> T told(Format format, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableConfiguration refused) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    "The configuration cannot be read as " + format + ": " + refused.getMessage() + ".",
                    List.of(new Problem.FieldError(null, refused.reason(), refused.line())));
        } catch (UnsuitableGuard refused) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, refused.parameter(), refused.getMessage() + ".");
        } catch (UnsuitableFormat refused) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "format", refused.getMessage() + ".");
        }
    }

    /** Takes what is in force at a place out of force; it stays in the history. */
    public void remove(Place at) {
        writes.run(() -> {
            ruleSets.remove(existing(at));
            changed(at);
            return at.link();
        });
    }

    /** Makes a revision the one that the rules in force are held against, whoever stored it. */
    public RuleSetView approve(Place at, int revision, String by) {
        return writes.run(() -> {
            RuleSetEntity row = existing(at, revision);
            if (!row.approved) {
                ruleSets.approve(row, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
                changed(at);
            }
            return RuleSetView.of(row, true);
        });
    }

    /** One revision with its rules, or the one in force. */
    public RuleSetView read(Place at, @Nullable Integer revision) {
        return transactions.read(() -> RuleSetView.of(revision == null ? existing(at) : existing(at, revision), true));
    }

    /** All that are in force at a link, in the order of the way, without their rules. */
    public List<RuleSetView> inForce(LinkKind kind, String link) {
        return transactions.read(() -> {
            refuseMissing(kind, link);
            return rows.current(kind, link).stream()
                    .map(row -> RuleSetView.of(row, false))
                    .toList();
        });
    }

    /** The rules in force of all devices of a link, ready to be asked. */
    Traffic traffic(LinkKind kind, String link) {
        transactions.read(() -> refuseMissing(kind, link));
        Traffic traffic = ruleSets.traffic(kind, link);
        if (traffic == null) {
            throw none(link);
        }
        return traffic;
    }

    private RuleSetEntity existing(Place at) {
        refuseMissing(at.kind(), at.link());
        return rows.current(at)
                .orElseThrow(() -> rows.current(at.kind(), at.link()).isEmpty() ? none(at.link()) : noneAt(at));
    }

    private RuleSetEntity existing(Place at, int revision) {
        refuseMissing(at.kind(), at.link());
        return rows.revision(at, revision)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND,
                        "The link " + at.link() + " never had a rule set " + revision
                                + (at.position() == 1 ? "." : " at position " + at.position() + ".")));
    }

    private static ProblemException none(String link) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "The link " + link + " has no rule set, so it counts as fully open.");
    }

    private static ProblemException noneAt(Place at) {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "The link " + at.link() + " has no rule set at position " + at.position()
                        + "; those at other positions guard it.");
    }

    public List<RuleSetView> history(Place at) {
        return transactions.read(() -> {
            refuseMissing(at.kind(), at.link());
            return rows.newestFirst(at).stream()
                    .map(row -> RuleSetView.of(row, false))
                    .toList();
        });
    }

    /** The rules of one revision, or those in force. */
    RuleSet rules(Place at, @Nullable Integer revision) {
        return transactions.read(() -> (revision == null ? existing(at) : existing(at, revision)).rules.fact());
    }

    public void refuseMissing(LinkKind kind, String link) {
        if (!registries.holds(kind.collection(), link)) {
            throw registries.missing(kind.collection(), link);
        }
    }
}
