/** The one place where stored facts meet the pure core: loads the estate, runs the rules, keeps findings and scores. */
@NullMarked
package dev.sekisho.assessment;

import org.jspecify.annotations.NullMarked;
