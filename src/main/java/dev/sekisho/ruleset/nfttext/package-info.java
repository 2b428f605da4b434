/** Reads what "nft list ruleset" prints as text, and writes it as the JSON of the same ruleset. */
@NullMarked
package dev.sekisho.ruleset.nfttext;

import org.jspecify.annotations.NullMarked;
