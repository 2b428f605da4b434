/** Reads security groups and network ACLs of AWS. */
@NullMarked
package dev.sekisho.ruleset.aws;

import org.jspecify.annotations.NullMarked;
