package dev.sekisho.risk.traffic.rule;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to one packet and why. Many findings tell of the same decision, so it is put into words once. */
public final class Decision {
    private final Packet packet;
    private final Action action;
    private final @Nullable Rule rule;

    /** Absent until asked for; threads that race for it find equal ones. */
    private @Nullable String packetInWords;

    private @Nullable String ruleInWords;
    private @Nullable String inWords;

    /** @param rule the one that decides, null where the default action does */
    public Decision(Packet packet, Action action, @Nullable Rule rule) {
        this.packet = packet;
        this.action = action;
        this.rule = rule;
    }

    public Packet packet() {
        return packet;
    }

    public Action action() {
        return action;
    }

    public @Nullable Rule rule() {
        return rule;
    }

    /** The packet as it prints. */
    public String packetInWords() {
        var known = packetInWords;
        if (known == null) {
            known = packet.toString();
            packetInWords = known;
        }
        return known;
    }

    /** The rule as its device calls it and as it reads: "line 12 permit-rdp: permit tcp any -> 10.0.0.0/8 port 3389". */
    public String ruleInWords() {
        var known = ruleInWords;
        if (known == null) {
            known = rule == null ? "default action" : rule.inFull();
            ruleInWords = known;
        }
        return known;
    }

    @Override
    public String toString() {
        var known = inWords;
        if (known == null) {
            known = action + " " + packetInWords() + " by " + because();
            inWords = known;
        }
        return known;
    }

    private String because() {
        return rule == null ? "default action" : rule.origin().isEmpty() ? rule.toString() : rule.origin();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Decision that
                        && action == that.action
                        && packet.equals(that.packet)
                        && Objects.equals(rule, that.rule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(packet, action, rule);
    }
}
