package dev.sekisho.registry;

import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.list.FoldedText;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Folds names that were stored before they could be searched, once after the migration that made them searchable: it says
 * which tables are left.
 */
@ApplicationScoped
class NameFolding {
    private static final int CHUNK = 20_000;

    private final EntityManager entities;
    private final Transactions transactions;

    NameFolding(EntityManager entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Before anything is asked for. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseOpened opened) {
        transactions.writeAtLength(this::foldAll);
    }

    private void foldAll() {
        for (Object[] left : rows("select relation, id_columns, name_column, folded_column from unfolded_names")) {
            new Relation((String) left[0], List.of(((String) left[1]).split(",")), (String) left[2], (String) left[3])
                    .fold();
        }
        entities.createNativeQuery("delete from unfolded_names").executeUpdate();
    }

    private List<Object[]> rows(String select) {
        return entities.createNativeQuery(select, Object[].class)
                .setMaxResults(CHUNK)
                .getResultList();
    }

    /** A table that is left. */
    private final class Relation {
        private final String table;
        private final List<String> ids;
        private final String name;
        private final String folded;

        Relation(String table, List<String> ids, String name, String folded) {
            this.table = table;
            this.ids = ids;
            this.name = name;
            this.folded = folded;
        }

        void fold() {
            String beyondAscii = " from " + table + " where " + folded + " is null and octet_length(" + name
                    + ") > char_length(" + name + ")";
            String select = "select " + name + ", " + String.join(", ", ids) + beyondAscii;
            for (List<Object[]> some = rows(select); !some.isEmpty(); some = rows(select)) {
                some.forEach(this::write);
            }
        }

        private void write(Object[] row) {
            Query update = entities.createNativeQuery("update " + table + " set " + folded + " = ? where "
                    + ids.stream().map(id -> id + " = ?").collect(Collectors.joining(" and ")));
            update.setParameter(1, FoldedText.fold((String) row[0]));
            for (int i = 1; i < row.length; i++) {
                update.setParameter(i + 1, row[i]);
            }
            update.executeUpdate();
        }
    }
}
