/** One artifact for two databases: the embedded H2 and PostgreSQL, told apart by the JDBC address alone. */
@NullMarked
package dev.sekisho.database;

import org.jspecify.annotations.NullMarked;
