package dev.sekisho.risk.estate.link;

import org.jspecify.annotations.Nullable;

/**
 * With which accounts one logs in through a connection point.
 *
 * @param credentialGroup accounts and hosts with the same value share a password
 * @param identityProvider name of who authenticates these accounts, where the third party leaves that to somebody
 */
public record Login(
        @Nullable String credentialGroup, @Nullable String identityProvider) {
    public static final Login UNSHARED = new Login(null, null);
}
