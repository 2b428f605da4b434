/** What is not known and would matter most, as an endpoint. */
@NullMarked
package dev.sekisho.question;

import org.jspecify.annotations.NullMarked;
