package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * The network point where a third party connects to us.
 *
 * @param privileged administrator's rights behind it; unknown counts as yes
 */
public record ConnectionPoint(
        String key,
        String name,
        Ends ends,
        @Nullable Boolean privileged,
        Login login,
        LinkTerms terms,
        Filtering filtering,
        LinkState state)
        implements Link {

    /** One whose accounts share nothing that is known of. */
    public ConnectionPoint(
            String key,
            String name,
            Ends ends,
            @Nullable Boolean privileged,
            LinkTerms terms,
            Filtering filtering,
            LinkState state) {
        this(key, name, ends, privileged, Login.UNSHARED, terms, filtering, state);
    }

    @Override
    public String thirdParty() {
        return ends.thirdParty();
    }

    /** The third party's addresses as far as they are registered; empty means any. */
    public AddressSet sources() {
        return ends.sources();
    }

    /** Whether these are all. */
    public SourceAddressing addressing() {
        return ends.addressing();
    }

    @Override
    public String zone() {
        return ends.zone();
    }

    /** Key of the host it lands on, where it is one host. */
    public @Nullable String asset() {
        return ends.asset();
    }

    /** Whether administrator's rights must be assumed behind it. */
    public boolean grantsPrivilege() {
        return !Boolean.FALSE.equals(privileged);
    }

    public ConnectionPoint with(Ends other) {
        return new ConnectionPoint(key, name, other, privileged, login, terms, filtering, state);
    }

    public ConnectionPoint withRights(@Nullable Boolean administrator) {
        return new ConnectionPoint(key, name, ends, administrator, login, terms, filtering, state);
    }

    public ConnectionPoint with(Login other) {
        return new ConnectionPoint(key, name, ends, privileged, other, terms, filtering, state);
    }

    public ConnectionPoint with(LinkTerms other) {
        return new ConnectionPoint(key, name, ends, privileged, login, other, filtering, state);
    }

    public ConnectionPoint with(Filtering other) {
        return new ConnectionPoint(key, name, ends, privileged, login, terms, other, state);
    }

    public ConnectionPoint with(LinkState other) {
        return new ConnectionPoint(key, name, ends, privileged, login, terms, filtering, other);
    }
}
