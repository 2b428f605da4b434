/** What persons of ours say of single vulnerabilities in software of ours, until when, and why. */
@NullMarked
package dev.sekisho.software.verdict;

import org.jspecify.annotations.NullMarked;
