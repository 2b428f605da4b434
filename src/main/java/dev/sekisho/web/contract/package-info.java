/** Completes the OpenAPI document while building: what is common to all operations is said once. */
@NullMarked
package dev.sekisho.web.contract;

import org.jspecify.annotations.NullMarked;
