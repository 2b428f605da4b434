/** Reads configurations of Juniper devices that run Junos: the policies of SRX firewalls and packet filters. */
@NullMarked
package dev.sekisho.ruleset.junos;

import org.jspecify.annotations.NullMarked;
