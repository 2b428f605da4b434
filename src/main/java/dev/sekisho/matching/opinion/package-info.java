/** What persons of ours say of vulnerabilities, laid beside what sources say. */
@NullMarked
package dev.sekisho.matching.opinion;

import org.jspecify.annotations.NullMarked;
