package dev.sekisho.assessment;

import dev.sekisho.advisory.AdvisoryFacts;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.feed.LoadedSources;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.FactSource;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the estate of now in memory: read once, then carried along change by change. Used by one thread. */
@ApplicationScoped
class EstateKeeper {
    private final CollectionRegistry registries;
    private final List<FactSource> beside;
    private final AdvisoryFacts advisories;
    private final MatchKeeper matches;
    private final LoadedSources sources;
    private final Transactions transactions;
    private Estate estate = Estate.builder().build();

    EstateKeeper(
            CollectionRegistry registries,
            @All List<FactSource> beside,
            AdvisoryFacts advisories,
            MatchKeeper matches,
            LoadedSources sources,
            Transactions transactions) {
        this.registries = registries;
        this.beside = beside;
        this.advisories = advisories;
        this.matches = matches;
        this.sources = sources;
        this.transactions = transactions;
    }

    /** Reads everything anew. */
    Estate load() {
        matches.reset();
        Reading reading = read(Estate.builder().build(), this::readAll);
        estate = matches.all(
                complete(reading, new EnumMap<>(CollectionName.class)).estate());
        return estate;
    }

    /** Carries the changes over: for each collection, the keys that were written or deleted. */
    Estate apply(Map<CollectionName, Set<String>> changes) {
        var wanted = new EnumMap<CollectionName, Set<String>>(CollectionName.class);
        changes.forEach((collection, keys) -> wanted.put(collection, new HashSet<>(keys)));
        Reading reading = complete(reread(estate, wanted), wanted);
        estate = matches.after(reading.estate(), wanted);
        return estate;
    }

    /**
     * Writers go on while we read, so an object may refer to one that is newer than the changes at hand; then that is read
     * as well. What is missing twice is not there at all: an advisory may name a product that is gone.
     */
    private Reading complete(Reading first, Map<CollectionName, Set<String>> wanted) {
        Reading reading = first;
        Set<Reference> before = Set.of();
        while (!reading.missing().isEmpty() && !reading.missing().equals(before)) {
            before = reading.missing();
            before.forEach(reference -> wanted.computeIfAbsent(reference.collection(), any -> new HashSet<>())
                    .add(reference.key()));
            reading = reread(reading.estate(), wanted);
        }
        return reading;
    }

    /** What was read, and what that refers to without its being there. */
    private record Reading(Estate estate, Set<Reference> missing) {}

    private Reading read(Estate from, BiConsumer<Estate.Builder, Set<Reference>> reader) {
        Estate.Builder next = from.toBuilder();
        var made = new HashSet<Reference>();
        transactions.readAtLength(() -> reader.accept(next, made));
        Estate read = next.build();
        made.removeIf(reference -> holds(read, reference));
        return new Reading(read, made);
    }

    private Reading reread(Estate from, Map<CollectionName, Set<String>> wanted) {
        return read(from, (into, made) -> readAgain(wanted, into, made));
    }

    /** What lies beside the rows comes first, for their facts are made of both. */
    private void readAll(Estate.Builder into, Set<Reference> made) {
        beside.forEach(FactSource::readAll);
        registries.facts().forEach(facts -> readAll(facts, into, made));
        advisories.all(into, made::add);
        sources.facts().forEach(into::add);
    }

    private void readAgain(Map<CollectionName, Set<String>> wanted, Estate.Builder into, Set<Reference> made) {
        beside.forEach(source -> source.readAgain(wanted));
        wanted.forEach((collection, keys) -> {
            if (registries.find(collection).orElse(null) instanceof FactRegistry<?, ?> facts) {
                refresh(facts, keys, into, made);
            }
        });
        advisories.again(wanted.getOrDefault(CollectionName.ADVISORIES, Set.of()), into, made::add);
        if (wanted.containsKey(CollectionName.FEEDS)) {
            readSources(into);
        }
    }

    /** There are a few, so all of them are read; what a feed tells that was missing is no longer missing. */
    private void readSources(Estate.Builder into) {
        List<KnowledgeSource> facts = sources.facts();
        Set<String> present = facts.stream().map(KnowledgeSource::key).collect(Collectors.toSet());
        estate.sources().keySet().stream().filter(key -> !present.contains(key)).forEach(into::removeSource);
        facts.forEach(into::add);
    }

    private static boolean holds(Estate estate, Reference reference) {
        @Nullable
        Map<String, ?> facts = switch (reference.collection()) {
            case ORGANIZATIONS -> estate.organizations();
            case ZONES -> estate.zones();
            case ASSETS -> estate.assets();
            case THIRD_PARTIES -> estate.thirdParties();
            case DATA_HOLDINGS -> estate.dataHoldings();
            case CONNECTION_POINTS -> estate.connectionPoints();
            case ZONE_LINKS -> estate.zoneLinks();
            case SOFTWARE_PRODUCTS -> estate.products();
            case INSTALLATIONS -> estate.installations();
            case ADVISORIES -> estate.advisories();
            case ANALYST_VERDICTS -> estate.analystVerdicts();
            // What the core knows nothing of cannot be missing from its facts.
            case DEVICES, FEEDS, FINDINGS, IMPORTS, INSPECTION_CAMPAIGNS, INSPECTIONS, LIFE_CYCLES -> null;
        };
        return facts == null || facts.containsKey(reference.key());
    }

    private static <E extends RegisteredEntity, V extends Registered> void readAll(
            FactRegistry<E, V> registry, Estate.Builder into, Set<Reference> made) {
        registry.rows().each(row -> take(registry, row, into, made));
    }

    private static <E extends RegisteredEntity, V extends Registered> void take(
            FactRegistry<E, V> registry, E row, Estate.Builder into, Set<Reference> made) {
        registry.project(row, into);
        made.addAll(registry.references(registry.said(row)));
    }

    private static <E extends RegisteredEntity, V extends Registered> void refresh(
            FactRegistry<E, V> registry, Set<String> keys, Estate.Builder into, Set<Reference> made) {
        registry.rows().each(keys, row -> take(registry, row, into, made)).forEach(key -> registry.retract(key, into));
    }
}
