package dev.sekisho.imports;

import dev.sekisho.web.list.ListQuery;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ImportJobRepository implements PanacheRepositoryBase<ImportJobEntity, String> {

    /** One row more than the page holds; the identifiers sort by submission. */
    List<ImportJobEntity> page(ListQuery query) {
        boolean descending = query.order().descending();
        Sort sort = descending ? Sort.descending("id") : Sort.ascending("id");
        ListQuery.After after = query.after();
        PanacheQuery<ImportJobEntity> rows =
                after == null ? findAll(sort) : find(descending ? "id < ?1" : "id > ?1", sort, after.key());
        return rows.page(Page.ofSize(query.limit() + 1)).list();
    }

    List<ImportJobEntity> unfinished() {
        return list("state in ?1", List.of(ImportState.QUEUED, ImportState.RUNNING));
    }
}
