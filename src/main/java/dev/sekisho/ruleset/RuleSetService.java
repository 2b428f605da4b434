package dev.sekisho.ruleset;

import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Changed;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.RuleSet;
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
import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in the configuration of a firewall and keeps the rules that guard a link; the configuration itself is not kept. */
@ApplicationScoped
public class RuleSetService {
    private final RuleSets ruleSets;
    private final RuleSetRepository rows;
    private final CollectionRegistry registries;
    private final Writes writes;
    private final Event<Changed> changes;
    private final Clock clock;
    private final Transactions transactions;

    RuleSetService(
            RuleSets ruleSets,
            RuleSetRepository rows,
            CollectionRegistry registries,
            Writes writes,
            Event<Changed> changes,
            Clock clock,
            Transactions transactions) {
        this.ruleSets = ruleSets;
        this.rows = rows;
        this.registries = registries;
        this.writes = writes;
        this.changes = changes;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Replaces the rule set of a link. The same configuration under the same guard again changes nothing.
     *
     * @param by who says so
     * @throws ProblemException INVALID when the configuration is not of the format, with line and column; IMPOSSIBLE when
     *     it has nothing of the guard's name; TOO_LARGE beyond what a reader takes
     */
    public RuleSetView replace(
            LinkKind kind, String link, Format format, GuardSelector guard, byte[] configuration, String by) {
        if (configuration.length > ConfigurationLimits.BYTES) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE, "A configuration takes at most " + ConfigurationLimits.BYTES + " bytes.");
        }
        transactions.read(() -> refuseMissing(kind, link));
        // Whether IPv6 is used behind the link may change; the configuration, which could say more, is not kept.
        RuleSet read = read(format, guard.carryingIpv6(), configuration);
        String sha256 = sha256(configuration);
        String named = named(guard);
        return writes.run(() -> {
            refuseMissing(kind, link);
            Optional<RuleSetEntity> known = rows.current(kind, link)
                    .filter(row -> row.sha256.equals(sha256)
                            && row.format.equals(format.name())
                            && Objects.equals(row.guard, named)
                            && row.rules.equals(NeutralRules.of(read)));
            return RuleSetView.of(
                    known.orElseGet(() -> store(kind, link, format, named, sha256, configuration.length, by, read)),
                    true);
        });
    }

    private RuleSetEntity store(
            LinkKind kind,
            String link,
            Format format,
            @Nullable String guard,
            String sha256,
            int size,
            String by,
            RuleSet rules) {
        var row = new RuleSetEntity();
        row.format = format.name();
        row.guard = guard;
        row.sha256 = sha256;
        row.sizeBytes = size;
        row.storedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.storedBy = by;
        RuleSetEntity stored = ruleSets.replace(kind, link, row, rules);
        changes.fire(new Changed(kind.collection(), Set.of(link)));
        return stored;
    }

    private static RuleSet read(Format format, GuardSelector guard, byte[] configuration) {
        try {
            return format.read(new ByteArrayInputStream(configuration), guard);
        } catch (UnreadableConfiguration refused) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    "The configuration cannot be read as " + format + ": " + refused.getMessage() + ".",
                    List.of(new Problem.FieldError(null, refused.reason(), refused.line())));
        } catch (UnsuitableGuard refused) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, refused.parameter(), refused.getMessage() + ".");
        } catch (UnsuitableFormat refused) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "format", refused.getMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(LinkKind kind, String link) {
        writes.run(() -> {
            refuseMissing(kind, link);
            ruleSets.remove(existing(kind, link));
            changes.fire(new Changed(kind.collection(), Set.of(link)));
            return link;
        });
    }

    /** Makes a revision the one that the rules in force are held against, whoever stored it. */
    RuleSetView approve(LinkKind kind, String link, int revision, String by) {
        return writes.run(() -> {
            RuleSetEntity row = existing(kind, link, revision);
            if (!row.approved) {
                ruleSets.approve(row, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
                changes.fire(new Changed(kind.collection(), Set.of(link)));
            }
            return RuleSetView.of(row, true);
        });
    }

    /** One revision with its rules, or the one in force. */
    RuleSetView read(LinkKind kind, String link, @Nullable Integer revision) {
        return transactions.read(
                () -> RuleSetView.of(revision == null ? existing(kind, link) : existing(kind, link, revision), true));
    }

    /** The rules in force, ready to be asked. */
    Traffic traffic(LinkKind kind, String link) {
        transactions.read(() -> refuseMissing(kind, link));
        Traffic traffic = ruleSets.traffic(kind, link);
        if (traffic == null) {
            throw none(link);
        }
        return traffic;
    }

    private RuleSetEntity existing(LinkKind kind, String link) {
        refuseMissing(kind, link);
        return rows.current(kind, link).orElseThrow(() -> none(link));
    }

    private RuleSetEntity existing(LinkKind kind, String link, int revision) {
        refuseMissing(kind, link);
        return rows.revision(kind, link, revision)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "The link " + link + " never had a rule set " + revision + "."));
    }

    private static ProblemException none(String link) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "The link " + link + " has no rule set, so it counts as fully open.");
    }

    List<RuleSetView> history(LinkKind kind, String link) {
        return transactions.read(() -> {
            refuseMissing(kind, link);
            return rows.newestFirst(kind, link).stream()
                    .map(row -> RuleSetView.of(row, false))
                    .toList();
        });
    }

    /** The rules of one revision, or those in force. */
    RuleSet rules(LinkKind kind, String link, @Nullable Integer revision) {
        return transactions.read(
                () -> (revision == null ? existing(kind, link) : existing(kind, link, revision)).rules.fact());
    }

    void refuseMissing(LinkKind kind, String link) {
        if (!registries.holds(kind.collection(), link)) {
            throw registries.missing(kind.collection(), link);
        }
    }

    private static @Nullable String named(GuardSelector guard) {
        String names = new TreeMap<>(guard.names())
                .entrySet().stream()
                        .map(entry -> entry.getKey().parameter() + "=" + String.join(",", entry.getValue()))
                        .collect(Collectors.joining("&"));
        return names.isEmpty() ? null : names;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
