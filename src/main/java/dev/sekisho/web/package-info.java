/** The shared edge: problem details, paging, conditional requests, merge patch, strict JSON. */
@NullMarked
package dev.sekisho.web;

import org.jspecify.annotations.NullMarked;
