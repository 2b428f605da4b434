/** What the collections are called; it stands below everything that speaks of them. */
@NullMarked
package dev.sekisho.collection;

import org.jspecify.annotations.NullMarked;
