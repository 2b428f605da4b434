/** Vendors, managed service providers, partners: contacts, agreements, assurance. */
@NullMarked
package dev.sekisho.thirdparty;

import org.jspecify.annotations.NullMarked;
