/** Reads bills of materials. */
@NullMarked
package dev.sekisho.sbom;

import org.jspecify.annotations.NullMarked;
