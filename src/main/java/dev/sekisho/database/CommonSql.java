package dev.sekisho.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Rewrites the one form Hibernate's PostgreSQL dialect writes that H2 does not read; the weaker lock name is PostgreSQL's own. */
@PersistenceUnitExtension
public class CommonSql implements StatementInspector {
    @Override
    public String inspect(String sql) {
        return sql.endsWith("for no key update") ? sql.replace("for no key update", "for update") : sql;
    }
}
