/** What is shown of an advisory in parts. */
@NullMarked
package dev.sekisho.advisory.view;

import org.jspecify.annotations.NullMarked;
