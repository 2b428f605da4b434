package dev.sekisho.risk.traffic;

import org.jspecify.annotations.Nullable;

/** What happens to one packet and why. @param rule the one that decides, null where the default action does */
public record Decision(
        Packet packet, Action action, @Nullable Rule rule) {

    @Override
    public String toString() {
        var why = rule == null ? "default action" : rule.origin().isEmpty() ? rule.toString() : rule.origin();
        return action + " " + packet + " by " + why;
    }
}
