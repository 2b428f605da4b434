/** What an auditor asks: all changes, their export, and whether the log is as it was written. */
@NullMarked
package dev.sekisho.audit;

import org.jspecify.annotations.NullMarked;
