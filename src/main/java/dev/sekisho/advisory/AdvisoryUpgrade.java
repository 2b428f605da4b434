package dev.sekisho.advisory;

import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Advisories stored before what persons wrote was kept apart. What only persons can write shows which they are: affected
 * products, a fix, the day it was known, or that no feed spoke of it. All such an advisory showed then counts as written,
 * for nobody can tell any more who said it, but for evidence of exploitation, which stays in any case. What feeds said in
 * it goes to the advisory of its CVE. Nothing is left to do after the first start.
 */
@ApplicationScoped
class AdvisoryUpgrade {
    private static final int CHUNK = 200;

    private final AdvisoryRepository rows;
    private final AdvisoryMerger intake;
    private final AdvisoryGroups groups;
    private final AliasRows aliases;
    private final Transactions transactions;

    AdvisoryUpgrade(
            AdvisoryRepository rows,
            AdvisoryMerger intake,
            AdvisoryGroups groups,
            AliasRows aliases,
            Transactions transactions) {
        this.rows = rows;
        this.intake = intake;
        this.groups = groups;
        this.aliases = aliases;
        this.transactions = transactions;
    }

    /** Before the first assessment, which would see advisories that nobody joined. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseOpened opened) {
        transactions.writeAtLength(this::upgrade);
    }

    void upgrade() {
        for (List<AdvisoryEntity> some = rows.unparted(CHUNK); !some.isEmpty(); some = rows.unparted(CHUNK)) {
            var written = new TreeSet<String>();
            some.forEach(row -> part(row, written));
            rows.flush();
            Set<AdvisoryEntity> all = Set.copyOf(rows.list("id in ?1", written));
            aliases.keep(all);
            groups.settle(groups.roll(), all, Set.of(), intake.scores());
            intake.settle();
        }
    }

    private void part(AdvisoryEntity row, Set<String> written) {
        Statements said = row.statementsOrNone();
        AdvisoryView shown = AdvisoryView.of(row);
        row.own = said.isEmpty() ? shown : shown.withoutFigures();
        row.ownAt = row.updatedAt;
        written.add(row.id);
        if (!said.isEmpty() && row.cve != null && !row.cve.equals(row.id)) {
            AdvisoryEntity home = intake.home(row.cve);
            home.statements = home.statementsOrNone().and(said);
            home.recordedOn = row.recordedOn.isBefore(home.recordedOn) ? row.recordedOn : home.recordedOn;
            row.statements = null;
            written.add(home.id);
        }
    }
}
