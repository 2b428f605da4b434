package dev.sekisho.demo;

import dev.sekisho.change.Actor;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import dev.sekisho.imports.Imports;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSetService;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Loads the demo estate: the situation of September 2020 the day before the break-in, with every date told relative to
 * the day of loading, so that an inspection of last spring is one of last spring whenever the demo is started. It goes
 * the way any import goes.
 */
@ApplicationScoped
class DemoEstate {
    private static final Logger LOG = Logger.getLogger(DemoEstate.class);
    private static final Pattern DAY = Pattern.compile("\\$\\{today([+-][0-9]{1,4})?}");
    private static final Map<String, LinkKind> RULE_SETS = Map.of(
            "edi-gateway", LinkKind.CONNECTION_POINT,
            "turbine-remote", LinkKind.CONNECTION_POINT,
            "edi-orders", LinkKind.ZONE_LINK,
            "office-ot", LinkKind.ZONE_LINK);

    private final DemoConfig config;
    private final CollectionRegistry registries;
    private final Imports imports;
    private final RuleSetService ruleSets;
    private final Clock clock;
    private final Transactions transactions;

    DemoEstate(
            DemoConfig config,
            CollectionRegistry registries,
            Imports imports,
            RuleSetService ruleSets,
            Clock clock,
            Transactions transactions) {
        this.config = config;
        this.registries = registries;
        this.imports = imports;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.transactions = transactions;
    }

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseOpened opened) {
        if (config.demo() && isEmpty()) {
            Actor.named("demo").doing(this::loadAll);
            LOG.info("loaded the demo estate");
        }
    }

    private void loadAll() {
        imports.run(new ByteArrayInputStream(dated(text("estate.ndjson")).getBytes(StandardCharsets.UTF_8)));
        RULE_SETS.forEach((link, kind) -> ruleSets.replace(
                kind,
                link,
                Format.RULES_JSON,
                GuardSelector.unnamed(),
                text(link + ".rules.json").getBytes(StandardCharsets.UTF_8),
                "demo"));
    }

    private boolean isEmpty() {
        return transactions.read(() -> registries.referencedFirst().stream()
                .allMatch(registry -> registry.rows().count() == 0));
    }

    private String dated(String text) {
        LocalDate today = LocalDate.now(clock);
        return DAY.matcher(text)
                .replaceAll(match -> today.plusDays(match.group(1) == null ? 0 : Long.parseLong(match.group(1)))
                        .toString());
    }

    private static String text(String name) {
        try (InputStream in = DemoEstate.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
