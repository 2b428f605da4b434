package dev.sekisho.access;

import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Issues, revokes and checks API keys. Keys are few, so all of them are held in memory; a revocation counts at once. */
@ApplicationScoped
class KeyRing implements Existing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    /** What they are called in addresses; they are no collection that anything refers to. */
    private static final String COLLECTION = "api-keys";

    private final ApiKeyRepository keys;
    private final Clock clock;
    private final Transactions transactions;
    private final Ledger ledger;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    KeyRing(ApiKeyRepository keys, Clock clock, Transactions transactions, Ledger ledger) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.transactions = transactions;
    }

    private record Held(
            String id, byte[] hash, Role role, @Nullable Instant expiresAt) {}

    /** Who a checked key belongs to. */
    record Caller(String keyId, Role role) {}

    void load() {
        Set<String> before = new HashSet<>(held.keySet());
        List<ApiKeyEntity> stored = transactions.read(() -> keys.listAll());
        stored.forEach(this::hold);
        stored.stream().filter(key -> key.revokedAt == null).forEach(key -> before.remove(key.id));
        held.keySet().removeAll(before);
    }

    void readAgain(@Observes MemoryOutdated outdated) {
        load();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Who sent this, where it is a key that is valid now. */
    Optional<Caller> check(String sent) {
        return Secret.parse(sent).flatMap(this::check);
    }

    private Optional<Caller> check(Secret secret) {
        Held key = held.get(secret.id());
        Instant now = clock.instant();
        byte[] hash = secret.hash().getBytes(StandardCharsets.US_ASCII);
        if (key == null || !MessageDigest.isEqual(key.hash(), hash) || expired(key, now)) {
            return Optional.empty();
        }
        used.put(key.id(), now);
        return Optional.of(new Caller(key.id(), key.role()));
    }

    private static boolean expired(Held key, Instant now) {
        return key.expiresAt() != null && !now.isBefore(key.expiresAt());
    }

    IssuedKey issue(String name, Role role, @Nullable Instant expiresAt) {
        return store(Secret.generate(), name, role, expiresAt);
    }

    /** Takes over a key that was chosen outside, once: what was revoked here stays so though it is still set there. */
    void adopt(String text, String name, Role role) {
        Secret secret = Secret.parse(text).orElseThrow();
        boolean known = transactions.read(() -> keys.findById(secret.id()) != null);
        if (!known) {
            store(secret, name, role, null);
        } else if (check(text).isEmpty()) {
            LOG.warnf(
                    "SEKISHO_ADMIN_KEY opens nothing: a key with id %s was revoked or has another secret", secret.id());
        }
    }

    private IssuedKey store(Secret secret, String name, Role role, @Nullable Instant expiresAt) {
        var key = new ApiKeyEntity();
        key.id = secret.id();
        key.name = name;
        key.hash = secret.hash();
        key.role = role;
        key.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        key.expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        transactions.write(() -> {
            keys.persistAndFlush(key);
            enter(key, ChangeOperation.CREATED);
        });
        hold(key);
        LOG.infof("API key issued: id %s, role %s", key.id, role);
        return new IssuedKey(key.id, name, role, expiresAt, secret.text());
    }

    private void enter(ApiKeyEntity key, ChangeOperation operation) {
        ledger.wrote(address(key), operation, ApiKeyView.of(key));
    }

    private static Address address(ApiKeyEntity key) {
        return new Address(COLLECTION, key.id, "");
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        keys.listAll().forEach(key -> taker.accept(new Snapshot(address(key), ApiKeyView.of(key))));
    }

    private void hold(ApiKeyEntity key) {
        if (key.revokedAt == null) {
            held.put(key.id, new Held(key.id, key.hash.getBytes(StandardCharsets.US_ASCII), key.role, key.expiresAt));
        }
    }

    List<ApiKeyView> list() {
        return transactions.read(
                () -> keys.newestFirst().stream().map(ApiKeyView::of).toList());
    }

    /**
     * Ends a key at once; the last key of an administrator stays, or nobody could issue another. One at a time, and
     * counted among the keys that are held: two administrators could otherwise each see the other's key and end it.
     */
    synchronized void revoke(String id) {
        transactions.write(() -> recordRevocation(id));
        held.remove(id);
        LOG.infof("API key revoked: id %s", id);
    }

    private void recordRevocation(String id) {
        ApiKeyEntity key = keys.findById(id);
        if (key == null) {
            throw ProblemException.notFound("API key", id);
        }
        if (administrators().equals(Set.of(id))) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "This is the last key of an administrator; issue another first.");
        }
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            enter(key, ChangeOperation.UPDATED);
        }
    }

    private Set<String> administrators() {
        Instant now = clock.instant();
        return held.values().stream()
                .filter(key -> key.role() == Role.ADMIN && !expired(key, now))
                .map(Held::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes down when keys were last used; at most a minute of that is lost in a crash. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recordUse() {
        Map<String, Instant> seen = Map.copyOf(used);
        if (!seen.isEmpty()) {
            transactions.write(() -> seen.forEach(
                    (id, at) -> keys.update("lastUsedAt = ?1 where id = ?2", at.truncatedTo(ChronoUnit.MICROS), id)));
        }
        seen.forEach(used::remove);
    }
}
