/**
 * One artifact for two databases, the embedded H2 and PostgreSQL, told apart by the JDBC address alone. Here it is seen to
 * that one process at a time works on a database, that every transaction goes one way, and that none waits without end.
 */
@NullMarked
package dev.sekisho.database;

import org.jspecify.annotations.NullMarked;
