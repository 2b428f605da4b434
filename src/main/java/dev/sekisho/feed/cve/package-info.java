/** Reads records of the CVE list. */
@NullMarked
package dev.sekisho.feed.cve;

import org.jspecify.annotations.NullMarked;
